package app.backtrack.runtime.http;

import app.backtrack.events.ClinicId;
import app.backtrack.events.PatientRef;
import java.util.Set;

/** Says whose data a clinic's therapists may see and change. */
public interface Reach {

    /**
     * Whether the clinic keeps its therapists to the patients that they are assigned to.
     *
     * @throws app.backtrack.runtime.log.LogUnavailable until the clinics' settings were read once
     */
    boolean isCaseloadOnly(ClinicId clinic);

    /** Whether a therapist is assigned to a patient, by all that has been read so far. */
    boolean looksAfter(String therapist, PatientRef patient);

    /** The patients of a clinic whom a therapist is assigned to, by all that has been read so far. */
    Set<PatientRef> patientsOf(ClinicId clinic, String therapist);
}
