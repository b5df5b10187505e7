package app.backtrack.events;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Seals with AES-GCM under a key and nonce that follow from patient and context, so that golden records stay the same.
 * For tests only: a nonce that repeats gives the content away.
 */
final class FixedKeySealing implements Sealing {
    private static final int TAG_BITS = 128;
    private static final int KEY_BYTES = 16;
    private static final int NONCE_BYTES = 12;

    private final Set<PatientRef> erased = new HashSet<>();

    /** From now on nothing of this patient can be sealed or opened. */
    void erase(PatientRef patient) {
        erased.add(patient);
    }

    @Override
    public SealedData seal(PatientRef patient, byte[] context, byte[] plain) throws PatientErased {
        refuseErased(patient);
        try {
            return new SealedData(
                    "test-key-1", cipher(Cipher.ENCRYPT_MODE, patient, context).doFinal(plain));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has AES-GCM", e);
        }
    }

    @Override
    public byte[] open(PatientRef patient, byte[] context, SealedData data) throws PatientErased, BrokenSeal {
        refuseErased(patient);
        try {
            return cipher(Cipher.DECRYPT_MODE, patient, context).doFinal(data.sealed());
        } catch (AEADBadTagException e) {
            throw new BrokenSeal("does not open", e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has AES-GCM", e);
        }
    }

    private void refuseErased(PatientRef patient) throws PatientErased {
        if (erased.contains(patient)) {
            throw new PatientErased();
        }
    }

    private static Cipher cipher(int mode, PatientRef patient, byte[] context) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        byte[] key = hash(patient.key().getBytes(StandardCharsets.UTF_8), KEY_BYTES);
        cipher.init(mode, new SecretKeySpec(key, "AES"), new GCMParameterSpec(TAG_BITS, hash(context, NONCE_BYTES)));
        cipher.updateAAD(context);
        return cipher;
    }

    private static byte[] hash(byte[] bytes, int length) throws GeneralSecurityException {
        return Arrays.copyOf(MessageDigest.getInstance("SHA-256").digest(bytes), length);
    }
}
