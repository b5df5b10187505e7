package app.backtrack.events;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What a clinic decided about a patient; topic {@code program-events}, a stream of its own for each patient. */
public sealed interface PatientEvent extends BacktrackEvent {

    /** The event's place in the patient's stream, from 1. */
    int version();

    /**
     * A patient was taken on, for the first time or again after a discharge.
     *
     * @param version 1, or later when taken on again
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

    /**
     * A patient was discharged: nothing is due and nobody is reminded from then on; facts dated before stay welcome.
     *
     * @param version place in the patient's stream
     * @param dischargedOn the patient's date of the last day in care
     * @param reason in the clinician's words, at most 500 characters; null where none were given
     */
    record PatientDischarged(
            int version, LocalDate dischargedOn, @Nullable String reason) implements PatientEvent {}

    /**
     * The patient's home moved to another time zone.
     *
     * @param version place in the patient's stream
     * @param zone IANA zone
     * @param effectiveFrom the patient's date, in the new zone, from which plans and reminders go by it
     */
    record PatientTimeZoneChanged(int version, String zone, LocalDate effectiveFrom) implements PatientEvent {}

    /**
     * Other therapists look after the patient.
     *
     * @param version place in the patient's stream
     * @param therapists clinician ids, all of them from now on; may be empty
     */
    record TherapistsAssigned(int version, List<String> therapists) implements PatientEvent {

        /** Keeps a copy of the list. */
        public TherapistsAssigned {
            therapists = List.copyOf(therapists);
        }
    }

    /**
     * What the patient wants to reach was written down anew.
     *
     * @param version place in the patient's stream
     * @param goals all of them from now on; at most 10
     * @param activities activities that the pain limits, to be rated on the Patient-Specific Functional Scale, all of
     *     them from now on; at most 5
     */
    record PatientGoalsSet(int version, List<Goal> goals, List<Goal> activities) implements PatientEvent {

        /** Keeps copies of the lists and refuses more than there may be. */
        public PatientGoalsSet {
            Bounds.require("goals", goals.size(), 0, 10);
            Bounds.require("activities", activities.size(), 0, 5);
            goals = List.copyOf(goals);
            activities = List.copyOf(activities);
        }
    }

    /**
     * The patient, or somebody who may speak for them, agreed to something.
     *
     * @param version place in the patient's stream
     * @param purpose what they agreed to
     * @param wording the clinic's name for the text that they agreed to, at most 100 characters; null where none was
     *     given
     */
    record ConsentGiven(
            int version, ConsentPurpose purpose, @Nullable String wording) implements PatientEvent {}

    /**
     * They agree no longer, from now on.
     *
     * @param version place in the patient's stream
     * @param purpose what they agree to no longer
     */
    record ConsentWithdrawn(int version, ConsentPurpose purpose) implements PatientEvent {}

    /**
     * The patient was erased: their key is destroyed, and whoever keeps anything about them deletes it. The last event
     * of the stream, and not sealed, since there is no key to seal it with.
     *
     * @param version place in the patient's stream
     * @param reason why
     */
    record PatientErased(int version, ErasureReason reason) implements PatientEvent, UnsealedEvent {}

    /**
     * A goal, or an activity that the pain limits.
     *
     * @param id made by the client; stays the same when the words are mended
     * @param text in the patient's words, at most 200 characters
     * @param targetDate when it is to be reached, if said
     */
    record Goal(UUID id, String text, @Nullable LocalDate targetDate) {}
}
