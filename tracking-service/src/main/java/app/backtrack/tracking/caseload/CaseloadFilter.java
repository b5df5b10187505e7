package app.backtrack.tracking.caseload;

import app.backtrack.events.Severity;
import app.backtrack.tracking.caseload.CaseloadRow.CareStatus;
import app.backtrack.tracking.trend.Verdict;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Which rows a list shows; what is null does not narrow it.
 *
 * @param therapist who looks after the patient
 * @param status whether the patient is in care
 * @param severity of an open alert
 * @param verdict over the last 4 weeks
 * @param silentSince nothing of the patient's own was recorded at or after it
 */
record CaseloadFilter(
        @Nullable String therapist,
        @Nullable CareStatus status,
        @Nullable Severity severity,
        @Nullable Verdict verdict,
        @Nullable Instant silentSince) {

    /** Whether the list shows this row; the same as the store's query says. */
    boolean matches(CaseloadRow row) {
        return (therapist == null || row.therapists().contains(therapist))
                && (status == null || row.status() == status)
                && (severity == null || row.alerts().stream().anyMatch(alert -> alert.severity() == severity))
                && (verdict == null || row.fourWeeks().verdict() == verdict)
                && (silentSince == null
                        || row.lastHeard() == null
                        || row.lastHeard().isBefore(silentSince));
    }
}
