package app.backtrack.runtime.sealing;

import app.backtrack.events.PatientRef;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Keeps one key per patient. A key is handed out only once it is durable; a destroyed key leaves a tombstone for good
 * and is never made anew. Every method throws {@link KeyStoreUnavailable} when the store cannot answer.
 */
public interface KeyStore {

    /** Finds the key of a patient. */
    Lookup find(PatientRef patient);

    /**
     * Keeps a new key, unless the patient has one or had one.
     *
     * @param serializedKey the key's bytes
     * @return what is there afterwards: this key, the one that another process was quicker to keep, or the tombstone
     */
    Lookup create(PatientRef patient, byte[] serializedKey);

    /** Destroys the key for good, leaving a tombstone; again and for a patient without a key too. */
    void destroy(PatientRef patient);

    /**
     * Puts other bytes of the same key in the place of the first, as when it is wrapped anew.
     *
     * @param expected what is there
     * @return false if something else is there meanwhile, or the key was destroyed
     */
    boolean replace(PatientRef patient, byte[] expected, byte[] replacement);

    /** Calls with each patient who has a key, in no order; with one who got or lost it meanwhile, perhaps. */
    void eachPatient(Consumer<PatientRef> visitor);

    /** What the store knows of a patient's key. */
    sealed interface Lookup {

        /** A durable key. */
        @SuppressWarnings("ArrayRecordComponent") // never compared, only parsed
        record Found(byte[] serializedKey) implements Lookup {}

        /** No key yet. */
        record Absent() implements Lookup {}

        /** The key was destroyed. */
        record Destroyed() implements Lookup {}
    }

    /** Says that the key store cannot answer now: work pauses, requests get 503. */
    final class KeyStoreUnavailable extends RuntimeException {
        private static final long serialVersionUID = 1L;

        /** Says in words for an operator what is wrong. */
        public KeyStoreUnavailable(String what, @Nullable Throwable cause) {
            super(what, cause);
        }

        /** Wraps what the store said. */
        public KeyStoreUnavailable(Throwable cause) {
            super("the key store does not answer", cause);
        }
    }
}
