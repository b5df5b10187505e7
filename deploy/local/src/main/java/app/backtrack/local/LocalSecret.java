package app.backtrack.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;

/** Secrets of a local system, each made once per data folder: base64 of 32 bytes. */
final class LocalSecret {

    private static final int BYTES = 32;

    /** What tracking-service signs positions with. */
    static final String POSITION = "position-secret";

    /** What web-app seals sessions with. */
    static final String SESSION = "session-secret";

    /** Which client web-app is, as the issuer is told. */
    static final String CLIENT = "client-secret";

    private LocalSecret() {}

    static String in(Path data, String name) {
        Path file = data.resolve(name);
        try {
            if (!Files.exists(file)) {
                byte[] secret = new byte[BYTES];
                new SecureRandom().nextBytes(secret);
                Files.createDirectories(data);
                Files.writeString(file, Base64.getEncoder().encodeToString(secret));
            }
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException("a secret cannot be kept", e);
        }
    }
}
