package app.backtrack.tracking.progress;

import app.backtrack.tracking.journal.FactKey;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.zip.CRC32;

/**
 * Marks in a few characters that a week has to do with a fact, so that a correction finds the weeks that it changes
 * without an index of all facts. Two facts may share a mark: then a week is read that need not be, nothing else.
 */
final class FactHint {

    private FactHint() {}

    /** The mark of a fact: 8 hexadecimal digits. */
    static String of(FactKey key) {
        CRC32 crc = new CRC32();
        crc.update(key.toString().getBytes(StandardCharsets.US_ASCII));
        return HexFormat.of().toHexDigits((int) crc.getValue());
    }
}
