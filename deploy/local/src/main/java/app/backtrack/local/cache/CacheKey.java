package app.backtrack.local.cache;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;

/**
 * What a cache of the JVM belongs to. Where one of these differs, the JVM refuses it, so that another has to be made.
 *
 * @param jdk the JDK: its home and its full version
 * @param flags the JVM's flags, in their order
 * @param jars all jars of the class path, in any order
 */
record CacheKey(String jdk, List<String> flags, List<Jar> jars) {
    private static final int SHOWN_BYTES = 10;

    /**
     * One of the jars. The JVM compares the same three.
     *
     * @param path where it is
     * @param bytes its size
     * @param modified seconds since 1970
     */
    record Jar(String path, long bytes, long modified) {}

    CacheKey {
        flags = List.copyOf(flags);
        jars = jars.stream().sorted(Comparator.comparing(Jar::path)).toList();
    }

    /** Twenty hexadecimal digits, other ones for another key. */
    String text() {
        List<String> lines = new ArrayList<>();
        lines.add(jdk);
        lines.add(String.valueOf(flags.size()));
        lines.addAll(flags);
        jars.forEach(jar -> lines.add(jar.path() + '\n' + jar.bytes() + ' ' + jar.modified()));
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256")
                    .digest(String.join("\n", lines).getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, SHOWN_BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
