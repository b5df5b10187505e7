package app.backtrack.tools.backup;

import app.backtrack.runtime.DurableFiles;
import app.backtrack.runtime.register.Erasure;
import app.backtrack.runtime.register.ErasureRegister;
import app.backtrack.runtime.register.FileErasureRegister;
import app.backtrack.runtime.register.OpenedRegister;
import app.backtrack.runtime.sealing.KeyStore.KeyStoreUnavailable;
import app.backtrack.runtime.sealing.MasterKeyset;
import app.backtrack.runtime.sealing.PatientKeys;
import app.backtrack.runtime.sealing.TinkMasterKey;
import app.backtrack.tools.place.CannotException;
import app.backtrack.tools.place.Installation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/**
 * What is kept apart from a backup and has to fit it: patients' keys, the master key that wraps them, and the register
 * of erasures, which outlives every backup.
 */
final class KeyRestore {
    @Option(
            names = "--keys-from",
            paramLabel = "FOLDER",
            description = "Copies patients' keys from there; never over newer ones, nor beside a tombstone.")
    private @Nullable Path keys;

    @Option(
            names = "--master-key",
            paramLabel = "FILE",
            description = "Puts this copy of the master key where the services look for it, if none is there.")
    private @Nullable Path masterKey;

    @Option(
            names = "--erasures",
            paramLabel = "FILE",
            description = "Enters the erasures of this copy of the register, if the register itself was lost.")
    private @Nullable Path erasures;

    /**
     * Looks at all of it before anything is touched.
     *
     * @throws CannotException if a file is missing, or the master key is another one than that of the keys
     */
    void check(Installation installation) throws IOException {
        if (installation.keys().mongodbUri().isPresent()) {
            checkDatabase(installation);
        } else if (keys != null) {
            requireThere(keys, "There are no keys in ");
            KeyFolder.requireOpens(keys, new TinkMasterKey(masterKeys(installation)));
        }
        if (erasures != null) {
            requireThere(erasures, "There is no register of erasures at ");
        }
    }

    /** Keys in a database of their own come back by its own tools, before the rest. */
    private void checkDatabase(Installation installation) {
        if (keys != null) {
            throw new CannotException("The keys are in a database of their own: put them back with mongorestore first,"
                    + " and leave --keys-from out.");
        }
        try (PatientKeys there = PatientKeys.open(installation.keys())) {
            there.store().eachPatient(patient -> there.store().find(patient));
        } catch (KeyStoreUnavailable | IllegalStateException e) {
            throw new CannotException(
                    "The keys in their database cannot be used, and nothing was restored: " + e.getMessage() + ".");
        }
    }

    /** Puts the keys back, but for those of whom the register says that they were erased; answers what it did. */
    String run(Installation installation) throws IOException {
        Optional<Path> file = PatientKeys.masterKeyFile(installation.keys());
        if (masterKey != null && file.isPresent() && !DurableFiles.isThere(file.get())) {
            DurableFiles.makeFolder(DurableFiles.parentOf(file.get()));
            DurableFiles.replace(file.get(), Files.readAllBytes(masterKey));
        }
        int copied = keys == null ? 0 : KeyFolder.copy(keys, installation.keys().dir());
        int erased = forget(installation);
        return "Keys and tombstones copied: %,d. Patients of the register of erasures, whose keys are destroyed: %,d."
                .formatted(copied, erased);
    }

    /** The services delete the documents of the erased when they start, before they serve. */
    private int forget(Installation installation) {
        try (OpenedRegister opened = OpenedRegister.open(installation.erasures())) {
            ErasureRegister register = opened.register();
            if (erasures != null) {
                new FileErasureRegister(erasures).all().forEach(register::enter);
            }
            List<Erasure> all = register.all();
            if (!all.isEmpty()) {
                try (PatientKeys patientKeys = PatientKeys.open(installation.keys())) {
                    all.forEach(erasure -> patientKeys.store().destroy(erasure.patient()));
                }
            }
            return all.size();
        }
    }

    /** That of the installation where it has one. */
    private MasterKeyset masterKeys(Installation installation) throws IOException {
        Optional<Path> file = PatientKeys.masterKeyFile(installation.keys());
        if (file.isEmpty() || DurableFiles.isThere(file.get())) {
            try (PatientKeys given = PatientKeys.open(installation.keys())) {
                return given.masterKeys();
            } catch (IllegalStateException missing) {
                throw new CannotException(String.valueOf(missing.getMessage()));
            }
        }
        if (masterKey == null) {
            throw new CannotException("There is no master key at " + file.get() + ", and without that of the system"
                    + " that the backup is of no key opens: give a copy of it by --master-key FILE.");
        }
        requireThere(masterKey, "There is no master key at ");
        try {
            return MasterKeyset.in(masterKey);
        } catch (IllegalArgumentException none) {
            throw new CannotException(masterKey + " holds no master key: " + none.getMessage() + ".");
        }
    }

    private static void requireThere(Path path, String missing) throws IOException {
        if (!DurableFiles.isThere(path)) {
            throw new CannotException(missing + path + ".");
        }
    }
}
