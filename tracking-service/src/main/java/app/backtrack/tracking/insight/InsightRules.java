package app.backtrack.tracking.insight;

import app.backtrack.events.FactEvent.Report;
import app.backtrack.events.FactKind;
import app.backtrack.events.InsightRule;
import app.backtrack.events.PainEvent.RedFlagScreened;
import app.backtrack.events.RedFlag;
import app.backtrack.events.Severity;
import app.backtrack.tracking.care.CareView;
import app.backtrack.tracking.care.ProgramView;
import app.backtrack.tracking.journal.FactHistory;
import app.backtrack.tracking.journal.JournalEntry;
import app.backtrack.tracking.journal.JournalRules;
import app.backtrack.tracking.progress.ProgressView;
import app.backtrack.tracking.trend.DailyScores;
import app.backtrack.tracking.trend.DailySeries;
import app.backtrack.tracking.trend.Milestone;
import app.backtrack.tracking.trend.MilestoneRules;
import app.backtrack.tracking.trend.ProgramChange.Relief;
import app.backtrack.tracking.trend.Trend;
import app.backtrack.tracking.trend.TrendRules;
import app.backtrack.tracking.trend.Verdict;
import app.backtrack.tracking.trend.Window;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;

/** Says which insights hold for a patient on a date: from facts, decisions and settings alone, however they arrived. */
public final class InsightRules {

    private InsightRules() {}

    /**
     * All insights that hold on {@code localDate}, red flags first.
     *
     * <p>Cost, with 12 weeks of daily scores: a tenth of a millisecond where nothing holds; where a trend holds, about
     * as much again for each day since it first held (4 ms for six weeks of improvement with its milestones).
     *
     * @param localDate the patient's date to judge on; later facts are left out, but for red flags
     */
    public static List<Standing> standing(ProgressView view, Settings settings, LocalDate localDate) {
        List<Standing> standing = new ArrayList<>(redFlags(view));
        DailyScores scores = view.scores();
        run(InsightRule.TREND_WORSENING, scores, view.care(), new Window(localDate, settings.worseningWeeks()))
                .ifPresent(standing::add);
        run(InsightRule.TREND_IMPROVING, scores, view.care(), new Window(localDate, settings.improvementWeeks()))
                .ifPresent(standing::add);
        for (ProgramView program : view.care().programs().values()) {
            standing.addAll(milestones(program, scores, settings, localDate));
        }
        return List.copyOf(standing);
    }

    /** A positive screen stands until a clinician closes it, so facts never end it. */
    private static List<Standing> redFlags(ProgressView view) {
        Map<UUID, TreeMap<LocalDate, List<RedFlag>>> screens = new TreeMap<>();
        view.weeks()
                .values()
                .forEach(week -> week.days()
                        .forEach((date, day) -> day.reported()
                                .screens()
                                .forEach((screen, signs) -> screens.computeIfAbsent(screen, any -> new TreeMap<>())
                                        .put(date, signs))));
        return screens.entrySet().stream()
                .filter(screen -> !view.care().closed(screen.getKey()))
                .map(screen -> redFlag(screen.getKey(), screen.getValue()))
                .sorted(Comparator.comparing(Standing::since).thenComparing(Standing::insightId))
                .toList();
    }

    private static Standing redFlag(UUID screen, TreeMap<LocalDate, List<RedFlag>> dates) {
        LocalDate date = dates.firstKey();
        List<RedFlag> signs = dates.firstEntry().getValue();
        int caudaEquina = (int) signs.stream().filter(RedFlag::caudaEquina).count();
        return new Standing(
                InsightRule.RED_FLAG,
                RuleVersion.of(InsightRule.RED_FLAG).version(),
                date,
                screen.toString(),
                severity(InsightRule.RED_FLAG),
                null,
                Numbers.ofRedFlags(signs.size(), caudaEquina),
                new EvidenceSpan(FactKind.RED_FLAG_SCREEN, null, date, dates.lastKey(), screen));
    }

    /**
     * The unbroken run of days, up to the window's last, on which the verdict holds. All of it is judged on the series
     * that is the default on the last day: that the default changed is no news of the patient.
     */
    private static Optional<Standing> run(InsightRule rule, DailyScores scores, CareView care, Window window) {
        Verdict verdict = rule == InsightRule.TREND_WORSENING ? Verdict.WORSENING : Verdict.IMPROVING;
        DailySeries series = scores.choose(window, null);
        LocalDate before = window.until();
        while (TrendRules.holds(verdict, series, new Window(before, window.weeks()), care.programStart(before))) {
            before = before.minusDays(1);
        }
        if (before.equals(window.until())) {
            return Optional.empty();
        }
        Window first = new Window(before.plusDays(1), window.weeks());
        Trend trend = TrendRules.trend(series, first, care.programStart(first.until()));
        return Optional.of(standing(
                rule,
                first.until(),
                Numbers.ofVerdict(trend),
                new EvidenceSpan(FactKind.PAIN_SCORE, series.context(), first.from(), first.until(), null)));
    }

    private static List<Standing> milestones(
            ProgramView program, DailyScores scores, Settings settings, LocalDate localDate) {
        LocalDate start = program.current().plan().startsOn();
        LocalDate lastDay = program.endedOn().map(over -> over.minusDays(1)).orElse(localDate);
        LocalDate until = lastDay.isBefore(localDate) ? lastDay : localDate;
        return MilestoneRules.milestones(scores, start, until, settings.improvementWeeks()).stream()
                .map(milestone -> milestone(milestone, start, scores, settings))
                .toList();
    }

    private static Standing milestone(
            Milestone milestone, LocalDate programStart, DailyScores scores, Settings settings) {
        Window window = new Window(milestone.date(), settings.improvementWeeks());
        Trend trend = TrendRules.trend(scores.of(milestone.context()), window, programStart);
        LocalDate from = programStart.isBefore(window.from()) ? programStart : window.from();
        return standing(
                milestone.relief() == Relief.SUBSTANTIAL ? InsightRule.MILESTONE_50 : InsightRule.MILESTONE_30,
                milestone.date(),
                Numbers.ofMilestone(trend),
                new EvidenceSpan(FactKind.PAIN_SCORE, milestone.context(), from, milestone.date(), null));
    }

    private static Standing standing(
            InsightRule rule, LocalDate since, SortedMap<String, BigDecimal> numbers, EvidenceSpan span) {
        return new Standing(rule, RuleVersion.of(rule).version(), since, null, severity(rule), null, numbers, span);
    }

    /** How urgently what a rule says wants a clinician. */
    public static Severity severity(InsightRule rule) {
        return switch (rule) {
            case RED_FLAG -> Severity.CRITICAL;
            case TREND_WORSENING, PAIN_SPIKE, FLARE, LONG_SILENCE, ADHERENCE_LAPSE -> Severity.HIGH;
            case REVIEW_DUE, NO_MEANINGFUL_CHANGE, ASYMMETRY_CHANGED -> Severity.MEDIUM;
            case SILENCE -> Severity.LOW;
            case TREND_IMPROVING, MILESTONE_30, MILESTONE_50 -> Severity.INFO;
        };
    }

    /**
     * The CloudEvents ids of the facts that an insight rests on, in the order of their dates: of scores those that
     * count, of red-flag screens every revision that said yes.
     *
     * @param entries the journal of the span's weeks and all that are linked with them, and the amendments
     */
    public static List<String> evidence(EvidenceSpan span, Collection<JournalEntry> entries) {
        return JournalRules.resolve(entries).values().stream()
                .flatMap(history -> witnesses(span, history))
                .filter(span::contains)
                .sorted(Comparator.comparing(Report::localDate).thenComparing(Report::eventId))
                .map(Report::eventId)
                .distinct()
                .toList();
    }

    private static Stream<Report> witnesses(EvidenceSpan span, FactHistory history) {
        Stream<JournalEntry> entries = switch (span.kind()) {
            case PAIN_SCORE, SESSION, FLARE, QUESTIONNAIRE, HABIT_CHECK_IN, SELF_CHECK, CARE_TIME ->
                Stream.of(history.winner());
            case RED_FLAG_SCREEN -> history.entries().stream().filter(InsightRules::saysYes);
        };
        return entries.map(JournalEntry::fact).filter(Report.class::isInstance).map(Report.class::cast);
    }

    private static boolean saysYes(JournalEntry entry) {
        return entry.fact() instanceof RedFlagScreened screen
                && !screen.positive().isEmpty();
    }
}
