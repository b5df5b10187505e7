package app.backtrack.tracking.caseload;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import app.backtrack.events.InsightRule;
import app.backtrack.events.PatientId;
import app.backtrack.events.ProgramStatus;
import app.backtrack.events.Severity;
import app.backtrack.tracking.care.CareView;
import app.backtrack.tracking.care.Programs;
import app.backtrack.tracking.caseload.CaseloadRow.CareStatus;
import app.backtrack.tracking.caseload.CaseloadRow.OpenAlert;
import app.backtrack.tracking.insight.InsightLedger;
import app.backtrack.tracking.insight.InsightLedger.Mark;
import app.backtrack.tracking.journal.Facts;
import app.backtrack.tracking.journal.JournalEntry;
import app.backtrack.tracking.progress.ProgressProjection;
import app.backtrack.tracking.progress.ProgressView;
import app.backtrack.tracking.trend.Finding;
import app.backtrack.tracking.trend.Verdict;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class CaseloadRulesTest {
    private static final Instant AT = Instant.parse("2026-11-18T09:00:00Z");
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 20);
    private static final PatientId PATIENT = new PatientId(new UUID(0, 1));

    @Test
    void a_patient_of_whom_nothing_was_heard_is_uncertain_and_says_how_many_days_are_missing() {
        CaseloadRow row = row(Programs.startingOn(TODAY.minusDays(8)), List.of());

        assertThat(row.status()).isEqualTo(CareStatus.ENROLLED);
        assertThat(row.therapists()).containsExactly("thea.harbour");
        assertThat(requireNonNull(row.program()).week()).isEqualTo(2);
        assertThat(requireNonNull(row.program()).status()).isEqualTo(ProgramStatus.ACTIVE);
        assertThat(row.lastHeard()).isNull();
        assertThat(row.fourWeeks().verdict()).isEqualTo(Verdict.UNCERTAIN);
        assertThat(row.fourWeeks().reason()).isEqualTo(Finding.Reason.TOO_FEW_DAYS);
        assertThat(row.fourWeeks().daysNeeded()).isEqualTo(12);
        assertThat(row.programChange()).isNull();
        assertThat(row.reason()).isNull();
    }

    @Test
    void pain_that_fell_from_8_to_2_shows_in_both_windows_and_against_the_baseline() {
        CareView care = Programs.startingOn(TODAY.minusDays(27));
        List<JournalEntry> diary = IntStream.range(0, 28)
                .mapToObj(day -> Facts.entry(Facts.score(day, 1, TODAY.minusDays(27 - day), 8 - 6 * day / 27)))
                .toList();

        CaseloadRow row = row(care, diary);

        assertThat(row.fourWeeks().verdict()).isEqualTo(Verdict.IMPROVING);
        assertThat(row.twelveWeeks().verdict()).isEqualTo(Verdict.IMPROVING);
        assertThat(requireNonNull(row.programChange()).points()).isNegative();
        assertThat(row.lastHeard()).isEqualTo(Facts.RECORDED);
        assertThat(requireNonNull(row.program()).week()).isEqualTo(4);
    }

    @Test
    void a_program_that_is_over_has_no_week() {
        CaseloadRow row = row(Programs.completed(TODAY.minusDays(40), TODAY.minusDays(3)), List.of());

        assertThat(requireNonNull(row.program()).status()).isEqualTo(ProgramStatus.COMPLETED);
        assertThat(requireNonNull(row.program()).week()).isNull();
    }

    /** 3 a week over 4 weeks are 12, 6 were done: 0.5, after Wilson 0.2538 to 0.7462. */
    @Test
    void adherence_of_the_last_28_days_by_hand() {
        CareView care = Programs.startingOn(TODAY.minusDays(27));
        List<JournalEntry> sessions = sessionsDaysAgo(27, 25, 23, 20, 18, 10);

        CaseloadRow.Adherence adherence = requireNonNull(row(care, sessions).adherence());

        assertThat(adherence.from()).isEqualTo(TODAY.minusDays(27));
        assertThat(adherence.due()).isEqualTo(12);
        assertThat(adherence.done()).isEqualTo(6);
        assertThat(adherence.rate().share()).isEqualTo(0.5);
        assertThat(adherence.rate().interval().lower()).isCloseTo(0.2538, within(0.00005));
        assertThat(adherence.rate().interval().upper()).isCloseTo(0.7462, within(0.00005));
    }

    @Test
    void what_was_due_or_done_29_days_ago_does_not_count() {
        CareView care = Programs.startingOn(TODAY.minusDays(34));

        CaseloadRow.Adherence adherence =
                requireNonNull(row(care, sessionsDaysAgo(34, 28, 27)).adherence());

        assertThat(adherence.due()).isEqualTo(12);
        assertThat(adherence.done()).isEqualTo(1);
    }

    @Test
    void where_nothing_was_due_there_is_no_adherence() {
        assertThat(row(CareView.EMPTY, List.of()).adherence()).isNull();
        assertThat(row(Programs.startingOn(TODAY.plusDays(1)), sessionsDaysAgo(2))
                        .adherence())
                .isNull();
    }

    @Test
    void open_is_what_was_told_and_neither_withdrawn_nor_taken_care_of() {
        InsightLedger ledger = new InsightLedger(Map.of(
                "trend-worsening/1/2026-11-18", new Mark(AT, null, null, null, null),
                "pain-spike/1/2026-11-17", new Mark(AT, null, AT, null, null),
                "flare/1/2026-11-16/0199a000-0000-7000-8000-000000000009", new Mark(null, AT, null, null, null),
                "silence/1/2026-11-10", new Mark(AT, null, null, AT, null),
                "long-silence/1/2026-11-10", new Mark(AT, null, null, null, AT),
                "trend-worsening/99/2026-11-01", new Mark(AT, null, null, null, null)));

        assertThat(CaseloadRules.open(ledger))
                .containsExactly(new OpenAlert(
                        "trend-worsening/1/2026-11-18",
                        InsightRule.TREND_WORSENING,
                        Severity.HIGH,
                        LocalDate.of(2026, 11, 18)));
    }

    @Test
    void a_red_flag_stays_open_until_it_is_closed_whoever_looks_into_it() {
        String screen = "red-flag/1/2026-11-18/0199a000-0000-7000-8000-000000000009";

        assertThat(CaseloadRules.open(new InsightLedger(Map.of(screen, new Mark(AT, null, null, AT, null)))))
                .hasSize(1);
        assertThat(CaseloadRules.open(new InsightLedger(Map.of(screen, new Mark(AT, null, null, AT, AT)))))
                .isEmpty();
    }

    @Test
    void what_was_open_at_a_moment_is_known_later() {
        InsightLedger ledger = new InsightLedger(
                Map.of("pain-spike/1/2026-11-17", new Mark(AT, null, null, AT.plusSeconds(60), AT.plusSeconds(90))));

        assertThat(CaseloadRules.open(ledger.asOf(AT.minusMillis(1)))).isEmpty();
        assertThat(CaseloadRules.open(ledger.asOf(AT))).hasSize(1);
        assertThat(CaseloadRules.open(ledger.asOf(AT.plusSeconds(59)))).hasSize(1);
        assertThat(CaseloadRules.open(ledger.asOf(AT.plusSeconds(60)))).isEmpty();
    }

    @Test
    void the_most_urgent_and_then_the_newest_alert_is_the_reason_and_good_news_is_none() {
        OpenAlert red = alert(InsightRule.RED_FLAG, Severity.CRITICAL, 3);
        OpenAlert older = alert(InsightRule.TREND_WORSENING, Severity.HIGH, 5);
        OpenAlert newer = alert(InsightRule.PAIN_SPIKE, Severity.HIGH, 1);
        OpenAlert better = alert(InsightRule.MILESTONE_30, Severity.INFO, 0);

        assertThat(with(better, older, newer, red).alerts()).containsExactly(red, newer, older, better);
        assertThat(with(better, older, newer).reason()).isEqualTo(newer);
        assertThat(with(better).reason()).isNull();
    }

    @Test
    void rows_sort_by_severity_then_by_date_then_by_when_the_patient_was_heard_of() {
        CaseloadRow red = with(alert(InsightRule.RED_FLAG, Severity.CRITICAL, 30));
        CaseloadRow spike = with(alert(InsightRule.PAIN_SPIKE, Severity.HIGH, 1));
        CaseloadRow worse = with(alert(InsightRule.TREND_WORSENING, Severity.HIGH, 2));
        CaseloadRow silent = with(alert(InsightRule.SILENCE, Severity.LOW, 0));
        CaseloadRow heardLater = heard(Facts.RECORDED.plusMillis(1));
        CaseloadRow heardBefore = heard(Facts.RECORDED);
        CaseloadRow never = with();

        List<CaseloadRow> rows = List.of(never, worse, heardBefore, silent, red, heardLater, spike);

        assertThat(rows.stream()
                        .sorted(Comparator.comparing(CaseloadRules::sortKey).reversed()))
                .containsExactly(red, spike, worse, silent, heardLater, heardBefore, never);
    }

    @Test
    void a_row_is_renewed_at_the_patients_midnight_and_one_of_a_discharged_patient_not_at_all() {
        CareView care = Programs.startingOn(TODAY);

        assertThat(CaseloadRules.nextRenewal(row(care, List.of()), care))
                .isEqualTo(Instant.parse("2026-11-20T23:00:00Z"));
        assertThat(CaseloadRules.nextRenewal(row(CareView.EMPTY, List.of()), CareView.EMPTY))
                .isNull();
    }

    private static List<JournalEntry> sessionsDaysAgo(int... days) {
        return IntStream.of(days)
                .mapToObj(ago -> Facts.entry(Facts.session(ago, 1, TODAY.minusDays(ago))))
                .toList();
    }

    private static CaseloadRow heard(Instant at) {
        return CaseloadRules.row(
                PATIENT,
                ProgressProjection.foldAll(CareView.EMPTY, List.of(Facts.entry(Facts.score(1, 1, TODAY, 4), at))),
                TODAY,
                List.of());
    }

    private static CaseloadRow with(OpenAlert... alerts) {
        return CaseloadRules.row(PATIENT, ProgressView.EMPTY, TODAY, List.of(alerts));
    }

    private static CaseloadRow row(CareView care, List<JournalEntry> journal) {
        return CaseloadRules.row(PATIENT, ProgressProjection.foldAll(care, journal), TODAY, List.of());
    }

    private static OpenAlert alert(InsightRule rule, Severity severity, int daysAgo) {
        LocalDate since = TODAY.minusDays(daysAgo);
        return new OpenAlert(rule.wireName() + "/1/" + since, rule, severity, since);
    }
}
