package app.backtrack.tracking.trend;

import app.backtrack.events.PainContext;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A patient's daily values of all contexts, from which a trend chooses its one series.
 *
 * @param byContext the series of each context that has at least one score
 */
public record DailyScores(Map<PainContext, DailySeries> byContext) {

    public DailyScores {
        byContext = Map.copyOf(byContext);
        byContext.forEach((context, series) -> {
            if (series.context() != context) {
                throw new IllegalArgumentException("a series stands under its own context");
            }
        });
    }

    /** The series of {@code context}; empty where the patient has none. */
    public DailySeries of(PainContext context) {
        return byContext.getOrDefault(context, DailySeries.empty(context));
    }

    /**
     * The series to judge: the one that was asked for, else {@code average-24h} if the window has at least 10 scored
     * days of it, else {@code now}. An end-of-day average stands for the day (r = .85 to .90, PMC5935118), a momentary
     * rating less so (r below .70, PMC3014612). Where the window has no score of {@code now} at all, the few averages
     * are shown rather than nothing.
     *
     * @param asked the context that the reader asked for, or null for the default
     */
    public DailySeries choose(Window window, @Nullable PainContext asked) {
        if (asked != null) {
            return of(asked);
        }
        DailySeries average = of(PainContext.AVERAGE_24H);
        DailySeries now = of(PainContext.NOW);
        boolean enough = window.of(average).size() >= MinimumRules.SCORED_DAYS;
        return enough || window.of(now).isEmpty() ? average : now;
    }
}
