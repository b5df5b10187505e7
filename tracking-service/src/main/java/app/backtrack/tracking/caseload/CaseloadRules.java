package app.backtrack.tracking.caseload;

import app.backtrack.events.InsightRule;
import app.backtrack.events.PatientId;
import app.backtrack.events.Severity;
import app.backtrack.events.WireName;
import app.backtrack.tracking.adherence.AdherenceRules;
import app.backtrack.tracking.adherence.Tally;
import app.backtrack.tracking.care.CareView;
import app.backtrack.tracking.care.CareView.ActiveProgram;
import app.backtrack.tracking.care.ProgramVersion;
import app.backtrack.tracking.care.ProgramView;
import app.backtrack.tracking.caseload.CaseloadRow.Adherence;
import app.backtrack.tracking.caseload.CaseloadRow.CareStatus;
import app.backtrack.tracking.caseload.CaseloadRow.OpenAlert;
import app.backtrack.tracking.caseload.CaseloadRow.Outlook;
import app.backtrack.tracking.caseload.CaseloadRow.Program;
import app.backtrack.tracking.insight.InsightLedger;
import app.backtrack.tracking.insight.InsightRules;
import app.backtrack.tracking.insight.RuleVersion;
import app.backtrack.tracking.progress.ProgressView;
import app.backtrack.tracking.statistics.Proportion;
import app.backtrack.tracking.trend.DailyScores;
import app.backtrack.tracking.trend.Trend;
import app.backtrack.tracking.trend.TrendRules;
import app.backtrack.tracking.trend.Window;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Makes the row of a patient from progress and ledger, and says where it stands in the caseload. */
public final class CaseloadRules {
    private static final DateTimeFormatter SORTABLE =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);
    /** As long as the shorter window of the trend, so that a row speaks of one span. Ours. */
    private static final int ADHERENCE_DAYS = 28;

    private static final String NO_DATE = "0000-00-00";
    private static final String NEVER = "0000-00-00T00:00:00.000Z";

    private static final Comparator<OpenAlert> MOST_URGENT_FIRST = Comparator.comparing(OpenAlert::severity)
            .thenComparing(OpenAlert::since)
            .reversed()
            .thenComparing(OpenAlert::insightId);

    private static final Comparator<Map.Entry<String, ProgramView>> LATEST_START = Comparator.comparing(
                    (Map.Entry<String, ProgramView> program) ->
                            program.getValue().current().plan().startsOn())
            .thenComparing(Map.Entry::getKey);

    private CaseloadRules() {}

    /**
     * The row of a patient.
     *
     * @param today the patient's local date to judge for
     * @param alerts those that are open, in any order
     */
    public static CaseloadRow row(PatientId patient, ProgressView view, LocalDate today, Collection<OpenAlert> alerts) {
        CareView care = view.care();
        DailyScores scores = view.scores();
        Trend fourWeeks = trend(scores, care, new Window(today, Window.SHORTEST_WEEKS));
        Trend twelveWeeks = trend(scores, care, new Window(today, Window.LONGEST_WEEKS));
        List<OpenAlert> sorted = alerts.stream().sorted(MOST_URGENT_FIRST).toList();
        return new CaseloadRow(
                patient,
                today,
                care.patient().enrolled() ? CareStatus.ENROLLED : CareStatus.DISCHARGED,
                care.patient().therapists().stream().distinct().sorted().toList(),
                program(care, today),
                view.lastHeard(),
                outlook(fourWeeks),
                outlook(twelveWeeks),
                twelveWeeks.changes().programChange(),
                adherence(view, today),
                sorted,
                sorted.stream().findFirst().filter(CaseloadRules::wantsSomebody).orElse(null));
    }

    /**
     * What the ledger says was told and waits for somebody, by the versions of the rules that are in force: not
     * withdrawn, not closed, and not acknowledged either; but who looks into a red flag has not closed it.
     */
    public static List<OpenAlert> open(InsightLedger ledger) {
        return ledger.marks().entrySet().stream()
                .filter(mark -> mark.getValue().toldAt() != null
                        && mark.getValue().withdrawnAt() == null
                        && mark.getValue().closedAt() == null)
                .flatMap(mark -> openAlert(mark.getKey()).stream()
                        .filter(alert ->
                                mark.getValue().acknowledgedAt() == null || alert.rule() == InsightRule.RED_FLAG))
                .toList();
    }

    /**
     * A text that sorts rows when it falls: the severity of the reason, its date, when the patient was last heard of,
     * and the patient, so that no two are equal.
     */
    public static String sortKey(CaseloadRow row) {
        OpenAlert reason = row.reason();
        String since = reason == null ? NO_DATE : reason.since().toString();
        String heard = row.lastHeard() == null ? NEVER : SORTABLE.format(row.lastHeard());
        int urgency = reason == null ? 0 : reason.severity().ordinal();
        return urgency + "/" + since + "/" + heard + "/" + row.patientId();
    }

    /** The patient's next midnight, when the row is judged anew; null for a patient who is no longer in care. */
    public static @Nullable Instant nextRenewal(CaseloadRow row, CareView care) {
        return row.status() == CareStatus.DISCHARGED ? null : care.patient().endOf(row.evaluatedFor());
    }

    private static boolean wantsSomebody(OpenAlert alert) {
        return alert.severity() != Severity.INFO;
    }

    private static Optional<OpenAlert> openAlert(String insightId) {
        String[] parts = insightId.split("/", 4);
        InsightRule rule = WireName.find(InsightRule.class, parts[0])
                .orElseThrow(() -> new IllegalStateException("the ledger names a rule that is not known"));
        return Integer.parseInt(parts[1]) == RuleVersion.of(rule).version()
                ? Optional.of(new OpenAlert(insightId, rule, InsightRules.severity(rule), LocalDate.parse(parts[2])))
                : Optional.empty();
    }

    private static @Nullable Adherence adherence(ProgressView view, LocalDate today) {
        LocalDate from = today.minusDays(ADHERENCE_DAYS - 1L);
        Tally exercises = AdherenceRules.of(view, from, today, today).exercises();
        Proportion rate = exercises.rate();
        return rate == null ? null : new Adherence(from, exercises.due(), exercises.done(), rate);
    }

    private static Trend trend(DailyScores scores, CareView care, Window window) {
        return TrendRules.trend(scores.choose(window, null), window, care.programStart(window.until()));
    }

    private static Outlook outlook(Trend trend) {
        return new Outlook(
                trend.finding().verdict(),
                trend.finding().reason(),
                trend.finding().daysNeeded(),
                trend.changes().windowChange());
    }

    private static @Nullable Program program(CareView care, LocalDate today) {
        Optional<ActiveProgram> active = care.activeProgram(today);
        if (active.isPresent()) {
            long days = ChronoUnit.DAYS.between(active.get().startsOn(), today);
            return program(active.get().programId(), active.get().version(), (int) (days / 7) + 1);
        }
        return care.programs().entrySet().stream()
                .max(LATEST_START)
                .map(program -> program(
                        UUID.fromString(program.getKey()), program.getValue().current(), null))
                .orElse(null);
    }

    private static Program program(UUID id, ProgramVersion version, @Nullable Integer week) {
        return new Program(
                id, version.status(), version.plan().startsOn(), version.plan().weeks(), week);
    }
}
