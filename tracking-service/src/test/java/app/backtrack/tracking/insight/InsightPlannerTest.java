package app.backtrack.tracking.insight;

import static org.assertj.core.api.Assertions.assertThat;

import app.backtrack.events.FactKind;
import app.backtrack.events.InsightEvent.InsightWithdrawn;
import app.backtrack.events.InsightRule;
import app.backtrack.events.PainContext;
import app.backtrack.events.Severity;
import app.backtrack.tracking.insight.InsightLedger.Mark;
import app.backtrack.tracking.journal.Facts;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class InsightPlannerTest {
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final Instant NOW = Instant.parse("2026-11-20T18:30:00Z");
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 20);
    private static final UUID EVENT_ID = UUID.fromString("0192f0c1-7d2e-4c3a-8b1f-2a3b4c5d6e7f");
    private static final Mark TOLD = new Mark(NOW, null, null, null, null);
    private static final Mark NOTED = new Mark(null, NOW, null, null, null);
    private static final Mark WITHDRAWN = new Mark(NOW, null, NOW, null, null);
    private static final List<String> EVIDENCE = List.of("pain-score/1/1");

    @Test
    void what_newly_stands_is_told_with_its_evidence() {
        Standing worsening = standing(TODAY);

        assertThat(steps(List.of(worsening), InsightLedger.EMPTY))
                .containsExactly(new InsightStep.Raise(EVENT_ID, worsening.raised(EVIDENCE), NOW));
    }

    @Test
    void what_was_dealt_with_is_not_told_again() {
        Standing worsening = standing(TODAY);

        assertThat(steps(List.of(worsening), ledger(worsening, TOLD))).isEmpty();
        assertThat(steps(List.of(worsening), ledger(worsening, NOTED))).isEmpty();
        assertThat(steps(List.of(worsening), ledger(worsening, WITHDRAWN))).isEmpty();
    }

    /** The ledger is entered after the log has it, so a clinician may be faster. */
    @Test
    void what_a_clinician_closed_before_the_ledger_knew_of_it_is_still_entered() {
        Standing worsening = standing(TODAY);

        assertThat(steps(List.of(worsening), ledger(worsening, new Mark(null, null, null, null, NOW))))
                .hasOnlyElementsOfType(InsightStep.Raise.class);
        assertThat(steps(List.of(), ledger(worsening, new Mark(null, null, null, null, NOW))))
                .isEmpty();
    }

    @Test
    void news_is_what_began_within_48_hours_of_the_patients_midnight() {
        LocalDate lastOfTheNews = LocalDate.of(2026, 11, 17);
        Instant midnightIn48Hours = Instant.parse("2026-11-19T23:00:00Z");

        assertThat(stepsAt(midnightIn48Hours, standing(lastOfTheNews))).hasOnlyElementsOfType(InsightStep.Raise.class);
        assertThat(stepsAt(midnightIn48Hours.plusMillis(1), standing(lastOfTheNews)))
                .containsExactly(new InsightStep.Note(
                        standing(lastOfTheNews).insightId(), true, midnightIn48Hours.plusMillis(1)));
    }

    @Test
    void a_red_flag_that_arrives_days_late_is_still_told() {
        assertThat(stepsAt(NOW, redFlag(TODAY.minusDays(13)))).hasOnlyElementsOfType(InsightStep.Raise.class);
        assertThat(stepsAt(NOW, redFlag(TODAY.minusDays(30)))).hasOnlyElementsOfType(InsightStep.Note.class);
    }

    @Test
    void evidence_is_looked_up_only_for_what_is_told() {
        Function<Standing, List<String>> unasked = standing -> {
            throw new AssertionError("nobody is told");
        };

        assertThat(InsightPlanner.steps(
                        List.of(standing(TODAY.minusDays(30))),
                        InsightLedger.EMPTY,
                        unasked,
                        () -> EVENT_ID,
                        BERLIN,
                        NOW))
                .hasSize(1);
    }

    @Test
    void what_was_before_a_rules_cut_over_is_old_news() {
        LocalDate before = RuleVersion.of(InsightRule.TREND_WORSENING).cutOver().minusDays(1);
        Instant then = before.atTime(12, 0).atZone(BERLIN).toInstant();

        assertThat(stepsAt(then, standing(before))).hasOnlyElementsOfType(InsightStep.Note.class);
    }

    @Test
    void what_was_told_and_holds_no_longer_is_withdrawn_once() {
        Standing worsening = standing(TODAY);

        assertThat(steps(List.of(), ledger(worsening, TOLD)))
                .containsExactly(new InsightStep.Withdraw(
                        EVENT_ID,
                        new InsightWithdrawn(InsightRule.TREND_WORSENING, worsening.ruleVersion(), TODAY, null),
                        NOW));
        assertThat(steps(List.of(), ledger(worsening, WITHDRAWN))).isEmpty();
    }

    @Test
    void what_nobody_was_told_is_withdrawn_without_a_word() {
        Standing worsening = standing(TODAY);

        assertThat(steps(List.of(), ledger(worsening, NOTED)))
                .containsExactly(new InsightStep.Note(worsening.insightId(), false, NOW));
    }

    @Test
    void what_an_earlier_version_of_a_rule_said_stays_as_it_was() {
        InsightLedger old = new InsightLedger(Map.of("trend-worsening/0/2026-11-20", TOLD));

        assertThat(steps(List.of(), old)).isEmpty();
    }

    private static List<InsightStep> stepsAt(Instant now, Standing standing) {
        return InsightPlanner.steps(
                List.of(standing), InsightLedger.EMPTY, any -> EVIDENCE, () -> EVENT_ID, BERLIN, now);
    }

    private static List<InsightStep> steps(List<Standing> standing, InsightLedger ledger) {
        return InsightPlanner.steps(standing, ledger, any -> EVIDENCE, () -> EVENT_ID, BERLIN, NOW);
    }

    private static InsightLedger ledger(Standing standing, Mark mark) {
        return new InsightLedger(Map.of(standing.insightId(), mark));
    }

    private static Standing standing(LocalDate since) {
        return new Standing(
                InsightRule.TREND_WORSENING,
                RuleVersion.of(InsightRule.TREND_WORSENING).version(),
                since,
                null,
                Severity.HIGH,
                null,
                new TreeMap<>(),
                EvidenceSpan.scores(PainContext.AVERAGE_24H, since.minusDays(27), since));
    }

    private static Standing redFlag(LocalDate since) {
        return new Standing(
                InsightRule.RED_FLAG,
                RuleVersion.of(InsightRule.RED_FLAG).version(),
                since,
                Facts.id(1).toString(),
                Severity.CRITICAL,
                null,
                new TreeMap<>(),
                EvidenceSpan.fact(FactKind.RED_FLAG_SCREEN, Facts.id(1), since, since));
    }
}
