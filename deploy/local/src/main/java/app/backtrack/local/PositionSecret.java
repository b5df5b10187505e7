package app.backtrack.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;

/** The secret that tracking-service signs positions with, made once per data folder. */
final class PositionSecret {

    private static final int BYTES = 32;

    private PositionSecret() {}

    static String in(Path data) {
        Path file = data.resolve("position-secret");
        try {
            if (!Files.exists(file)) {
                byte[] secret = new byte[BYTES];
                new SecureRandom().nextBytes(secret);
                Files.createDirectories(data);
                Files.writeString(file, Base64.getEncoder().encodeToString(secret));
            }
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException("the position secret cannot be kept", e);
        }
    }
}
