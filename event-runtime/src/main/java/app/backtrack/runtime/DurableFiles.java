package app.backtrack.runtime;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;

/** Writes files that have reached the disk when a method returns, readable by their owner only. */
public final class DurableFiles {
    private static final FileAttribute<Set<PosixFilePermission>> OWNER_ONLY_FILE = permissions("rw-------");
    private static final FileAttribute<Set<PosixFilePermission>> OWNER_ONLY_FOLDER = permissions("rwx------");

    private DurableFiles() {}

    /** Makes a folder, unless it is there. */
    public static void makeFolder(Path directory) throws IOException {
        if (isThere(directory)) {
            return;
        }
        Path parent = directory.getParent();
        if (parent != null && !isThere(parent)) {
            Files.createDirectories(parent);
        }
        try {
            Files.createDirectory(directory, OWNER_ONLY_FOLDER);
        } catch (FileAlreadyExistsException e) {
            // Another process was quicker; the sync below is for both.
        }
        if (parent != null) {
            sync(parent);
        }
    }

    /** Unlike {@link Files#exists}, it does not take a disk that cannot answer for a no. */
    public static boolean isThere(Path path) throws IOException {
        try {
            Files.readAttributes(path, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
            return true;
        } catch (NoSuchFileException e) {
            return false;
        }
    }

    /** Writes a file's bytes; the name is durable once its folder is synced. */
    public static void write(Path file, byte[] bytes, StandardOpenOption... options) throws IOException {
        Set<StandardOpenOption> all = new HashSet<>(Set.of(options));
        all.add(StandardOpenOption.WRITE);
        try (FileChannel channel = FileChannel.open(file, all, OWNER_ONLY_FILE)) {
            ByteBuffer left = ByteBuffer.wrap(bytes);
            while (left.hasRemaining()) {
                channel.write(left);
            }
            channel.force(true);
        }
    }

    /**
     * Makes a file with all its bytes, or leaves the one that is there: a hard link appears whole or not at all and
     * never replaces another, so two processes agree on one content. The caller syncs the folder.
     *
     * @param draft where the bytes are written first; gone afterwards
     */
    public static void makeOnce(Path file, Path draft, byte[] bytes) throws IOException {
        try {
            write(draft, bytes, StandardOpenOption.CREATE_NEW);
            Files.createLink(file, draft);
        } catch (FileAlreadyExistsException e) {
            // Another process was quicker; what it wrote stands.
        } catch (NoSuchFileException e) {
            // Somebody removed the draft together with what it was to become; whoever reads finds out.
        } finally {
            Files.deleteIfExists(draft);
        }
    }

    /** Puts other bytes in the place of a file's, all at once: readers see the old ones or the new ones. */
    public static void replace(Path file, byte[] bytes) throws IOException {
        Path draft = file.resolveSibling("." + file.getFileName() + ".draft-" + UUID.randomUUID());
        try {
            write(draft, bytes, StandardOpenOption.CREATE_NEW);
            Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(draft);
        }
        sync(parentOf(file));
    }

    /** Makes names in a folder durable. */
    public static void sync(Path directory) throws IOException {
        try (FileChannel channel = FileChannel.open(directory, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }

    /** The folder that a file lies in. */
    public static Path parentOf(Path file) {
        Path parent = file.toAbsolutePath().getParent();
        if (parent == null) {
            throw new IllegalArgumentException("a file lies in a folder");
        }
        return parent;
    }

    private static FileAttribute<Set<PosixFilePermission>> permissions(String text) {
        return PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(text));
    }
}
