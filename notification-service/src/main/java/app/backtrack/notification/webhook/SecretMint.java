package app.backtrack.notification.webhook;

import jakarta.inject.Singleton;
import java.security.SecureRandom;

/** Makes signing secrets. */
@Singleton
class SecretMint {
    /** As long as what HMAC-SHA256 yields (RFC 2104 §3). */
    private static final int BYTES = 32;

    private final SecureRandom random = new SecureRandom();

    SigningSecret next() {
        byte[] bytes = new byte[BYTES];
        random.nextBytes(bytes);
        return SigningSecret.of(bytes);
    }
}
