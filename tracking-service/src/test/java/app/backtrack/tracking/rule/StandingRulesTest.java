package app.backtrack.tracking.rule;

import static app.backtrack.tracking.journal.Facts.entry;
import static app.backtrack.tracking.journal.Facts.score;
import static app.backtrack.tracking.journal.Facts.screen;
import static org.assertj.core.api.Assertions.assertThat;

import app.backtrack.events.AlertEvent.RedFlagClosed;
import app.backtrack.events.AlertOutcome;
import app.backtrack.events.InsightRule;
import app.backtrack.events.PainContext;
import app.backtrack.events.PainEvent.PainScoreRecorded;
import app.backtrack.events.RedFlag;
import app.backtrack.events.Severity;
import app.backtrack.tracking.care.CareProjection;
import app.backtrack.tracking.care.CareView;
import app.backtrack.tracking.care.Programs;
import app.backtrack.tracking.insight.RuleVersion;
import app.backtrack.tracking.insight.Standing;
import app.backtrack.tracking.journal.Facts;
import app.backtrack.tracking.journal.JournalEntry;
import app.backtrack.tracking.progress.ProgressProjection;
import app.backtrack.tracking.progress.ProgressView;
import app.backtrack.tracking.trend.Verdict;
import app.backtrack.tracking.trend.Window;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class StandingRulesTest {

    private static final LocalDate START = LocalDate.of(2026, 9, 1);
    private static final String TEN_WEEKS =
            "8888888 8788788 7.77877 6766.67 6556656 5545.54 4444544 3433433 23323.2 1212121";

    /**
     * The worked example. Baseline 8, so 30 % is reached by a week's mean of 5.6 and told once the trend is improving
     * as well, which here is later; 50 % is reached by a mean of 4, and told on the first day that has it.
     */
    @Test
    void from_eight_to_one_or_two_in_week_ten_is_an_improvement_with_both_milestones() {
        List<Standing> standing = standing(TEN_WEEKS, START.plusDays(69)).stream()
                .filter(one -> one.rule() != InsightRule.REVIEW_DUE && one.severity() == Severity.INFO)
                .toList();

        assertThat(standing)
                .extracting(Standing::rule)
                .containsExactly(InsightRule.TREND_IMPROVING, InsightRule.MILESTONE_30, InsightRule.MILESTONE_50);
        assertThat(weekMean(standing.get(1).since())).isLessThanOrEqualTo(5.6);
        assertThat(verdict(view(TEN_WEEKS), standing.get(1).since().minusDays(1)))
                .isNotEqualTo(Verdict.IMPROVING);
        assertThat(weekMean(standing.get(2).since())).isLessThanOrEqualTo(4);
        assertThat(weekMean(standing.get(2).since().minusDays(1))).isGreaterThan(4);
        assertThat(standing.get(2).before()).isEqualTo("moderate");
        assertThat(standing.get(2).numbers())
                .containsEntry("baseline", new BigDecimal("8.00"))
                .containsKeys("current", "programChange", "programChangePercent");
    }

    @Test
    void an_improvement_stands_since_the_first_day_of_its_unbroken_run() {
        LocalDate today = START.plusDays(69);
        ProgressView view = view(TEN_WEEKS);
        Standing improving = At.on(InsightRule.TREND_IMPROVING, view, today).getFirst();

        assertThat(verdict(view, improving.since())).isEqualTo(Verdict.IMPROVING);
        assertThat(verdict(view, improving.since().minusDays(1))).isNotEqualTo(Verdict.IMPROVING);
        assertThat(improving.since().datesUntil(today)).allMatch(date -> verdict(view, date) == Verdict.IMPROVING);
        assertThat(improving.insightId()).isEqualTo("trend-improving/1/" + improving.since());
    }

    @Test
    void four_weeks_of_rising_pain_are_a_worsening_of_high_severity() {
        List<Standing> standing = standing("3333233 3433434 4544545 5556565", START.plusDays(27));

        assertThat(standing).hasSize(1);
        Standing worsening = standing.getFirst();
        assertThat(worsening.rule()).isEqualTo(InsightRule.TREND_WORSENING);
        assertThat(worsening.severity()).isEqualTo(Severity.HIGH);
        assertThat(worsening.numbers())
                .containsKeys(
                        "start", "current", "windowChange", "slopePerWeek", "slopeLower", "slopeUpper", "scoredDays");
        assertThat(worsening.numbers().get("slopeLower")).isPositive();
        assertThat(worsening.before())
                .isEqualTo(view("3333233 3433434 4544545 5556565")
                        .trend(new Window(worsening.since().minusDays(1), 4), null)
                        .finding()
                        .verdict()
                        .wireName())
                .isNotEqualTo("worsening");
    }

    @Test
    void a_sparse_diary_says_nothing() {
        assertThat(standing("9...... .5..... .....2. ....1..", START.plusDays(27)))
                .isEmpty();
        assertThat(standing("", START)).isEmpty();
    }

    @Test
    void what_comes_later_is_left_out() {
        assertThat(standing(TEN_WEEKS, START.plusDays(6))).isEmpty();
    }

    @Test
    void milestones_outlive_the_end_of_their_program_and_a_relapse() {
        ProgressView relapsing =
                view(TEN_WEEKS + "9999999 9999999").with(Programs.completed(START, START.plusDays(70)));

        assertThat(At.on(relapsing, START.plusDays(83)))
                .extracting(Standing::rule)
                .contains(InsightRule.MILESTONE_30, InsightRule.MILESTONE_50)
                .doesNotContain(InsightRule.TREND_IMPROVING);
    }

    @Test
    void relief_after_the_end_of_a_program_is_no_milestone_of_it() {
        ProgressView stopped = view(TEN_WEEKS).with(Programs.completed(START, START.plusDays(21)));

        assertThat(At.on(stopped, START.plusDays(69)))
                .extracting(Standing::rule)
                .doesNotContain(InsightRule.MILESTONE_30, InsightRule.MILESTONE_50);
    }

    @Test
    void a_positive_screen_is_critical_and_stands_whatever_its_later_revisions_say() {
        List<JournalEntry> entries = List.of(
                entry(screen(1, 1, START, RedFlag.SADDLE_NUMBNESS, RedFlag.CONSTANT_NIGHT_PAIN)),
                entry(screen(1, 2, START)),
                entry(Facts.screenRetracted(1, 3)));
        ProgressView view = ProgressProjection.foldAll(CareView.EMPTY, entries);

        List<Standing> standing = At.on(view, START.plusDays(300));

        assertThat(standing).hasSize(1);
        Standing redFlag = standing.getFirst();
        assertThat(redFlag.insightId()).isEqualTo("red-flag/1/2026-09-01/" + Facts.id(1));
        assertThat(redFlag.severity()).isEqualTo(Severity.CRITICAL);
        assertThat(redFlag.numbers())
                .containsEntry("positive", BigDecimal.valueOf(2))
                .containsEntry("caudaEquina", BigDecimal.ONE);
        assertThat(At.evidence(redFlag, entries)).containsExactly("red-flag-screen/" + Facts.id(1) + "/1");
    }

    @Test
    void a_screen_that_was_corrected_to_another_date_is_one_insight_since_the_first() {
        ProgressView view = ProgressProjection.foldAll(
                CareView.EMPTY,
                List.of(
                        entry(screen(1, 1, START.plusDays(9), RedFlag.SADDLE_NUMBNESS)),
                        entry(screen(1, 2, START, RedFlag.SADDLE_NUMBNESS))));

        assertThat(At.on(view, START.plusDays(9))).extracting(Standing::since).containsExactly(START);
    }

    @Test
    void what_a_clinician_closed_stands_no_longer_and_a_further_screen_of_the_same_day_does() {
        ProgressView view = ProgressProjection.foldAll(
                CareProjection.apply(
                        CareView.EMPTY,
                        new RedFlagClosed("red-flag/1/2026-09-01", List.of(Facts.id(1)), AlertOutcome.REFERRED, null),
                        "alert/1",
                        Facts.RECORDED),
                List.of(
                        entry(screen(1, 1, START, RedFlag.SADDLE_NUMBNESS)),
                        entry(screen(2, 1, START, RedFlag.SADDLE_NUMBNESS))));

        assertThat(At.on(view, START))
                .extracting(Standing::insightId)
                .containsExactly("red-flag/1/2026-09-01/" + Facts.id(2));
    }

    @Test
    void a_negative_screen_is_no_insight() {
        ProgressView view = ProgressProjection.foldAll(CareView.EMPTY, List.of(entry(screen(1, 1, START))));

        assertThat(At.on(view, START)).isEmpty();
    }

    @Test
    void evidence_are_the_scores_that_count_of_the_context_and_the_span() {
        List<JournalEntry> entries = new ArrayList<>(entries("3333233 3433434 4544545 5556565"));
        LocalDate today = START.plusDays(27);
        Standing worsening =
                At.on(InsightRule.TREND_WORSENING, fold(entries), today).getFirst();
        entries.add(entry(score(3, 2, START.plusDays(2), 3)));
        entries.add(entry(Facts.scoreRetracted(4, 2)));
        entries.add(entry(score(100, 1, today, PainContext.NOW, 3)));
        entries.add(entry(score(101, 1, START.minusDays(40), 3)));

        List<String> evidence = At.evidence(worsening, entries);

        assertThat(evidence)
                .startsWith("pain-score/" + Facts.id(1) + "/1")
                .contains("pain-score/" + Facts.id(3) + "/2")
                .doesNotContain(
                        "pain-score/" + Facts.id(3) + "/1",
                        "pain-score/" + Facts.id(4) + "/1",
                        "pain-score/" + Facts.id(100) + "/1",
                        "pain-score/" + Facts.id(101) + "/1");
        assertThat(At.span(worsening).weeks()).contains("2026-W36").doesNotContain("2026-W40");
    }

    @Test
    void a_rules_first_version_raises_what_held_since_its_cut_over() {
        for (InsightRule rule : InsightRule.values()) {
            assertThat(RuleVersion.of(rule).version()).isEqualTo(1);
            assertThat(RuleVersion.of(rule).cutOver()).isBefore(START);
        }
    }

    private static List<Standing> standing(String diary, LocalDate date) {
        return At.on(view(diary), date);
    }

    private static ProgressView view(String diary) {
        return fold(entries(diary));
    }

    private static ProgressView fold(List<JournalEntry> entries) {
        return ProgressProjection.foldAll(Programs.startingOn(START), entries);
    }

    /** One score a day from the program's first day on, fact n on day n; a dot is a day without. */
    static List<JournalEntry> entries(String diary) {
        List<JournalEntry> entries = new ArrayList<>();
        String days = diary.replace(" ", "");
        for (int day = 0; day < days.length(); day++) {
            if (days.charAt(day) != '.') {
                int points = Character.digit(days.charAt(day), 10);
                entries.add(entry(score(day + 1, 1, START.plusDays(day), points)));
            }
        }
        return entries;
    }

    private static double weekMean(LocalDate until) {
        return entries(TEN_WEEKS).stream()
                .map(entry -> (PainScoreRecorded) entry.fact())
                .filter(score -> score.localDate().isAfter(until.minusDays(7))
                        && !score.localDate().isAfter(until))
                .mapToInt(PainScoreRecorded::score)
                .average()
                .orElseThrow();
    }

    private static Verdict verdict(ProgressView view, LocalDate date) {
        return view.trend(new Window(date, 12), null).finding().verdict();
    }
}
