package app.backtrack.tracking.exercise;

import app.backtrack.events.ExerciseSide;
import app.backtrack.tracking.exercise.ExerciseProgress.ExerciseCourse;
import app.backtrack.tracking.exercise.ExerciseProgress.ExerciseMeasure;
import app.backtrack.tracking.exercise.ExerciseProgress.ExerciseTrend;
import app.backtrack.tracking.exercise.ExerciseProgress.ExerciseValue;
import app.backtrack.tracking.progress.ProgressView;
import app.backtrack.tracking.progress.SideWork;
import app.backtrack.tracking.statistics.Interval;
import app.backtrack.tracking.statistics.KendallScore;
import app.backtrack.tracking.statistics.Observations;
import app.backtrack.tracking.statistics.RankAutocorrelation;
import app.backtrack.tracking.statistics.Rounding;
import app.backtrack.tracking.statistics.SenSlope;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Says what was done in each exercise over time. Stand-ins count for the exercise that was done, not for the one in the
 * plan.
 */
public final class ExerciseRules {
    /** The rule's version; what it says changes only with it. */
    public static final int VERSION = 1;

    /**
     * The fewest dates for a slope: a rise on each of five dates has a two-sided p of 0.017 by Kendall's exact test,
     * one on each of four 0.083, so below five nothing could ever be told from chance.
     */
    static final int FEWEST_DATES = 5;

    private static final double CONFIDENCE = 0.95;
    private static final int DAYS_A_WEEK = 7;

    private ExerciseRules() {}

    /** Every exercise with a session from {@code from} to {@code until}, by id. */
    public static List<ExerciseProgress> of(ProgressView view, LocalDate from, LocalDate until) {
        List<ExerciseProgress> all = new ArrayList<>();
        ExerciseSession.byExercise(view, from, until)
                .forEach((exercise, sessions) ->
                        all.add(new ExerciseProgress(exercise, sessions, trends(from, sessions))));
        return all;
    }

    private static List<ExerciseTrend> trends(LocalDate origin, List<ExerciseSession> sessions) {
        List<ExerciseTrend> trends = new ArrayList<>();
        for (ExerciseSide side : ExerciseSide.values()) {
            for (ExerciseMeasure measure : ExerciseMeasure.values()) {
                List<ExerciseValue> values = values(side, measure, sessions);
                if (!values.isEmpty()) {
                    trends.add(trend(side, measure, origin, values));
                }
            }
        }
        return trends;
    }

    private static List<ExerciseValue> values(
            ExerciseSide side, ExerciseMeasure measure, List<ExerciseSession> sessions) {
        SortedMap<LocalDate, List<Double>> byDate = new TreeMap<>();
        for (ExerciseSession session : sessions) {
            SideWork work = session.work().get(side);
            Integer sum = work == null ? null : sum(work, measure);
            if (work != null && sum != null) {
                byDate.computeIfAbsent(session.date(), any -> new ArrayList<>()).add((double) sum / work.sets());
            }
        }
        List<ExerciseValue> values = new ArrayList<>();
        byDate.forEach((date, means) -> values.add(new ExerciseValue(
                date,
                Rounding.nineDecimals(
                        means.stream().mapToDouble(Double::doubleValue).sum() / means.size()))));
        return values;
    }

    private static @Nullable Integer sum(SideWork work, ExerciseMeasure measure) {
        return switch (measure) {
            case REPS -> work.reps();
            case HOLD -> work.holdSeconds();
            case LOAD -> work.loadGrams();
        };
    }

    private static ExerciseTrend trend(
            ExerciseSide side, ExerciseMeasure measure, LocalDate origin, List<ExerciseValue> values) {
        int dates = values.size();
        if (dates < FEWEST_DATES) {
            return new ExerciseTrend(
                    side, measure, dates, values.getFirst(), values.getLast(), null, null, null, FEWEST_DATES - dates);
        }
        Observations observations = Observations.of(
                values.stream()
                        .mapToInt(value -> (int) ChronoUnit.DAYS.between(origin, value.date()))
                        .toArray(),
                values.stream().mapToDouble(ExerciseValue::value).toArray());
        SenSlope slope = SenSlope.of(observations);
        double factor = RankAutocorrelation.of(observations, slope.perDay()).varianceFactor();
        Interval interval = slope.interval(
                        CONFIDENCE, KendallScore.of(observations).variance() * factor)
                .times(DAYS_A_WEEK);
        return new ExerciseTrend(
                side,
                measure,
                dates,
                values.getFirst(),
                values.getLast(),
                Rounding.nineDecimals(slope.perDay() * DAYS_A_WEEK),
                interval,
                direction(interval),
                0);
    }

    private static ExerciseCourse direction(Interval interval) {
        if (interval.lower() > 0) {
            return ExerciseCourse.RISING;
        }
        return interval.upper() < 0 ? ExerciseCourse.FALLING : ExerciseCourse.UNCLEAR;
    }
}
