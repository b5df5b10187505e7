package app.backtrack.program.clinician;

import app.backtrack.events.ClinicId;
import app.backtrack.events.PatientRef;
import java.util.Map;

/** Knows who looks after whom. */
public interface Caseloads {

    /** For each clinician who is a patient's therapist, how many enrolled patients they look after; 0 for none now. */
    Map<String, Integer> enrolledPatients(ClinicId clinic);

    /** Whether a clinician is the therapist of another patient of this patient's clinic. */
    boolean looksAfterOthers(String clinician, PatientRef patient);
}
