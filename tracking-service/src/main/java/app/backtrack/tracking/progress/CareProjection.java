package app.backtrack.tracking.progress;

import app.backtrack.events.PatientEvent;
import app.backtrack.events.PatientEvent.PatientEnrolled;
import app.backtrack.events.ProgramEvent;
import java.time.Instant;
import java.util.List;

/**
 * Folds the decisions about a patient. Each carries its number in its stream, so their order and repetition do not
 * matter: program-service never gives one number to two events.
 */
public final class CareProjection {

    private CareProjection() {}

    /** Adds what was decided about the patient. */
    public static CareView apply(CareView care, PatientEvent event, Instant recordedAt) {
        if (!(event instanceof PatientEnrolled enrolled)) {
            return care;
        }
        EnrolmentView added = new EnrolmentView(
                enrolled.version(), recordedAt, enrolled.enrolledOn(), enrolled.zone(), enrolled.therapists());
        EnrolmentView known = care.enrolment();
        return known == null || added.replaces(known) ? new CareView(added, care.programs()) : care;
    }

    /** Adds a version of a program. */
    public static CareView apply(CareView care, ProgramEvent event, Instant recordedAt) {
        ProgramVersion version =
                new ProgramVersion(event.version(), recordedAt, event.effectiveFrom(), event.status(), event.plan());
        String id = event.programId().toString();
        ProgramView known = care.programs().get(id);
        ProgramView program = known == null ? new ProgramView(List.of(version)) : known.with(version);
        return new CareView(care.enrolment(), Sorted.with(care.programs(), id, program));
    }
}
