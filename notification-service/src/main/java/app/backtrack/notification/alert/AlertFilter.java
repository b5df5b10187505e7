package app.backtrack.notification.alert;

import app.backtrack.events.ClinicId;
import app.backtrack.events.InsightRule;
import app.backtrack.events.PatientId;
import app.backtrack.events.PatientRef;
import app.backtrack.events.Severity;
import app.backtrack.notification.ClinicianId;
import java.time.Instant;
import java.util.Date;
import java.util.Set;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/**
 * Which alerts of a clinic are asked for; each part that is null asks for all.
 *
 * @param state only those in this state
 * @param rule only those of this rule
 * @param severity only those of this severity
 * @param patient only those about this patient
 * @param assignee only those that were handed to this clinician
 * @param before only those after this position, newest first; null for the first page
 * @param limit 1 to 200
 */
public record AlertFilter(
        @Nullable AlertState state,
        @Nullable InsightRule rule,
        @Nullable Severity severity,
        @Nullable PatientId patient,
        @Nullable ClinicianId assignee,
        @Nullable String before,
        int limit) {

    /** The position of an alert in a list. */
    public static String position(Alert alert) {
        if (alert.raised() == null) {
            throw new IllegalArgumentException("an alert without a finding is in no list");
        }
        return AlertDocuments.position(alert.raised().at(), alert.id());
    }

    /** The patients among some whom the filter asks for. */
    Document ofThese(ClinicId clinic, Set<PatientRef> only) {
        return new Document(
                "$in",
                only.stream()
                        .filter(one -> patient == null || one.equals(new PatientRef(clinic, patient)))
                        .map(PatientRef::key)
                        .toList());
    }

    Document wanted(ClinicId clinic, Instant now) {
        // Digits sort before the colon: every position, and nothing of which the finding is not known yet.
        Document position = new Document("$lt", before == null ? ":" : before);
        Document wanted = new Document("clinic", clinic.value()).append("position", position);
        if (state == AlertState.SNOOZED) {
            wanted.append("state", new Document("$ne", AlertState.CLOSED.wireName()))
                    .append("snoozedUntil", new Document("$gt", Date.from(now)));
        } else if (state != null) {
            wanted.append("state", state.wireName());
            if (state != AlertState.CLOSED) {
                wanted.append("snoozedUntil", new Document("$lte", Date.from(now)));
            }
        }
        if (rule != null) {
            wanted.append("rule", rule.wireName());
        }
        if (severity != null) {
            wanted.append("severity", severity.wireName());
        }
        if (patient != null) {
            wanted.append("patient", new PatientRef(clinic, patient).key());
        }
        if (assignee != null) {
            wanted.append("assignee", assignee.value());
        }
        return wanted;
    }
}
