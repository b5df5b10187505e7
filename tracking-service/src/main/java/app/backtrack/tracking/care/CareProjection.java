package app.backtrack.tracking.care;

import app.backtrack.events.AlertEvent;
import app.backtrack.events.AlertEvent.AlertAcknowledged;
import app.backtrack.events.AlertEvent.AlertAssigned;
import app.backtrack.events.AlertEvent.AlertClosed;
import app.backtrack.events.AlertEvent.AlertSnoozed;
import app.backtrack.events.AlertEvent.NotificationFailed;
import app.backtrack.events.AlertEvent.NotificationSent;
import app.backtrack.events.AlertEvent.RedFlagClosed;
import app.backtrack.events.PatientEvent;
import app.backtrack.events.PatientEvent.ConsentGiven;
import app.backtrack.events.PatientEvent.ConsentWithdrawn;
import app.backtrack.events.PatientEvent.PatientDischarged;
import app.backtrack.events.PatientEvent.PatientEnrolled;
import app.backtrack.events.PatientEvent.PatientErased;
import app.backtrack.events.PatientEvent.PatientGoalsSet;
import app.backtrack.events.PatientEvent.PatientTimeZoneChanged;
import app.backtrack.events.PatientEvent.TherapistsAssigned;
import app.backtrack.events.ProgramEvent;
import app.backtrack.tracking.care.PatientView.Admission;
import app.backtrack.tracking.care.PatientView.CareTeam;
import app.backtrack.tracking.care.PatientView.HomeZone;
import java.time.Instant;
import java.util.List;

/**
 * Folds the decisions about a patient. Each carries its number in its stream or an id of its own, so their order and
 * repetition do not matter.
 */
public final class CareProjection {

    private CareProjection() {}

    /** Adds what was decided about the patient. */
    public static CareView apply(CareView care, PatientEvent event, Instant recordedAt) {
        PatientView patient = care.patient();
        int version = event.version();
        PatientView added = switch (event) {
            case PatientEnrolled e ->
                patient.with(new Admission(version, recordedAt, true, e.enrolledOn()))
                        .with(new HomeZone(version, recordedAt, e.zone(), e.enrolledOn()))
                        .with(new CareTeam(version, recordedAt, e.therapists()));
            case PatientDischarged e -> patient.with(new Admission(version, recordedAt, false, e.dischargedOn()));
            case PatientTimeZoneChanged e ->
                patient.with(new HomeZone(version, recordedAt, e.zone(), e.effectiveFrom()));
            case TherapistsAssigned e -> patient.with(new CareTeam(version, recordedAt, e.therapists()));
            // Goals are read where they were written; progress does not depend on them.
            case PatientGoalsSet e -> patient;
            // Consent says what may be taken in; what was taken in counts as it did.
            case ConsentGiven e -> patient;
            case ConsentWithdrawn e -> patient;
            // There is nothing to fold of an erased patient.
            case PatientErased e -> patient;
        };
        return new CareView(added, care.programs(), care.closures());
    }

    /** Adds a version of a program. */
    public static CareView apply(CareView care, ProgramEvent event, Instant recordedAt) {
        ProgramVersion version =
                new ProgramVersion(event.version(), recordedAt, event.effectiveFrom(), event.status(), event.plan());
        String id = event.programId().toString();
        ProgramView known = care.programs().get(id);
        ProgramView program = known == null ? new ProgramView(List.of(version)) : known.with(version);
        return new CareView(care.patient(), Sorted.with(care.programs(), id, program), care.closures());
    }

    /**
     * Adds what became of an alert, as far as it ends a red flag.
     *
     * @param eventId the event's id within the patient
     */
    public static CareView apply(CareView care, AlertEvent event, String eventId, Instant recordedAt) {
        return switch (event) {
            case RedFlagClosed closed -> {
                Closure known = care.closures().get(eventId);
                Instant first =
                        known != null && known.recordedAt().isBefore(recordedAt) ? known.recordedAt() : recordedAt;
                yield new CareView(
                        care.patient(),
                        care.programs(),
                        Sorted.with(care.closures(), eventId, new Closure(first, closed.screens())));
            }
            case AlertAcknowledged e -> care;
            case AlertSnoozed e -> care;
            case AlertAssigned e -> care;
            case AlertClosed e -> care;
            case NotificationSent e -> care;
            case NotificationFailed e -> care;
        };
    }
}
