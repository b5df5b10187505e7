package app.backtrack.tracking.progression;

import app.backtrack.events.ProgramEvent.PlannedExercise;
import app.backtrack.events.ProgramEvent.Range;
import app.backtrack.events.schedule.SideDose;
import app.backtrack.tracking.exercise.ExerciseSession;
import app.backtrack.tracking.progress.SideWork;
import app.backtrack.tracking.progression.Advice.DoseMeasure;
import app.backtrack.tracking.progression.Advice.DoseStep;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Compares what was done with the prescribed dose, and finds the next small step within it. */
final class DoseRules {
    /** The next load is 2 to 10 % more (ACSM position stand 2009, Med Sci Sports Exerc 41:687). */
    private static final double LEAST_MORE_LOAD = 1.02;

    private static final double MOST_MORE_LOAD = 1.10;
    private static final int LARGEST_LOAD = 500_000;

    private DoseRules() {}

    /** Whether the plan leaves open how many repetitions, or how long a hold. */
    static boolean open(PlannedExercise item) {
        return item.reps() == null && item.holdSeconds() == null;
    }

    /** Whether two items ask for the same dose; when it is due and what is written about it may differ. */
    static boolean same(PlannedExercise one, PlannedExercise other) {
        return Objects.equals(one.sets(), other.sets())
                && Objects.equals(one.reps(), other.reps())
                && Objects.equals(one.holdSeconds(), other.holdSeconds())
                && Objects.equals(one.loadGrams(), other.loadGrams())
                && one.sides().equals(other.sides());
    }

    /** Whether every side did at least the smallest prescribed dose; what was not said was not done. */
    static boolean done(PlannedExercise item, ExerciseSession session) {
        return SideDose.inOrderOfWork(item).stream().allMatch(dose -> {
            SideWork work = session.work().get(dose.side());
            Integer load = dose.loadGrams();
            return work != null
                    && reaches(work.sets(), dose.sets())
                    && reaches(mean(work, work.reps()), dose.reps())
                    && reaches(mean(work, work.holdSeconds()), dose.holdSeconds())
                    && (load == null || load == 0 || reaches(mean(work, work.loadGrams()), new Range(load, load)));
        });
    }

    /**
     * The next step: more repetitions within their range, else a longer hold within its range, else a little more load;
     * empty where all of that is used up or not prescribed.
     *
     * @param sessions those that the dose was done in
     */
    static Optional<DoseStep> next(PlannedExercise item, List<ExerciseSession> sessions) {
        return within(DoseMeasure.REPS, item, item.reps(), sessions, SideWork::reps)
                .or(() -> within(DoseMeasure.HOLD, item, item.holdSeconds(), sessions, SideWork::holdSeconds))
                .or(() -> moreLoad(item.loadGrams()));
    }

    /** What may be eased, without a figure: no source says by how much. */
    static Optional<DoseStep> easier(PlannedExercise item) {
        Integer load = item.loadGrams();
        Range reps = item.reps();
        Range hold = item.holdSeconds();
        if (load != null && load > 0) {
            return Optional.of(new DoseStep(DoseMeasure.LOAD, null, load, null));
        }
        if (reps != null) {
            return Optional.of(new DoseStep(DoseMeasure.REPS, null, reps.max(), null));
        }
        return Optional.ofNullable(hold).map(range -> new DoseStep(DoseMeasure.HOLD, null, range.max(), null));
    }

    private static Optional<DoseStep> within(
            DoseMeasure measure,
            PlannedExercise item,
            @Nullable Range range,
            List<ExerciseSession> sessions,
            Function<SideWork, @Nullable Integer> sum) {
        if (range == null) {
            return Optional.empty();
        }
        int least = SideDose.inOrderOfWork(item).stream()
                .filter(dose -> measure != DoseMeasure.REPS || range.equals(dose.reps()))
                .flatMap(dose -> sessions.stream()
                        .map(session -> session.work().get(dose.side()))
                        .filter(Objects::nonNull))
                .mapToInt(work -> Objects.requireNonNullElse(mean(work, sum.apply(work)), 0))
                .min()
                .orElse(0);
        return least >= range.max()
                ? Optional.empty()
                : Optional.of(new DoseStep(measure, null, least, new Range(least + 1, range.max())));
    }

    private static Optional<DoseStep> moreLoad(@Nullable Integer load) {
        if (load == null || load == 0) {
            return Optional.empty();
        }
        int least = (int) Math.ceil(load * LEAST_MORE_LOAD);
        int most = Math.max(least, (int) Math.floor(load * MOST_MORE_LOAD));
        return most > LARGEST_LOAD
                ? Optional.empty()
                : Optional.of(new DoseStep(DoseMeasure.LOAD, null, load, new Range(least, most)));
    }

    /** The mean a set, rounded down: a range asks for whole numbers. */
    private static @Nullable Integer mean(SideWork work, @Nullable Integer sum) {
        return sum == null ? null : Integer.valueOf(sum / work.sets());
    }

    private static boolean reaches(@Nullable Integer done, @Nullable Range asked) {
        return asked == null || (done != null && done >= asked.min());
    }
}
