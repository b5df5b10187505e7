package app.backtrack.tracking.rule;

import app.backtrack.events.InsightRule;
import app.backtrack.tracking.insight.EvidenceSpan;
import app.backtrack.tracking.insight.Numbers;
import app.backtrack.tracking.insight.Settings;
import app.backtrack.tracking.insight.Standing;
import app.backtrack.tracking.statistics.Rounding;
import app.backtrack.tracking.trend.DailySeries;
import app.backtrack.tracking.trend.DailyValue;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/**
 * A pain spike: for a short while, pain lies far above what was usual just before. Derived from scores; what a patient
 * calls a flare is something else.
 *
 * <p>Usual is the median of the daily values of the 14 local days before the last 3, from 5 scored days on. Days, not
 * recalled scores, are compared, and two of three days are asked for, because a single rating is mostly noise
 * (PMC3014612); one very high day after low ones is a spike by itself.
 */
final class SpikeRules {

    private static final int RECENT_DAYS = 3;
    private static final int DAYS_BEFORE = 14;
    private static final int FEWEST_BEFORE = 5;
    private static final int HIGH_DAYS = 2;
    private static final double HIGHEST_SCORE = 10;
    private static final double MODERATE_FROM = 4;
    private static final double SEVERE_FROM = 7;

    private SpikeRules() {}

    static Optional<Standing> standing(Moment moment) {
        DailySeries series =
                moment.series(moment.settings().on(moment.localDate()).worseningWeeks());
        return moment.since(date -> look(series, date, moment.settings()) != null)
                .flatMap(since -> Optional.ofNullable(look(series, since, moment.settings()))
                        .map(spike -> Standing.of(
                                InsightRule.PAIN_SPIKE,
                                since,
                                null,
                                severityWord(spike.median()),
                                spike.numbers(),
                                EvidenceSpan.scores(series.context(), firstBefore(since), since))));
    }

    private record Spike(double median, double limit, double highest, int highDays) {

        boolean holds(Settings.Spike settings) {
            return highDays >= HIGH_DAYS || (highest >= settings.alonePoints() && median <= settings.aloneMedian());
        }

        SortedMap<String, BigDecimal> numbers() {
            return new Numbers()
                    .points("median", median)
                    .points("limit", limit)
                    .points("highest", highest)
                    .count("daysAtLimit", highDays)
                    .byName();
        }
    }

    /** What the days up to a date show; null where that is no spike. */
    private static @Nullable Spike look(DailySeries series, LocalDate date, Settings.ByDate settings) {
        LocalDate firstRecent = date.minusDays(RECENT_DAYS - 1L);
        List<DailyValue> recent = series.between(firstRecent, date);
        List<DailyValue> before = series.between(firstBefore(date), firstRecent.minusDays(1));
        if (recent.isEmpty() || before.size() < FEWEST_BEFORE) {
            return null;
        }
        Settings.Spike limits = settings.on(date).spike();
        double median = median(before);
        double limit = Rounding.nineDecimals(
                Math.min(HIGHEST_SCORE, Math.max(median + limits.points(), median * limits.ratio())));
        double highest = recent.stream().mapToDouble(SpikeRules::value).max().orElseThrow();
        int highDays = (int) recent.stream().filter(day -> value(day) >= limit).count();
        Spike spike = new Spike(median, limit, highest, highDays);
        return spike.holds(limits) ? spike : null;
    }

    private static LocalDate firstBefore(LocalDate date) {
        return date.minusDays(RECENT_DAYS + DAYS_BEFORE - 1L);
    }

    private static double value(DailyValue day) {
        return Rounding.nineDecimals(day.mean());
    }

    private static double median(List<DailyValue> days) {
        double[] values = days.stream().mapToDouble(SpikeRules::value).sorted().toArray();
        int middle = values.length / 2;
        return values.length % 2 == 1
                ? values[middle]
                : Rounding.nineDecimals((values[middle - 1] + values[middle]) / 2);
    }

    private static String severityWord(double points) {
        if (points == 0) {
            return "none";
        }
        if (points < MODERATE_FROM) {
            return "mild";
        }
        return points < SEVERE_FROM ? "moderate" : "severe";
    }
}
