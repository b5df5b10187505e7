package app.backtrack.runtime.register;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.backtrack.runtime.register.ErasureRegister.RegisterUnavailable;
import app.backtrack.testkit.backends.BackEnds;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ErasureRegisterStoreIT extends ErasureRegisterContract {
    private static final Duration DEADLINE = Duration.ofSeconds(5);

    private final String database = "erasures-" + UUID.randomUUID();
    private final MongoClient client = MongoClients.create(BackEnds.addresses().mongodb());

    @AfterEach
    void close() {
        client.getDatabase(database).drop();
        client.close();
    }

    @Override
    ErasureRegister another() {
        return new ErasureRegisterStore(client, database, DEADLINE);
    }

    @Test
    void a_database_that_is_away_is_an_outage_and_not_an_empty_register() {
        try (MongoClient nowhere = MongoClients.create("mongodb://127.0.0.1:1/?serverSelectionTimeoutMS=100")) {
            ErasureRegister away = new ErasureRegisterStore(nowhere, database, DEADLINE);

            assertThatThrownBy(away::all).isInstanceOf(RegisterUnavailable.class);
            assertThatThrownBy(() -> away.enter(erasure(Instant.EPOCH))).isInstanceOf(RegisterUnavailable.class);
        }
    }
}
