package app.backtrack.local.demo;

import app.backtrack.local.demo.DemoFact.Exercise;
import app.backtrack.local.demo.DemoFact.ExerciseSet;
import app.backtrack.local.demo.DemoFact.PainScore;
import app.backtrack.local.demo.DemoFact.Session;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/** Writes one patient's twelve weeks: a daily score of the last 24 hours, and sessions three times a week. */
final class DemoHistory {

    private static final long SEED = 20_261_120L;
    private static final Set<DayOfWeek> SESSION_DAYS = Set.of(DayOfWeek.MONDAY, DayOfWeek.WEDNESDAY, DayOfWeek.FRIDAY);
    private static final LocalTime SCORED_AT = LocalTime.of(20, 0);
    private static final LocalTime TRAINED_AT = LocalTime.of(17, 30);
    private static final int CORRECTED_EVERY = 9;
    private static final int MAX_SCORE = 10;

    private final DemoPatient patient;
    private final SplittableRandom random;

    DemoHistory(DemoPatient patient) {
        this.patient = patient;
        // A stream of numbers for each patient: a change to one leaves the others as they are.
        this.random = new SplittableRandom(SEED ^ patient.id().getMostSignificantBits());
    }

    List<DemoFact> facts() {
        List<DemoFact> inTime = new ArrayList<>();
        List<DemoFact> late = new ArrayList<>();
        for (int day = 0; day < DemoClinic.DAYS; day++) {
            boolean loggedLater = patient.course() == Course.LATE && (day / 7 == 4 || day / 7 == 5);
            addDay(day, loggedLater ? late : inTime);
        }
        inTime.addAll(late);
        return inTime;
    }

    private void addDay(int day, List<DemoFact> facts) {
        LocalDate date = patient.startsOn().plusDays(day);
        boolean trained = SESSION_DAYS.contains(date.getDayOfWeek()) && random.nextDouble() < course().sessionShare();
        boolean scored = random.nextDouble() < course().scoredShare();
        int score = score(day / 7);
        if (trained) {
            facts.add(session(date, day / 7, score));
        }
        if (scored) {
            facts.addAll(scores(date, day, score));
        }
    }

    private Course course() {
        return patient.course();
    }

    private int score(int week) {
        double drawn = course().level(week) + random.nextGaussian() * course().noise();
        return (int) Math.clamp(Math.round(drawn), 0, MAX_SCORE);
    }

    private List<DemoFact> scores(LocalDate date, int day, int score) {
        Instant at = at(date, SCORED_AT);
        if (course() == Course.CORRECTED && day % CORRECTED_EVERY == 0) {
            int mistyped = MAX_SCORE - score;
            return List.of(painScore(date, 1, mistyped, at, null), painScore(date, 2, score, at, "wrong-value"));
        }
        return List.of(painScore(date, 1, score, at, null));
    }

    private PainScore painScore(LocalDate date, int revision, int score, Instant at, @Nullable String reason) {
        return new PainScore(
                patient.id(),
                "pain-score",
                DemoIds.of("pain/" + patient.id() + "/" + date),
                revision,
                score,
                "average-24h",
                "lower-back",
                course() == Course.ONE_SIDED ? "left" : null,
                at,
                patient.zone().getId(),
                reason);
    }

    private Session session(LocalDate date, int week, int score) {
        int pain = score / 2;
        int effort = 4 + random.nextInt(3);
        int reps = 8 + week / 2;
        int weaker = course() == Course.ONE_SIDED ? 12 + week : 20 + 2 * week;
        int stronger = course() == Course.ONE_SIDED ? 26 + random.nextInt(3) : weaker;
        List<Exercise> exercises = List.of(
                new Exercise(
                        "bird-dog",
                        List.of(ExerciseSet.reps("left", reps), ExerciseSet.reps("right", reps)),
                        effort,
                        pain),
                new Exercise(
                        "glute-bridge",
                        List.of(ExerciseSet.reps("both", reps + 2), ExerciseSet.reps("both", reps + 2)),
                        effort,
                        pain),
                new Exercise(
                        "side-plank",
                        List.of(ExerciseSet.hold("left", weaker), ExerciseSet.hold("right", stronger)),
                        effort,
                        pain));
        return new Session(
                patient.id(),
                "session",
                DemoIds.of("session/" + patient.id() + "/" + date),
                1,
                exercises,
                at(date, TRAINED_AT),
                patient.zone().getId());
    }

    private Instant at(LocalDate date, LocalTime around) {
        return date.atTime(around.plusMinutes(random.nextInt(90)))
                .atZone(patient.zone())
                .toInstant();
    }
}
