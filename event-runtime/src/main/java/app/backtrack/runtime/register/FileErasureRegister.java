package app.backtrack.runtime.register;

import app.backtrack.events.EventJson;
import app.backtrack.runtime.DurableFiles;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Keeps the register in a file that is only ever added to, one erasure a line of JSON, synced to disk. Processes of one
 * machine share it.
 */
public final class FileErasureRegister implements ErasureRegister {
    private static final byte END_OF_LINE = '\n';

    private final Path file;
    private boolean made;

    /** Keeps it in {@code file}, which is made with its folder when it is first needed. */
    public FileErasureRegister(Path file) {
        this.file = file.toAbsolutePath();
    }

    /** Within a process one at a time, since a process holds a file's lock but once. */
    @Override
    public void enter(Erasure erasure) {
        synchronized (FileErasureRegister.class) {
            try {
                makeOnce();
                try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE);
                        FileLock held = channel.lock()) {
                    byte[] whole = wholeLines(Files.readAllBytes(file));
                    boolean known =
                            read(whole).stream().anyMatch(one -> one.patient().equals(erasure.patient()));
                    if (held.isValid() && !known) {
                        append(channel, whole.length, EventJson.write(erasure));
                    }
                }
            } catch (IOException e) {
                throw new RegisterUnavailable("the erasure register cannot be written", e);
            }
        }
    }

    @Override
    public List<Erasure> all() {
        try {
            makeOnce();
            return read(wholeLines(Files.readAllBytes(file)));
        } catch (IOException e) {
            throw new RegisterUnavailable("the erasure register cannot be read", e);
        }
    }

    /** Over what a crash left of a line that nobody was told of. */
    private static void append(FileChannel channel, int end, byte[] line) throws IOException {
        channel.truncate(end);
        ByteBuffer left =
                ByteBuffer.allocate(line.length + 1).put(line).put(END_OF_LINE).flip();
        channel.position(end);
        while (left.hasRemaining()) {
            channel.write(left);
        }
        channel.force(true);
    }

    private static byte[] wholeLines(byte[] bytes) {
        int end = bytes.length;
        while (end > 0 && bytes[end - 1] != END_OF_LINE) {
            end--;
        }
        return Arrays.copyOf(bytes, end);
    }

    private static List<Erasure> read(byte[] lines) throws IOException {
        List<Erasure> erasures = new ArrayList<>();
        for (String line : new String(lines, StandardCharsets.UTF_8).split("\n", -1)) {
            if (!line.isEmpty()) {
                erasures.add(EventJson.read(line.getBytes(StandardCharsets.UTF_8), Erasure.class));
            }
        }
        return erasures;
    }

    /**
     * A file that was there and is gone is a register that is away; an empty one in its place would forget everybody.
     */
    private void makeOnce() throws IOException {
        synchronized (this) {
            if (!made) {
                Path folder = DurableFiles.parentOf(file);
                DurableFiles.makeFolder(folder);
                if (!DurableFiles.isThere(file)) {
                    try {
                        DurableFiles.write(file, new byte[0], StandardOpenOption.CREATE_NEW);
                    } catch (FileAlreadyExistsException e) {
                        // Another process was quicker.
                    }
                    DurableFiles.sync(folder);
                }
                made = true;
            } else if (!DurableFiles.isThere(file)) {
                throw new NoSuchFileException("the erasure register");
            }
        }
    }
}
