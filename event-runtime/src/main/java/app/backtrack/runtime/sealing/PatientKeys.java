package app.backtrack.runtime.sealing;

import app.backtrack.runtime.DurableFiles;
import app.backtrack.runtime.store.ApartStore;
import com.mongodb.client.MongoClient;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Patients' keys as the settings say where they are, wrapped by the master key that they name. */
public final class PatientKeys implements AutoCloseable {
    private static final String MISSING =
            "Patients' keys need a master key: set BACKTRACK_KEYS_MASTER_KEY_FILE to a file, which"
                    + " `java -jar tracking-service/target/quarkus-app/quarkus-run.jar rotate-master-key new FILE` makes,"
                    + " or BACKTRACK_KEYS_MASTER_KEY to what it holds. Keep a copy of it apart from the keys.";

    private final MasterKeyset masterKeys;
    private final WrappedKeyStore store;
    private final @Nullable MongoClient client;

    private PatientKeys(MasterKeyset masterKeys, WrappedKeyStore store, @Nullable MongoClient client) {
        this.masterKeys = masterKeys;
        this.store = store;
        this.client = client;
    }

    /**
     * Opens them; nothing is connected to yet.
     *
     * @throws IllegalStateException if there is no master key; the message says what to do
     */
    public static PatientKeys open(KeysConfig config) {
        MasterKeyset masterKeys = masterKeys(config);
        MongoClient client = config.mongodbUri().map(ApartStore::open).orElse(null);
        KeyStore kept = client == null
                ? new FileKeyStore(config.dir())
                : new MongoKeyStore(client, config.database(), config.writeDeadline());
        WrappedKeyStore store = new WrappedKeyStore(kept, new TinkMasterKey(masterKeys), config.local());
        return new PatientKeys(masterKeys, store, client);
    }

    /**
     * The file that the master keys stand in: the one that is named, or in local mode the one beside the folder of the
     * keys; empty where they are given as a text, or not at all.
     */
    public static Optional<Path> masterKeyFile(KeysConfig config) {
        if (config.masterKey().isPresent()) {
            return Optional.empty();
        }
        return config.masterKeyFile()
                .or(() -> config.local()
                        ? Optional.of(DurableFiles.parentOf(config.dir()).resolve("master-key.json"))
                        : Optional.empty());
    }

    /** Where each patient's key is found. */
    public WrappedKeyStore store() {
        return store;
    }

    /** What wraps them. */
    public MasterKeyset masterKeys() {
        return masterKeys;
    }

    private static MasterKeyset masterKeys(KeysConfig config) {
        try {
            if (config.masterKey().isPresent()) {
                return MasterKeyset.of(config.masterKey().get());
            }
            Optional<Path> file = masterKeyFile(config);
            if (file.isPresent()) {
                return config.masterKeyFile().isPresent()
                        ? MasterKeyset.in(file.get())
                        : MasterKeyset.inOrNew(file.get());
            }
        } catch (IOException e) {
            throw new IllegalStateException("The file of the master key cannot be read: " + e.getMessage(), e);
        }
        throw new IllegalStateException(MISSING);
    }

    @Override
    public void close() {
        if (client != null) {
            client.close();
        }
    }
}
