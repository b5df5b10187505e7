package app.backtrack.notification.contact;

import jakarta.inject.Singleton;
import java.security.SecureRandom;

/** Makes the codes that are mailed to addresses. */
@Singleton
class CodeMint {
    private static final int CODES = 1_000_000;

    private final SecureRandom random = new SecureRandom();

    /** Six digits. */
    String next() {
        return "%06d".formatted(random.nextInt(CODES));
    }
}
