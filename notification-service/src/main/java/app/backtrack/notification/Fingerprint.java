package app.backtrack.notification;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * Makes names that say nothing to a reader, yet are the same for the same thing after a replay or on another machine.
 */
public final class Fingerprint {
    private static final int BYTES = 16;

    private Fingerprint() {}

    /** The first 128 bits of the text's SHA-256, as 32 hexadecimal digits. */
    public static String of(String text) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash, 0, BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
