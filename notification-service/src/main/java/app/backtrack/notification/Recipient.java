package app.backtrack.notification;

import app.backtrack.events.PatientId;

/** Says who is told something: a clinician, or a patient about themselves. */
public sealed interface Recipient {

    /** The form in the store, within its clinic; no clinician's looks like a patient's. */
    String key();

    /** How the outside names them: the clinician's id, or the patient's pseudonym. */
    String name();

    /** Reads what {@link #key()} wrote. */
    static Recipient of(String key) {
        return key.startsWith(Patient.PREFIX)
                ? new Patient(PatientId.of(key.substring(Patient.PREFIX.length())))
                : new Clinician(new ClinicianId(key));
    }

    /** Somebody of the clinic. */
    record Clinician(ClinicianId id) implements Recipient {
        @Override
        public String key() {
            return id.value();
        }

        @Override
        public String name() {
            return id.value();
        }
    }

    /** A patient. */
    record Patient(PatientId id) implements Recipient {
        /** A colon is in no clinician's id. */
        private static final String PREFIX = "patient:";

        @Override
        public String key() {
            return PREFIX + id;
        }

        @Override
        public String name() {
            return id.toString();
        }
    }
}
