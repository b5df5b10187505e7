package app.backtrack.tracking.notary;

import app.backtrack.runtime.log.RawRecord;
import app.backtrack.runtime.log.RawRecord.Header;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How records are chained: each link is the SHA-256 of the one before and of the record's digest. The digest is over
 * the topic, the key, the attributes and the sealed bytes, so that it can be checked when the patient's key is long
 * destroyed. A trace context says nothing about the event and is left out.
 */
final class ChainRules {
    /** What the first link follows. */
    static final String GENESIS = "0".repeat(64);

    private static final String ATTRIBUTE = "ce_";
    private static final String CONTENT_TYPE = "content-type";
    private static final HexFormat HEX = HexFormat.of();

    private ChainRules() {}

    /** Which chain a record belongs to: its topic, clinic and key. */
    static String chain(RawRecord record) {
        String key = new String(record.key(), StandardCharsets.UTF_8);
        return record.topic() + "/" + record.header("ce_clinicid") + "/" + key;
    }

    /** What stands for a record, 64 hexadecimal digits. */
    static String digest(RawRecord record) {
        MessageDigest sha = sha256();
        add(sha, record.topic().getBytes(StandardCharsets.UTF_8));
        add(sha, record.key());
        List<Header> headers = record.headers().stream()
                .filter(header ->
                        header.name().startsWith(ATTRIBUTE) || header.name().equals(CONTENT_TYPE))
                .sorted(Comparator.comparing(Header::name))
                .toList();
        for (Header header : headers) {
            add(sha, header.name().getBytes(StandardCharsets.UTF_8));
            add(sha, header.value());
        }
        add(sha, record.value());
        return HEX.formatHex(sha.digest());
    }

    /** The head of a chain after one more record. */
    static String next(String head, String digest) {
        MessageDigest sha = sha256();
        sha.update(HEX.parseHex(head));
        sha.update(HEX.parseHex(digest));
        return HEX.formatHex(sha.digest());
    }

    /** The head of a chain of records. */
    static String head(List<String> digests) {
        String head = GENESIS;
        for (String digest : digests) {
            head = next(head, digest);
        }
        return head;
    }

    /**
     * With its length before it, so that no two records flow into the same bytes; nothing is another length than empty.
     */
    private static void add(MessageDigest sha, byte @Nullable [] bytes) {
        int length = bytes == null ? -1 : bytes.length;
        sha.update(ByteBuffer.allocate(Integer.BYTES).putInt(length).array());
        if (bytes != null) {
            sha.update(bytes);
        }
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
