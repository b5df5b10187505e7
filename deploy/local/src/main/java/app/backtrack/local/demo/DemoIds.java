package app.backtrack.local.demo;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.UUID;

/** Ids that are the same each time: name-based UUIDs (RFC 9562, version 5), so that loading twice changes nothing. */
final class DemoIds {

    private static final String NAMESPACE = "backtrack-demo-1/";

    private DemoIds() {}

    static UUID of(String name) {
        try {
            byte[] hash =
                    MessageDigest.getInstance("SHA-1").digest((NAMESPACE + name).getBytes(StandardCharsets.UTF_8));
            ByteBuffer bytes = ByteBuffer.wrap(hash);
            long most = bytes.getLong() & ~0xF000L | 0x5000L;
            long least = bytes.getLong() & 0x3FFF_FFFF_FFFF_FFFFL | 0x8000_0000_0000_0000L;
            return new UUID(most, least);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-1", e);
        }
    }
}
