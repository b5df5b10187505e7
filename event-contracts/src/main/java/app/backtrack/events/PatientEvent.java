package app.backtrack.events;

import java.time.LocalDate;
import java.util.List;

/** What a clinic decided about a patient; topic {@code program-events}, a stream of its own for each patient. */
public sealed interface PatientEvent extends BacktrackEvent {

    /** The event's place in the patient's stream, from 1. */
    int version();

    /**
     * A patient was taken on.
     *
     * @param version 1
     * @param enrolledOn the patient's date then
     * @param zone IANA zone of the patient's home
     * @param therapists clinician ids who look after the patient; may be empty
     */
    record PatientEnrolled(int version, LocalDate enrolledOn, String zone, List<String> therapists)
            implements PatientEvent {

        /** Keeps a copy of the list. */
        public PatientEnrolled {
            therapists = List.copyOf(therapists);
        }
    }
}
