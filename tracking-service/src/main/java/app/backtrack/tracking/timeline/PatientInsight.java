package app.backtrack.tracking.timeline;

import app.backtrack.events.InsightRule;
import app.backtrack.events.Severity;
import app.backtrack.events.WireName;
import app.backtrack.tracking.insight.InsightLedger;
import app.backtrack.tracking.insight.InsightLedger.Mark;
import app.backtrack.tracking.insight.InsightRules;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** An insight of a patient with both times: the date since which it holds, and when what became of it was known. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "PatientInsight")
record PatientInsight(
        @Schema(examples = "trend-worsening/1/2026-11-18") String insightId,

        InsightRule rule,

        @Schema(description = "The version of the rule, from 1", examples = "1")
        int ruleVersion,

        Severity severity,

        @Schema(description = "The patient's local date on which it first held", examples = "2026-11-18")
        LocalDate since,

        @Schema(
                description = "What it is about, where a rule can hold for several things at once: a screen's id, an"
                        + " exercise, a program week")
        @Nullable
        String about,

        @Schema(description = "When it was told, UTC") @Nullable
        Instant toldAt,

        @Schema(description = "When it was noted and told to nobody, since it was old news, UTC") @Nullable
        Instant notedAt,

        @Schema(description = "When it was found to hold no longer, UTC") @Nullable
        Instant withdrawnAt,

        @Schema(description = "When a clinician first took care of the alert, UTC") @Nullable
        Instant acknowledgedAt,

        @Schema(description = "When a clinician first closed the alert, UTC") @Nullable
        Instant closedAt) {

    private static final Comparator<PatientInsight> NEWEST_FIRST =
            Comparator.comparing(PatientInsight::since).reversed().thenComparing(PatientInsight::insightId);

    /** Those that are in a ledger, newest first; what clinicians did before the ledger knew of it waits for that. */
    static List<PatientInsight> of(InsightLedger ledger) {
        return ledger.marks().entrySet().stream()
                .filter(mark -> mark.getValue().isDealtWith())
                .map(mark -> of(mark.getKey(), mark.getValue()))
                .sorted(NEWEST_FIRST)
                .toList();
    }

    private static PatientInsight of(String insightId, Mark mark) {
        String[] parts = insightId.split("/", 4);
        InsightRule rule = WireName.find(InsightRule.class, parts[0])
                .orElseThrow(() -> new IllegalStateException("the ledger names a rule that is not known"));
        return new PatientInsight(
                insightId,
                rule,
                Integer.parseInt(parts[1]),
                InsightRules.severity(rule),
                LocalDate.parse(parts[2]),
                parts.length > 3 ? parts[3] : null,
                mark.toldAt(),
                mark.notedAt(),
                mark.withdrawnAt(),
                mark.acknowledgedAt(),
                mark.closedAt());
    }
}
