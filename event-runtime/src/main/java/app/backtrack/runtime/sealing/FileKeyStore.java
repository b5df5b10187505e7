package app.backtrack.runtime.sealing;

import app.backtrack.events.PatientRef;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import java.util.UUID;

/**
 * Keeps each key in a file of its own, {@code folder/clinic/patient.key}, synced to disk before it is used and readable
 * by its owner only. For one machine: services on it share the folder.
 */
public final class FileKeyStore implements KeyStore {
    private static final FileAttribute<Set<PosixFilePermission>> OWNER_ONLY_FILE = permissions("rw-------");
    private static final FileAttribute<Set<PosixFilePermission>> OWNER_ONLY_FOLDER = permissions("rwx------");

    private final Path folder;
    private volatile boolean folderSeen;

    /** Keeps keys below {@code folder}, which is made when it is first needed. */
    public FileKeyStore(Path folder) {
        this.folder = folder.toAbsolutePath();
    }

    @Override
    public Lookup find(PatientRef patient) {
        try {
            requireFolder();
            return read(patient);
        } catch (IOException e) {
            throw new KeyStoreUnavailable(e);
        }
    }

    @Override
    public Lookup create(PatientRef patient, byte[] serializedKey) {
        try {
            requireFolder();
            makeDurably(clinic(patient));
            if (!isThere(tombstone(patient))) {
                Path draft = clinic(patient).resolve(draftPrefix(patient) + UUID.randomUUID());
                try {
                    writeDurably(draft, serializedKey, StandardOpenOption.CREATE_NEW);
                    linkUnlessThere(key(patient), draft);
                } finally {
                    Files.deleteIfExists(draft);
                }
            }
            if (isThere(tombstone(patient))) {
                removeKey(patient); // destroyed while it was made
            }
            return read(patient);
        } catch (IOException e) {
            throw new KeyStoreUnavailable(e);
        }
    }

    @Override
    public void destroy(PatientRef patient) {
        try {
            requireFolder();
            makeDurably(clinic(patient));
            writeDurably(tombstone(patient), new byte[0], StandardOpenOption.CREATE);
            sync(clinic(patient)); // before the key goes: a crash between must not look as if there never was one
            removeKey(patient);
        } catch (IOException e) {
            throw new KeyStoreUnavailable(e);
        }
    }

    private Lookup read(PatientRef patient) throws IOException {
        if (isThere(tombstone(patient))) {
            return new Lookup.Destroyed();
        }
        byte[] key;
        try {
            key = Files.readAllBytes(key(patient));
        } catch (NoSuchFileException e) {
            return new Lookup.Absent();
        }
        // Whoever made the file may not have come so far, and what a lost key has sealed is lost.
        sync(clinic(patient));
        return new Lookup.Found(key);
    }

    /** Also what a crash left of its making: a draft holds the same bytes. */
    private void removeKey(PatientRef patient) throws IOException {
        Files.deleteIfExists(key(patient));
        try (DirectoryStream<Path> drafts = Files.newDirectoryStream(clinic(patient), draftPrefix(patient) + "*")) {
            for (Path draft : drafts) {
                Files.deleteIfExists(draft);
            }
        }
        sync(clinic(patient));
    }

    /** A folder that was there and is gone is a store that is away; making it anew would make new keys for old ones. */
    private void requireFolder() throws IOException {
        if (!folderSeen) {
            makeDurably(folder);
            folderSeen = true;
        } else if (!isThere(folder)) {
            throw new NoSuchFileException("the folder of the keys");
        }
    }

    private static void makeDurably(Path directory) throws IOException {
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
    private static boolean isThere(Path path) throws IOException {
        try {
            Files.readAttributes(path, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
            return true;
        } catch (NoSuchFileException e) {
            return false;
        }
    }

    /** A hard link appears whole or not at all and never replaces another, so two processes agree on one key. */
    private static void linkUnlessThere(Path key, Path draft) throws IOException {
        try {
            Files.createLink(key, draft);
        } catch (FileAlreadyExistsException e) {
            // Another process was quicker; its key is the patient's key.
        } catch (NoSuchFileException e) {
            // The draft was destroyed together with the key; the tombstone tells.
        }
    }

    private static void writeDurably(Path file, byte[] bytes, StandardOpenOption creation) throws IOException {
        try (FileChannel channel =
                FileChannel.open(file, Set.of(creation, StandardOpenOption.WRITE), OWNER_ONLY_FILE)) {
            ByteBuffer left = ByteBuffer.wrap(bytes);
            while (left.hasRemaining()) {
                channel.write(left);
            }
            channel.force(true);
        }
    }

    private static void sync(Path directory) throws IOException {
        try (FileChannel channel = FileChannel.open(directory, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }

    private Path clinic(PatientRef patient) {
        return folder.resolve(patient.clinic().value());
    }

    private Path key(PatientRef patient) {
        return clinic(patient).resolve(patient.patient() + ".key");
    }

    private Path tombstone(PatientRef patient) {
        return clinic(patient).resolve(patient.patient() + ".destroyed");
    }

    private static String draftPrefix(PatientRef patient) {
        return "." + patient.patient() + ".draft-";
    }

    private static FileAttribute<Set<PosixFilePermission>> permissions(String text) {
        return PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(text));
    }
}
