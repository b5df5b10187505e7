package app.backtrack.tools.backup;

import app.backtrack.events.PatientRef;
import app.backtrack.runtime.DurableFiles;
import app.backtrack.runtime.sealing.KeyStore.KeyStoreUnavailable;
import app.backtrack.runtime.sealing.MasterKey;
import app.backtrack.tools.place.CannotException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * Patients' keys as files, {@code folder/clinic/patient.key}. A copy overwrites no key, and a tombstone ends the key
 * beside it in either folder: a destroyed key stays destroyed, and backups forget it with the next one.
 */
final class KeyFolder {
    private static final String KEY = ".key";
    private static final String TOMBSTONE = ".destroyed";

    private KeyFolder() {}

    /** How many keys and tombstones were new there. */
    static int copy(Path from, Path to) throws IOException {
        int copied = 0;
        for (Path tombstone : files(from, TOMBSTONE)) {
            Path target = to.resolve(from.relativize(tombstone));
            copied += put(tombstone, target);
            Files.deleteIfExists(beside(target, TOMBSTONE, KEY));
        }
        for (Path key : files(from, KEY)) {
            Path target = to.resolve(from.relativize(key));
            if (!DurableFiles.isThere(beside(target, KEY, TOMBSTONE))) {
                copied += put(key, target);
            }
        }
        return copied;
    }

    /**
     * Tries every key that is wrapped.
     *
     * @throws CannotException if one does not open
     */
    static void requireOpens(Path folder, MasterKey master) throws IOException {
        for (Path key : files(folder, KEY)) {
            Path clinic = DurableFiles.parentOf(key).getFileName();
            PatientRef patient = PatientRef.of(clinic + "/" + named(key, KEY));
            byte[] bytes = Files.readAllBytes(key);
            try {
                if (master.wrapping(bytes) != MasterKey.Wrapping.NONE) {
                    var unused = master.unwrap(patient, bytes);
                }
            } catch (KeyStoreUnavailable e) {
                throw new CannotException("The master key does not open the keys in " + folder
                        + ": it is another one than theirs. Nothing was restored. Give the master key of the system"
                        + " that the backup is of (docs/operations.md, The master key).");
            }
        }
    }

    private static List<Path> files(Path folder, String ending) throws IOException {
        try (Stream<Path> all = Files.walk(folder, 2)) {
            return all.filter(file -> {
                        String name = file.getFileName().toString();
                        return name.endsWith(ending) && !name.startsWith(".");
                    })
                    .toList();
        }
    }

    private static int put(Path file, Path target) throws IOException {
        if (DurableFiles.isThere(target)) {
            return 0;
        }
        byte[] bytes;
        try {
            bytes = Files.readAllBytes(file);
        } catch (NoSuchFileException destroyedMeanwhile) {
            return 0;
        }
        DurableFiles.makeFolder(DurableFiles.parentOf(DurableFiles.parentOf(target)));
        DurableFiles.makeFolder(DurableFiles.parentOf(target));
        DurableFiles.replace(target, bytes);
        return 1;
    }

    private static Path beside(Path file, String ending, String other) {
        return file.resolveSibling(named(file, ending) + other);
    }

    private static String named(Path file, String ending) {
        String name = file.getFileName().toString();
        return name.substring(0, name.length() - ending.length());
    }
}
