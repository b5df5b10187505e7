package app.backtrack.events;

import org.jspecify.annotations.Nullable;

/**
 * Seals the data of events with a key per patient, so that destroying the key erases the history. Implementations bind
 * the sealed bytes to {@code context}: opened under another context they are refused.
 */
public interface Sealing {

    /**
     * Seals bytes for one patient.
     *
     * @param context clinic, patient, event id and type; authenticated, not hidden
     * @throws PatientErased if the patient's key was destroyed
     */
    SealedData seal(PatientRef patient, byte[] context, byte[] plain) throws PatientErased;

    /**
     * Opens what {@link #seal} made.
     *
     * @throws PatientErased if the patient's key was destroyed
     * @throws BrokenSeal if the bytes were changed, or sealed under another key or context
     */
    byte[] open(PatientRef patient, byte[] context, SealedData data) throws PatientErased, BrokenSeal;

    /**
     * The data of an event as it stands in the log.
     *
     * @param keyId which key sealed it
     * @param sealed AEAD ciphertext; Base64 in JSON
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared, only passed on
    record SealedData(String keyId, byte[] sealed) {}

    /** Says that a patient's key was destroyed: what it sealed can never be read again. */
    final class PatientErased extends Exception {
        private static final long serialVersionUID = 1L;

        /** Carries nothing: whom it is about is known to the caller and belongs in no log. */
        public PatientErased() {
            super("the patient was erased");
        }
    }

    /** Says that sealed bytes do not open. */
    final class BrokenSeal extends Exception {
        private static final long serialVersionUID = 1L;

        /** Wraps the cipher's refusal, which names no content. */
        public BrokenSeal(String message, @Nullable Throwable cause) {
            super(message, cause);
        }
    }
}
