package app.backtrack.tracking.notary;

import app.backtrack.events.EventJson;
import app.backtrack.runtime.DurableFiles;
import app.backtrack.runtime.signing.Signer;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.TreeMap;

/**
 * A file beside log and database that says, signed, how chains stood at a time: one compact JSON Web Signature a line.
 * Each holds the hash of the line before, so none can be taken out from between.
 */
@Singleton
class AnchorBook {
    private final Path file;
    private final Signer signer;

    AnchorBook(NotaryConfig config, Signer signer) {
        this.file = config.anchors().toAbsolutePath();
        this.signer = signer;
    }

    /**
     * How chains stood at a time.
     *
     * @param at UTC
     * @param previous the SHA-256 of the line before; the genesis for the first
     * @param heads chain to number and head, as {@code "number head"}
     */
    record Anchor(Instant at, String previous, TreeMap<String, String> heads) {}

    /** Writes down how these heads stand; durable when it returns. */
    void add(Instant at, List<Head> heads) {
        TreeMap<String, String> stand = new TreeMap<>();
        heads.forEach(head -> stand.put(head.chain(), head.count() + " " + head.head()));
        synchronized (AnchorBook.class) {
            try {
                DurableFiles.makeFolder(DurableFiles.parentOf(file));
                try (FileChannel channel = FileChannel.open(
                                file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
                        FileLock held = channel.lock()) {
                    String whole = wholeLines();
                    Anchor anchor = new Anchor(at, previous(whole), stand);
                    String line = signer.sign(new String(EventJson.write(anchor), StandardCharsets.UTF_8)) + "\n";
                    channel.truncate(whole.getBytes(StandardCharsets.US_ASCII).length);
                    channel.position(channel.size());
                    ByteBuffer left = ByteBuffer.wrap(line.getBytes(StandardCharsets.US_ASCII));
                    while (held.isValid() && left.hasRemaining()) {
                        channel.write(left);
                    }
                    channel.force(true);
                }
            } catch (IOException e) {
                throw new UncheckedIOException("the anchors cannot be written", e);
            }
        }
    }

    /**
     * Every anchor, the first in front.
     *
     * @throws IllegalStateException if one is not signed by our key, or one was taken out
     */
    List<Anchor> read() {
        try {
            List<Anchor> anchors = new ArrayList<>();
            String previous = ChainRules.GENESIS;
            String whole = Files.exists(file) ? wholeLines() : "";
            for (String line : whole.lines().toList()) {
                Anchor anchor = EventJson.read(signer.verify(line).getBytes(StandardCharsets.UTF_8), Anchor.class);
                if (!anchor.previous().equals(previous)) {
                    throw new IllegalStateException("An anchor before " + anchor.at() + " was taken out.");
                }
                anchors.add(anchor);
                previous = hash(line);
            }
            return anchors;
        } catch (IllegalArgumentException e) {
            throw new IllegalStateException("An anchor is not signed by the key of " + file + ".", e);
        } catch (IOException e) {
            throw new UncheckedIOException("the anchors cannot be read", e);
        }
    }

    /** Without what a crash left of a line. */
    private String wholeLines() throws IOException {
        String text = Files.readString(file, StandardCharsets.US_ASCII);
        return text.substring(0, text.lastIndexOf('\n') + 1);
    }

    private static String previous(String whole) {
        List<String> lines = whole.lines().toList();
        return lines.isEmpty() ? ChainRules.GENESIS : hash(lines.getLast());
    }

    private static String hash(String line) {
        return HexFormat.of().formatHex(ChainRules.sha256().digest(line.getBytes(StandardCharsets.US_ASCII)));
    }
}
