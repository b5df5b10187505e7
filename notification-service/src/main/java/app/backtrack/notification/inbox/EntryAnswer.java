package app.backtrack.notification.inbox;

import app.backtrack.events.InsightRule;
import app.backtrack.events.Severity;
import app.backtrack.notification.alert.AlertId;
import app.backtrack.notification.delivery.Delivery;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.SortedMap;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * An inbox entry as clinicians' software gets it.
 *
 * @param id names the entry; says nothing about the patient
 * @param alertId names the alert that it tells of
 * @param patientId the patient's pseudonym
 * @param rule the rule that judged
 * @param ruleVersion its version, from 1
 * @param severity how urgent it is
 * @param numbers what the rule saw, by name (points, percent, days)
 * @param evidence CloudEvents ids of the facts that it rests on
 * @param since the patient's local date on which it first held
 * @param raisedAt when it was recorded, UTC
 * @param wholeClinic whether every clinician of the clinic sees it, because nobody is assigned
 * @param withdrawn whether it holds no longer
 * @param withdrawnAt when that was recorded, UTC; null while it holds
 * @param state what was done about it
 * @param read who read it first, and when; null while nobody did
 * @param acknowledged who acknowledged it first, and when; null while nobody did
 * @param deliveries what became of the mails; null in a list
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "InboxEntry")
record EntryAnswer(
        @Schema(examples = "3f2a9c0d5b7e41688c1d2e3f4a5b6c7d")
        String id,

        @Schema(examples = "8d1c2e3f4a5b6c7d3f2a9c0d5b7e4168")
        String alertId,

        @Schema(format = "uuid") String patientId,

        @Schema(type = SchemaType.STRING, examples = "trend-worsening")
        InsightRule rule,

        int ruleVersion,

        @Schema(type = SchemaType.STRING, examples = "high") Severity severity,

        SortedMap<String, BigDecimal> numbers,
        List<String> evidence,
        LocalDate since,
        Instant raisedAt,
        boolean wholeClinic,
        boolean withdrawn,
        @Nullable Instant withdrawnAt,

        @Schema(
                type = SchemaType.STRING,
                enumeration = {"new", "read", "acknowledged"})
        EntryState state,

        @Nullable Stamp read,
        @Nullable Stamp acknowledged,
        @Nullable List<DeliveryAnswer> deliveries) {

    /** An entry of a list. */
    static EntryAnswer of(InboxEntry entry) {
        return of(entry, null);
    }

    /** An entry by itself. */
    static EntryAnswer with(InboxEntry entry, List<Delivery> deliveries) {
        return of(entry, deliveries.stream().map(DeliveryAnswer::of).toList());
    }

    private static EntryAnswer of(InboxEntry entry, @Nullable List<DeliveryAnswer> deliveries) {
        var insight = entry.finding().insight();
        return new EntryAnswer(
                entry.id().value(),
                AlertId.of(entry.patient(), insight.insightId()).value(),
                entry.patient().patient().toString(),
                insight.rule(),
                insight.ruleVersion(),
                insight.severity(),
                insight.numbers(),
                insight.evidence(),
                insight.since(),
                entry.finding().raisedAt(),
                entry.addressee() instanceof Addressee.WholeClinic,
                entry.finding().withdrawn(),
                entry.finding().withdrawnAt(),
                entry.state(),
                entry.read(),
                entry.acknowledged(),
                deliveries);
    }
}
