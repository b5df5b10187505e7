package app.backtrack.runtime.sealing;

import app.backtrack.events.PatientRef;

/**
 * Wraps patients' keys, so that whoever copies the key store alone has nothing. A key-management service fits behind it
 * as well as a key that the operator keeps. Methods throw {@link KeyStore.KeyStoreUnavailable} when it cannot answer.
 */
public interface MasterKey {

    /** Wraps a patient's key under the newest master key; it opens for this patient only. */
    byte[] wrap(PatientRef patient, byte[] key);

    /** Opens what {@link #wrap} made, also under a former master key that is still there. */
    byte[] unwrap(PatientRef patient, byte[] wrapped);

    /** How bytes of the key store are wrapped. */
    Wrapping wrapping(byte[] kept);

    /** By which master key something is wrapped. */
    enum Wrapping {
        /** The one that new keys are wrapped under. */
        NEWEST,
        /** Another one: it is to be wrapped anew before that one may go. */
        FORMER,
        /** Not wrapped at all, as before there was a master key. */
        NONE
    }
}
