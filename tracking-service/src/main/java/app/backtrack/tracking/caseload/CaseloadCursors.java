package app.backtrack.tracking.caseload;

import app.backtrack.events.ClinicId;
import app.backtrack.tracking.position.PositionConfig;
import com.google.crypto.tink.subtle.AesGcmJce;
import com.google.crypto.tink.subtle.Hkdf;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.Optional;

/**
 * Seals where a page of a caseload ended. A sort key tells how urgent a patient's state is and since when, and a cursor
 * stands in URLs; so it is sealed, for its clinic, with a key drawn from the secret of the positions.
 */
@Singleton
class CaseloadCursors {
    private static final int KEY_BYTES = 32;

    private final AesGcmJce seal;

    CaseloadCursors(PositionConfig config) {
        try {
            byte[] secret = Base64.getDecoder().decode(config.secret());
            byte[] purpose = "caseload-cursor".getBytes(StandardCharsets.UTF_8);
            this.seal = new AesGcmJce(Hkdf.computeHkdf("HMACSHA256", secret, new byte[0], purpose, KEY_BYTES));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has AES and HMAC", e);
        }
    }

    /** Writes a cursor. */
    String write(ClinicId clinic, String place) {
        try {
            byte[] sealed = seal.encrypt(bytes(place), bytes(clinic.value()));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(sealed);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("a cursor that cannot be sealed", e);
        }
    }

    /** Reads a cursor; empty if it is none of ours, or another clinic's. */
    Optional<String> read(ClinicId clinic, String cursor) {
        try {
            byte[] place = seal.decrypt(Base64.getUrlDecoder().decode(cursor), bytes(clinic.value()));
            return Optional.of(new String(place, StandardCharsets.UTF_8));
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
