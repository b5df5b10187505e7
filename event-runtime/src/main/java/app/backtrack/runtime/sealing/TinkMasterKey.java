package app.backtrack.runtime.sealing;

import app.backtrack.events.PatientRef;
import app.backtrack.runtime.sealing.KeyStore.KeyStoreUnavailable;
import com.google.crypto.tink.Aead;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;

/**
 * Wraps with AES-256-GCM by Google Tink. Before the ciphertext stand four letters and the id of the master key, so that
 * it can be told without opening whether a rotation is complete.
 */
public final class TinkMasterKey implements MasterKey {
    private static final byte[] MARK = "btw1".getBytes(StandardCharsets.US_ASCII);
    private static final int HEADER = MARK.length + Integer.BYTES;

    private final MasterKeyset keyset;

    /** Wraps by the keys of a keyset. */
    public TinkMasterKey(MasterKeyset keyset) {
        this.keyset = keyset;
    }

    @Override
    public byte[] wrap(PatientRef patient, byte[] key) {
        try {
            KeysetHandle keys = keyset.keys();
            byte[] sealed = aead(keys).encrypt(key, context(patient));
            return ByteBuffer.allocate(HEADER + sealed.length)
                    .put(MARK)
                    .putInt(keys.getPrimary().getId())
                    .put(sealed)
                    .array();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("AES-GCM refused to encrypt", e);
        }
    }

    @Override
    public byte[] unwrap(PatientRef patient, byte[] wrapped) {
        try {
            return aead(keyset.keys()).decrypt(Arrays.copyOfRange(wrapped, HEADER, wrapped.length), context(patient));
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            // The key is not lost: the right master key opens it.
            throw new KeyStoreUnavailable("a patient's key does not open with this master key", e);
        }
    }

    @Override
    public Wrapping wrapping(byte[] kept) {
        if (kept.length < HEADER || !Arrays.equals(kept, 0, MARK.length, MARK, 0, MARK.length)) {
            return Wrapping.NONE;
        }
        int id = ByteBuffer.wrap(kept, MARK.length, Integer.BYTES).getInt();
        return id == keyset.keys().getPrimary().getId() ? Wrapping.NEWEST : Wrapping.FORMER;
    }

    private static Aead aead(KeysetHandle keys) throws GeneralSecurityException {
        return keys.getPrimitive(RegistryConfiguration.get(), Aead.class);
    }

    /** Copied to another patient's place, a wrapped key does not open. */
    private static byte[] context(PatientRef patient) {
        return ("patient-key|" + patient.key()).getBytes(StandardCharsets.UTF_8);
    }
}
