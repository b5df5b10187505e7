package app.backtrack.tracking.sides;

import app.backtrack.events.ExerciseSide;
import app.backtrack.events.FactKind;
import app.backtrack.events.ProgramEvent.PlannedExercise;
import app.backtrack.events.schedule.ProgramHistory;
import app.backtrack.tracking.exercise.ExerciseSession;
import app.backtrack.tracking.exercise.PlannedOn;
import app.backtrack.tracking.progress.EventIds;
import app.backtrack.tracking.progress.ProgressView;
import app.backtrack.tracking.progress.SideWork;
import app.backtrack.tracking.sides.Asymmetry.SideMeasure;
import app.backtrack.tracking.sides.Asymmetry.SideSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What can be compared, sorted by what is its like.
 *
 * @param byKey sessions and self-checks, ascending by date
 * @param leftOut by exercise, how many sessions with one-sided work could not be compared
 */
record SidePoints(SortedMap<Key, List<SidePoint>> byKey, SortedMap<String, Integer> leftOut) {

    /** All of a span of days, both ends included. */
    static SidePoints of(ProgressView view, LocalDate from, LocalDate until) {
        SortedMap<Key, List<SidePoint>> points = new TreeMap<>();
        SortedMap<String, Integer> leftOut = new TreeMap<>();
        addSessions(view, from, until, points, leftOut);
        addSelfChecks(view, from, until, points);
        return new SidePoints(points, leftOut);
    }

    private static void addSessions(
            ProgressView view,
            LocalDate from,
            LocalDate until,
            SortedMap<Key, List<SidePoint>> points,
            SortedMap<String, Integer> leftOut) {
        List<ProgramHistory> programs = view.care().histories();
        ExerciseSession.byExercise(view, from, until).values().stream()
                .flatMap(List::stream)
                .filter(SidePoints::oneSided)
                .forEach(session -> {
                    String exercise = session.exercise();
                    PlannedExercise planned = session.insteadOf() != null
                            ? null
                            : PlannedOn.item(programs, session.date(), exercise)
                                    .filter(SideRules::asksTheSameOfBoth)
                                    .orElse(null);
                    SideMeasure measure =
                            planned == null ? null : measure(planned, session).orElse(null);
                    if (measure == null) {
                        leftOut.merge(exercise, 1, Integer::sum);
                        return;
                    }
                    points.computeIfAbsent(new Key(exercise, SideSource.SESSIONS, measure), any -> new ArrayList<>())
                            .add(SidePoint.of(
                                    session.date(),
                                    session.eventId(),
                                    mean(session.work().get(ExerciseSide.LEFT), measure),
                                    mean(session.work().get(ExerciseSide.RIGHT), measure)));
                });
    }

    private static void addSelfChecks(
            ProgressView view, LocalDate from, LocalDate until, SortedMap<Key, List<SidePoint>> points) {
        for (LocalDate day = from; !day.isAfter(until); day = day.plusDays(1)) {
            LocalDate date = day;
            view.reportsOn(date).selfChecks().forEach((id, check) -> {
                var holds = check.holds();
                if (holds != null) {
                    points.computeIfAbsent(
                                    new Key(check.check(), SideSource.SELF_CHECKS, SideMeasure.HOLD),
                                    any -> new ArrayList<>())
                            .add(SidePoint.of(
                                    date,
                                    EventIds.of(FactKind.SELF_CHECK, id, check.revision()),
                                    (double) holds.leftSeconds(),
                                    (double) holds.rightSeconds()));
                }
            });
        }
    }

    private static boolean oneSided(ExerciseSession session) {
        return session.work().containsKey(ExerciseSide.LEFT) || session.work().containsKey(ExerciseSide.RIGHT);
    }

    /** The measure that every side of the session has: volume, repetitions where there is no load, or the hold. */
    private static Optional<SideMeasure> measure(PlannedExercise planned, ExerciseSession session) {
        boolean held = planned.holdSeconds() != null && planned.reps() == null;
        List<SideWork> sides = Stream.of(ExerciseSide.LEFT, ExerciseSide.RIGHT)
                .map(session.work()::get)
                .filter(Objects::nonNull)
                .toList();
        return (held
                        ? Stream.of(SideMeasure.HOLD, SideMeasure.VOLUME, SideMeasure.REPS)
                        : Stream.of(SideMeasure.VOLUME, SideMeasure.REPS, SideMeasure.HOLD))
                .filter(measure -> sides.stream().allMatch(side -> sum(side, measure) != null))
                .filter(measure -> measure != SideMeasure.VOLUME
                        || sides.stream().anyMatch(side -> side.repGrams() != null && side.repGrams() > 0))
                .findFirst();
    }

    private static @Nullable Double mean(@Nullable SideWork work, SideMeasure measure) {
        Long sum = work == null ? null : sum(work, measure);
        return work == null || sum == null ? null : Double.valueOf((double) sum / work.sets());
    }

    private static @Nullable Long sum(SideWork work, SideMeasure measure) {
        return switch (measure) {
            case VOLUME -> work.repGrams();
            case REPS -> whole(work.reps());
            case HOLD -> whole(work.holdSeconds());
        };
    }

    private static @Nullable Long whole(@Nullable Integer number) {
        return number == null ? null : Long.valueOf(number);
    }

    /** What is compared with its like only. */
    record Key(String exercise, SideSource source, SideMeasure measure) implements Comparable<Key> {
        private static final Comparator<Key> ORDER =
                Comparator.comparing(Key::exercise).thenComparing(Key::source).thenComparing(Key::measure);

        @Override
        public int compareTo(Key other) {
            return ORDER.compare(this, other);
        }
    }
}
