package app.backtrack.tracking.progress;

import app.backtrack.events.PainContext;
import app.backtrack.tracking.care.CareView;
import app.backtrack.tracking.care.Sorted;
import app.backtrack.tracking.journal.IsoWeek;
import app.backtrack.tracking.trend.DailyScores;
import app.backtrack.tracking.trend.DailySeries;
import app.backtrack.tracking.trend.DailyValue;
import app.backtrack.tracking.trend.Trend;
import app.backtrack.tracking.trend.TrendRules;
import app.backtrack.tracking.trend.Window;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A patient's progress as facts alone make it: no clock, no settings. Written in canonical JSON, equal facts are equal
 * bytes.
 *
 * @param care what clinicians decided
 * @param weeks what the patient reported, by ISO week such as {@code 2026-W47}
 */
public record ProgressView(CareView care, SortedMap<String, WeekView> weeks) {

    /** Nothing known yet. */
    public static final ProgressView EMPTY = new ProgressView(CareView.EMPTY, new TreeMap<>());

    public ProgressView {
        weeks = Sorted.copyOf(weeks);
    }

    /** The same reports under other decisions. */
    public ProgressView with(CareView other) {
        return new ProgressView(other, weeks);
    }

    /** When the patient was last heard of, UTC; null where nothing came from the patient. */
    public @Nullable Instant lastHeard() {
        return weeks.values().stream()
                .map(WeekView::lastHeard)
                .filter(Objects::nonNull)
                .max(Comparator.naturalOrder())
                .orElse(null);
    }

    /** Everything besides pain scores that was reported about a local date, be it nothing. */
    public DayReports reportsOn(LocalDate date) {
        WeekView week = weeks.get(IsoWeek.of(date));
        DayView day = week == null ? null : week.days().get(date);
        return day == null ? DayReports.NONE : day.reported();
    }

    /** The daily pain values of all contexts. */
    public DailyScores scores() {
        Map<PainContext, List<DailyValue>> values = new EnumMap<>(PainContext.class);
        for (WeekView week : weeks.values()) {
            week.days()
                    .forEach((date, day) -> day.pain()
                            .forEach((context, scores) -> values.computeIfAbsent(context, any -> new ArrayList<>())
                                    .add(new DailyValue(date, scores.sum(), scores.count()))));
        }
        Map<PainContext, DailySeries> series = new EnumMap<>(PainContext.class);
        values.forEach((context, days) -> series.put(context, DailySeries.of(context, days)));
        return new DailyScores(series);
    }

    /**
     * The pain trend over a window, against the program under way on its last day.
     *
     * @param asked the context that the reader asked for; null for the default series
     */
    public Trend trend(Window window, @Nullable PainContext asked) {
        return TrendRules.trend(scores().choose(window, asked), window, care.programStart(window.until()));
    }
}
