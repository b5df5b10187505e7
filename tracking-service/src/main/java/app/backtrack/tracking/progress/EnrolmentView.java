package app.backtrack.tracking.progress;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * What the clinic decided about the patient.
 *
 * @param version the version of the patient's stream that said so, from 1
 * @param recordedAt when that version was recorded, UTC
 * @param enrolledOn the patient's date of enrolment
 * @param zone IANA zone of the patient's home
 * @param therapists clinician ids who look after the patient
 */
public record EnrolmentView(
        int version, Instant recordedAt, LocalDate enrolledOn, String zone, List<String> therapists) {

    public EnrolmentView {
        therapists = List.copyOf(therapists);
    }

    /** Whether this is the later version; of the same version twice, the one recorded first is kept. */
    boolean replaces(EnrolmentView other) {
        return version == other.version ? recordedAt.isBefore(other.recordedAt) : version > other.version;
    }
}
