package app.backtrack.local;

import app.backtrack.testkit.parts.TemporaryFolder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The folder that data stays in between runs. One launcher at a time holds it; only what a launcher made is deleted.
 */
final class DataFolder implements AutoCloseable {

    private static final String LOCK = "backtrack.lock";

    private final Path path;
    private final FileChannel lock;

    private DataFolder(Path path, FileChannel lock) {
        this.path = path;
        this.lock = lock;
    }

    /** Takes the folder, and makes it where it is not there. */
    static DataFolder open(Path path) {
        try {
            if (Files.exists(path) && !Files.exists(path.resolve(LOCK)) && !isEmpty(path)) {
                throw new CannotRunException(path + " is not a data folder of Backtrack's: it holds something else");
            }
            Files.createDirectories(path);
            FileChannel channel = FileChannel.open(
                    path.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
            FileLock held = tryLock(channel);
            if (held == null) {
                String owner = new String(readAll(channel), StandardCharsets.US_ASCII);
                channel.close();
                throw new CannotRunException("Another ./run (process " + owner + ") uses " + path
                        + ". End that one, or start this one with other ports and data:"
                        + " ./run --port-base 9080 --data .backtrack/data-2");
            }
            channel.truncate(0);
            channel.write(
                    ByteBuffer.wrap(
                            String.valueOf(ProcessHandle.current().pid()).getBytes(StandardCharsets.US_ASCII)),
                    0);
            return new DataFolder(path, channel);
        } catch (IOException e) {
            throw new UncheckedIOException("the data folder cannot be used: " + path, e);
        }
    }

    Path path() {
        return path;
    }

    /** Whether there is nothing in it but the lock. */
    boolean isNew() {
        try (Stream<Path> children = Files.list(path)) {
            return children.allMatch(child -> child.endsWith(LOCK));
        } catch (IOException e) {
            throw new UncheckedIOException("the data folder cannot be read: " + path, e);
        }
    }

    /** Deletes everything in it but the lock. */
    void reset() {
        try (Stream<Path> children = Files.list(path)) {
            List<Path> contents =
                    children.filter(child -> !child.endsWith(LOCK)).toList();
            contents.forEach(TemporaryFolder::removeTree);
        } catch (IOException e) {
            throw new UncheckedIOException("the data cannot be deleted: " + path, e);
        }
    }

    @Override
    public void close() {
        try {
            lock.close();
        } catch (IOException e) {
            throw new UncheckedIOException("the data folder cannot be given back: " + path, e);
        }
    }

    private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException heldByThisProcess) {
            return null;
        }
    }

    private static byte[] readAll(FileChannel channel) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate((int) channel.size());
        channel.read(bytes, 0);
        return bytes.array();
    }

    private static boolean isEmpty(Path folder) throws IOException {
        try (Stream<Path> children = Files.list(folder)) {
            return children.findAny().isEmpty();
        }
    }
}
