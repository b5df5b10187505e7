package app.backtrack.runtime.sealing;

import app.backtrack.events.PatientRef;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/**
 * Keeps each key in a file of its own, {@code folder/clinic/patient.key}, synced to disk before it is used and readable
 * by its owner only. For one machine: services on it share the folder.
 */
public final class FileKeyStore implements KeyStore {
    private final Path folder;

    /** Keeps keys below {@code folder}, which is made when it is first needed. */
    public FileKeyStore(Path folder) {
        this.folder = folder;
    }

    @Override
    public Lookup find(PatientRef patient) {
        try {
            if (Files.exists(tombstone(patient))) {
                return new Lookup.Destroyed();
            }
            return new Lookup.Found(Files.readAllBytes(key(patient)));
        } catch (NoSuchFileException e) {
            return new Lookup.Absent();
        } catch (IOException e) {
            throw new KeyStoreUnavailable(e);
        }
    }

    @Override
    public Lookup create(PatientRef patient, byte[] serializedKey) {
        try {
            Path clinic = Files.createDirectories(key(patient).getParent());
            Path draft = Files.createTempFile(clinic, ".draft-", ".key");
            try {
                writeDurably(draft, serializedKey);
                linkUnlessThere(key(patient), draft);
            } finally {
                Files.delete(draft);
            }
            sync(clinic);
            return find(patient);
        } catch (IOException e) {
            throw new KeyStoreUnavailable(e);
        }
    }

    @Override
    public void destroy(PatientRef patient) {
        try {
            Path clinic = Files.createDirectories(key(patient).getParent());
            if (!Files.exists(tombstone(patient))) {
                writeDurably(tombstone(patient), new byte[0]);
                sync(clinic);
            }
            Files.deleteIfExists(key(patient));
            sync(clinic);
        } catch (IOException e) {
            throw new KeyStoreUnavailable(e);
        }
    }

    /** A hard link appears whole or not at all and never replaces another, so two processes agree on one key. */
    private static void linkUnlessThere(Path key, Path draft) throws IOException {
        try {
            Files.createLink(key, draft);
        } catch (FileAlreadyExistsException e) {
            // Another process was quicker; its key is the patient's key.
        }
    }

    private static void writeDurably(Path file, byte[] bytes) throws IOException {
        Set<StandardOpenOption> options = Set.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        try (FileChannel channel = FileChannel.open(
                file, options, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")))) {
            channel.write(java.nio.ByteBuffer.wrap(bytes));
            channel.force(true);
        }
    }

    private static void sync(Path directory) throws IOException {
        try (FileChannel channel = FileChannel.open(directory, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }

    private Path key(PatientRef patient) {
        return folder.resolve(patient.clinic().value()).resolve(patient.patient() + ".key");
    }

    private Path tombstone(PatientRef patient) {
        return folder.resolve(patient.clinic().value()).resolve(patient.patient() + ".destroyed");
    }
}
