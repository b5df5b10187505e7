package app.backtrack.notification.triage;

import app.backtrack.events.InsightEvent.InsightRaised;
import app.backtrack.events.InsightRule;
import app.backtrack.events.NotificationChannel;
import app.backtrack.events.Severity;
import app.backtrack.notification.alert.Alert;
import app.backtrack.notification.alert.AlertState;
import app.backtrack.notification.alert.AlertView;
import app.backtrack.notification.alert.Told;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * An alert as clinicians' software gets it.
 *
 * @param id names the alert; says nothing about the patient
 * @param patientId the patient's pseudonym
 * @param rule the rule that judged
 * @param ruleVersion its version, from 1
 * @param severity how urgent it is
 * @param since the patient's local date on which it first held
 * @param about what within the patient it is about, such as a screen's id; null where there is only one
 * @param before the state before, in a word; null where none is known
 * @param numbers what the rule saw, by name (points, percent, days)
 * @param evidence CloudEvents ids of the facts that it rests on
 * @param timeline where tracking-service shows those facts
 * @param raisedAt when it was recorded, UTC
 * @param withdrawnAt when it was recorded that it holds no longer, UTC; null while it holds
 * @param state how far clinicians have come with it
 * @param acknowledged who acknowledged it first, and when; null while nobody did
 * @param snoozedUntil until when it is put off, UTC; null if it is not
 * @param assignee who takes care of it; null while nobody was named
 * @param closed how it ended; null while it has not
 * @param told who was told outside of the inbox, when and by which channel, or could not be; null in a list
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "Alert")
record AlertAnswer(
        @Schema(examples = "3f2a9c0d5b7e41688c1d2e3f4a5b6c7d")
        String id,

        @Schema(format = "uuid") String patientId,

        @Schema(type = SchemaType.STRING, examples = "trend-worsening")
        InsightRule rule,

        int ruleVersion,

        @Schema(type = SchemaType.STRING, examples = "high") Severity severity,

        LocalDate since,
        @Nullable String about,

        @Schema(examples = "stable") @Nullable String before,

        SortedMap<String, BigDecimal> numbers,
        List<String> evidence,

        @Schema(examples = "/v1/patients/0190c0de-0000-7000-8000-000000000001/timeline")
        String timeline,

        Instant raisedAt,
        @Nullable Instant withdrawnAt,

        @Schema(
                type = SchemaType.STRING,
                enumeration = {"open", "acknowledged", "snoozed", "closed"})
        AlertState state,

        AlertView.@Nullable Deed acknowledged,
        @Nullable Instant snoozedUntil,
        @Nullable String assignee,
        AlertView.@Nullable Closing closed,
        @Nullable List<Notification> told) {

    /**
     * Somebody who was told, or could not be.
     *
     * @param recipient the clinician
     * @param channel how
     * @param at when it was sent, or given up, UTC
     * @param failed why it was given up; missing where it was sent
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "AlertNotification")
    record Notification(
            @Schema(examples = "thea.harbour") String recipient,

            @Schema(
                    type = SchemaType.STRING,
                    enumeration = {"email", "web-push"})
            NotificationChannel channel,

            Instant at,

            @Schema(
                    type = SchemaType.STRING,
                    enumeration = {"expired", "refused", "unreachable", "no-address"})
            @Nullable
            String failed) {

        static Notification of(Told told) {
            return new Notification(told.recipient(), told.channel(), told.at(), told.failed());
        }
    }

    /** An alert by itself. */
    static AlertAnswer with(Alert alert, List<Told> told, Instant now) {
        return of(alert, told.stream().map(Notification::of).toList(), now);
    }

    /** An alert of a list. */
    static AlertAnswer of(Alert alert, Instant now) {
        return of(alert, null, now);
    }

    private static AlertAnswer of(Alert alert, @Nullable List<Notification> told, Instant now) {
        Alert.Raised raised = Objects.requireNonNull(alert.raised(), "only what was found is shown");
        InsightRaised insight = raised.insight();
        AlertView view = alert.view();
        AlertState state = view.state(now);
        String patient = alert.patient().patient().toString();
        return new AlertAnswer(
                alert.id().value(),
                patient,
                insight.rule(),
                insight.ruleVersion(),
                insight.severity(),
                insight.since(),
                insight.about(),
                insight.before(),
                insight.numbers(),
                insight.evidence(),
                "/v1/patients/" + patient + "/timeline",
                raised.at(),
                alert.withdrawnAt(),
                state,
                view.acknowledged(),
                state == AlertState.SNOOZED ? view.snoozedUntil() : null,
                view.assignee(),
                view.closed(),
                told);
    }

    /**
     * One page of a clinic's alerts.
     *
     * @param alerts newest first
     */
    @Schema(name = "Alerts")
    record Listing(List<AlertAnswer> alerts) {}
}
