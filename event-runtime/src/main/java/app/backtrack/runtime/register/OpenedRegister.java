package app.backtrack.runtime.register;

import app.backtrack.runtime.store.ApartStore;
import com.mongodb.client.MongoClient;
import org.jspecify.annotations.Nullable;

/** The register of erasures as the settings say where it is. */
public final class OpenedRegister implements AutoCloseable {
    private final ErasureRegister register;
    private final @Nullable MongoClient client;

    private OpenedRegister(ErasureRegister register, @Nullable MongoClient client) {
        this.register = register;
        this.client = client;
    }

    /** Opens it; nothing is connected to yet. */
    public static OpenedRegister open(ErasureConfig config) {
        if (config.mongodbUri().isEmpty()) {
            return new OpenedRegister(new FileErasureRegister(config.register()), null);
        }
        MongoClient client = ApartStore.open(config.mongodbUri().get());
        return new OpenedRegister(new ErasureRegisterStore(client, config.database(), config.writeDeadline()), client);
    }

    /** What knows who was erased. */
    public ErasureRegister register() {
        return register;
    }

    @Override
    public void close() {
        if (client != null) {
            client.close();
        }
    }
}
