package app.backtrack.notification.inbox;

import app.backtrack.notification.ClinicianId;

/** Says whose inbox an entry is in. */
public sealed interface Addressee {

    /** The form in the store; no clinician's id looks like that of the whole clinic. */
    String key();

    /** Reads what {@link #key()} wrote. */
    static Addressee of(String key) {
        return key.equals(WholeClinic.KEY) ? new WholeClinic() : new Clinician(new ClinicianId(key));
    }

    /** Whether a clinician of the same clinic sees it. */
    default boolean includes(ClinicianId reader) {
        return switch (this) {
            case Clinician(ClinicianId id) -> id.equals(reader);
            case WholeClinic() -> true;
        };
    }

    /** A therapist who looks after the patient. */
    record Clinician(ClinicianId id) implements Addressee {
        @Override
        public String key() {
            return id.value();
        }
    }

    /** Every clinician of the clinic: nobody is assigned to the patient. */
    record WholeClinic() implements Addressee {
        private static final String KEY = "*";

        @Override
        public String key() {
            return KEY;
        }
    }
}
