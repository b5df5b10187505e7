package app.backtrack.local.endtoend;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.CRC32C;

/**
 * The file in which a broker keeps a partition's records. Only somebody with access to its disk can do what this does.
 *
 * @param file its path
 */
record Segment(Path file) {
    /** Of a batch of Kafka's message format 2, in bytes from its beginning. */
    private static final int LENGTH_AT = 8;

    private static final int AFTER_LENGTH = 12;
    private static final int CHECKSUM_AT = 17;
    private static final int SUMMED_FROM = 21;

    /** The one in which a record's bytes hold a text. */
    static Segment holding(Path logs, String topic, String text) throws IOException {
        try (Stream<Path> files = Files.walk(logs)) {
            List<Segment> found = files.filter(
                            file -> file.getFileName().toString().endsWith(".log"))
                    .filter(file -> file.toString().contains("/" + topic + "-"))
                    .map(Segment::new)
                    .filter(segment -> segment.find(text) >= 0)
                    .toList();
            return found.getFirst();
        }
    }

    /**
     * Changes one byte of the last record that holds a text, so many bytes behind it.
     *
     * @param hides whether the batch's checksum is made to fit afterwards
     */
    void change(String text, int behind, boolean hides) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        int at = find(text) + text.length() + behind;
        bytes[at] = (byte) (bytes[at] == 'A' ? 'B' : 'A');
        if (hides) {
            fitChecksum(ByteBuffer.wrap(bytes), at);
        }
        Files.write(file, bytes);
    }

    private static void fitChecksum(ByteBuffer bytes, int changed) {
        int batch = 0;
        while (batch + AFTER_LENGTH + bytes.getInt(batch + LENGTH_AT) <= changed) {
            batch += AFTER_LENGTH + bytes.getInt(batch + LENGTH_AT);
        }
        int end = batch + AFTER_LENGTH + bytes.getInt(batch + LENGTH_AT);
        CRC32C sum = new CRC32C();
        sum.update(Arrays.copyOfRange(bytes.array(), batch + SUMMED_FROM, end));
        bytes.putInt(batch + CHECKSUM_AT, (int) sum.getValue());
    }

    private int find(String text) {
        try {
            return new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1).lastIndexOf(text);
        } catch (IOException e) {
            throw new UncheckedIOException("a segment cannot be read", e);
        }
    }
}
