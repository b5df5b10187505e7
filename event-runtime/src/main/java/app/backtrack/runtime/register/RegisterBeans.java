package app.backtrack.runtime.register;

import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Opens the register that a service is configured for. */
@Singleton
final class RegisterBeans {
    private final ErasureConfig config;
    private @Nullable MongoClient client;

    RegisterBeans(ErasureConfig config) {
        this.config = config;
    }

    @Produces
    @Singleton
    ErasureRegister register() {
        return config.mongodbUri().isPresent()
                ? database(config.mongodbUri().get())
                : new FileErasureRegister(config.register());
    }

    private ErasureRegister database(String uri) {
        MongoClient opened = MongoClients.create(MongoClientSettings.builder()
                .applyToClusterSettings(cluster -> cluster.serverSelectionTimeout(3, TimeUnit.SECONDS))
                .applyToSocketSettings(
                        socket -> socket.connectTimeout(2, TimeUnit.SECONDS).readTimeout(10, TimeUnit.SECONDS))
                .applyConnectionString(new ConnectionString(uri))
                .build());
        client = opened;
        return new ErasureRegisterStore(opened, config.database(), config.writeDeadline());
    }

    @PreDestroy
    void close() {
        if (client != null) {
            client.close();
        }
    }
}
