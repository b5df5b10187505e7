package app.backtrack.tracking.rule;

import app.backtrack.events.InsightRule;
import app.backtrack.tracking.care.CareView;
import app.backtrack.tracking.care.ProgramView;
import app.backtrack.tracking.insight.EvidenceSpan;
import app.backtrack.tracking.insight.Numbers;
import app.backtrack.tracking.insight.Settings;
import app.backtrack.tracking.insight.Standing;
import app.backtrack.tracking.trend.DailySeries;
import app.backtrack.tracking.trend.Milestone;
import app.backtrack.tracking.trend.MilestoneRules;
import app.backtrack.tracking.trend.ProgramChange;
import app.backtrack.tracking.trend.ProgramChange.Relief;
import app.backtrack.tracking.trend.Trend;
import app.backtrack.tracking.trend.TrendRules;
import app.backtrack.tracking.trend.Verdict;
import app.backtrack.tracking.trend.Window;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;

/** What the trend says: that pain worsens or improves, and the marks of relief that were reached. */
final class TrendStandingRules {

    private TrendStandingRules() {}

    static Optional<Standing> worsening(Moment moment) {
        ToIntFunction<LocalDate> weeks = date -> moment.settings().on(date).worseningWeeks();
        return run(InsightRule.TREND_WORSENING, Verdict.WORSENING, moment, weeks);
    }

    static Optional<Standing> improving(Moment moment) {
        return run(InsightRule.TREND_IMPROVING, Verdict.IMPROVING, moment, improvementWeeks(moment.settings()));
    }

    /**
     * The unbroken run of days, up to the moment's, on which the verdict holds. All of it is judged on the series that
     * is the default on the last day: that the default changed is no news of the patient.
     */
    private static Optional<Standing> run(
            InsightRule rule, Verdict verdict, Moment moment, ToIntFunction<LocalDate> weeks) {
        CareView care = moment.care();
        DailySeries series = moment.series(weeks.applyAsInt(moment.localDate()));
        return moment.since(date -> TrendRules.holds(
                        verdict, series, new Window(date, weeks.applyAsInt(date)), care.programStart(date)))
                .map(since -> {
                    Window first = new Window(since, weeks.applyAsInt(since));
                    return Standing.of(
                            rule,
                            since,
                            null,
                            trend(series, since.minusDays(1), weeks, care)
                                    .finding()
                                    .verdict()
                                    .wireName(),
                            Numbers.ofVerdict(trend(series, since, weeks, care)),
                            EvidenceSpan.scores(series.context(), first.from(), since));
                });
    }

    private static Trend trend(DailySeries series, LocalDate date, ToIntFunction<LocalDate> weeks, CareView care) {
        return TrendRules.trend(series, new Window(date, weeks.applyAsInt(date)), care.programStart(date));
    }

    /** Of all programs; a milestone outlives its program's end. */
    static List<Standing> milestones(InsightRule rule, Relief mark, Moment moment) {
        return moment.care().programs().values().stream()
                .flatMap(program -> reached(mark, program, moment)
                        .map(milestone -> standing(
                                rule, milestone, program.current().plan().startsOn(), moment))
                        .stream())
                .toList();
    }

    private static Optional<Milestone> reached(Relief mark, ProgramView program, Moment moment) {
        LocalDate today = moment.localDate();
        LocalDate lastDay = program.endedOn().map(over -> over.minusDays(1)).orElse(today);
        return MilestoneRules.milestone(
                mark,
                moment.scores(),
                program.current().plan().startsOn(),
                lastDay.isBefore(today) ? lastDay : today,
                improvementWeeks(moment.settings()));
    }

    private static Standing standing(InsightRule rule, Milestone milestone, LocalDate programStart, Moment moment) {
        LocalDate date = milestone.date();
        DailySeries series = moment.series(milestone.context());
        Window window = new Window(date, moment.settings().on(date).improvementWeeks());
        LocalDate from = programStart.isBefore(window.from()) ? programStart : window.from();
        return Standing.of(
                rule,
                date,
                null,
                relief(TrendRules.changes(series, new Window(date.minusDays(1), window.weeks()), programStart)
                        .programChange()),
                Numbers.ofMilestone(TrendRules.trend(series, window, programStart)),
                EvidenceSpan.scores(milestone.context(), from, date));
    }

    private static @Nullable String relief(@Nullable ProgramChange change) {
        return change == null || change.relief() == null
                ? null
                : change.relief().wireName();
    }

    private static ToIntFunction<LocalDate> improvementWeeks(Settings.ByDate settings) {
        return date -> settings.on(date).improvementWeeks();
    }
}
