package app.backtrack.runtime.sealing;

import app.backtrack.events.PatientRef;
import app.backtrack.runtime.DurableFiles;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.UUID;
import java.util.function.Consumer;

/**
 * Keeps each key in a file of its own, {@code folder/clinic/patient.key}, synced to disk before it is used and readable
 * by its owner only. For one machine: services on it share the folder.
 */
public final class FileKeyStore implements KeyStore {
    private static final String KEY = ".key";

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
            DurableFiles.makeFolder(clinic(patient));
            if (!DurableFiles.isThere(tombstone(patient))) {
                DurableFiles.makeOnce(key(patient), draft(patient), serializedKey);
            }
            if (DurableFiles.isThere(tombstone(patient))) {
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
            DurableFiles.makeFolder(clinic(patient));
            DurableFiles.write(tombstone(patient), new byte[0], StandardOpenOption.CREATE);
            DurableFiles.sync(
                    clinic(patient)); // before the key goes: a crash between must not look as if there never was one
            removeKey(patient);
        } catch (IOException e) {
            throw new KeyStoreUnavailable(e);
        }
    }

    @Override
    public boolean replace(PatientRef patient, byte[] expected, byte[] replacement) {
        try {
            requireFolder();
            if (DurableFiles.isThere(tombstone(patient))
                    || !Arrays.equals(expected, Files.readAllBytes(key(patient)))) {
                return false;
            }
            Path draft = draft(patient);
            try {
                DurableFiles.write(draft, replacement, StandardOpenOption.CREATE_NEW);
                Files.move(draft, key(patient), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            } finally {
                Files.deleteIfExists(draft);
            }
            DurableFiles.sync(clinic(patient));
            if (DurableFiles.isThere(tombstone(patient))) {
                removeKey(patient); // destroyed while it was replaced
                return false;
            }
            return true;
        } catch (NoSuchFileException e) {
            return false; // destroyed in between
        } catch (IOException e) {
            throw new KeyStoreUnavailable(e);
        }
    }

    @Override
    public void eachPatient(Consumer<PatientRef> visitor) {
        try {
            requireFolder();
            try (DirectoryStream<Path> clinics = Files.newDirectoryStream(folder)) {
                for (Path clinic : clinics) {
                    eachPatient(clinic, visitor);
                }
            }
        } catch (IOException e) {
            throw new KeyStoreUnavailable(e);
        }
    }

    private static void eachPatient(Path clinic, Consumer<PatientRef> visitor) throws IOException {
        try (DirectoryStream<Path> keys = Files.newDirectoryStream(clinic, "*" + KEY)) {
            for (Path key : keys) {
                String name = key.getFileName().toString();
                String patient = name.substring(0, name.length() - KEY.length());
                visitor.accept(PatientRef.of(clinic.getFileName() + "/" + patient));
            }
        }
    }

    private Lookup read(PatientRef patient) throws IOException {
        if (DurableFiles.isThere(tombstone(patient))) {
            return new Lookup.Destroyed();
        }
        byte[] key;
        try {
            key = Files.readAllBytes(key(patient));
        } catch (NoSuchFileException e) {
            return new Lookup.Absent();
        }
        // Whoever made the file may not have come so far, and what a lost key has sealed is lost.
        DurableFiles.sync(clinic(patient));
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
        DurableFiles.sync(clinic(patient));
    }

    /** A folder that was there and is gone is a store that is away; making it anew would make new keys for old ones. */
    private void requireFolder() throws IOException {
        if (!folderSeen) {
            DurableFiles.makeFolder(folder);
            folderSeen = true;
        } else if (!DurableFiles.isThere(folder)) {
            throw new NoSuchFileException("the folder of the keys");
        }
    }

    private Path clinic(PatientRef patient) {
        return folder.resolve(patient.clinic().value());
    }

    private Path key(PatientRef patient) {
        return clinic(patient).resolve(patient.patient() + KEY);
    }

    private Path tombstone(PatientRef patient) {
        return clinic(patient).resolve(patient.patient() + ".destroyed");
    }

    private Path draft(PatientRef patient) {
        return clinic(patient).resolve(draftPrefix(patient) + UUID.randomUUID());
    }

    private static String draftPrefix(PatientRef patient) {
        return "." + patient.patient() + ".draft-";
    }
}
