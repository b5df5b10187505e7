package app.backtrack.runtime.sealing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.backtrack.runtime.sealing.KeyStore.KeyStoreUnavailable;
import app.backtrack.testkit.backends.BackEnds;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import java.time.Duration;
import java.util.UUID;
import org.bson.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class MongoKeyStoreIT extends KeyStoreContract {
    private static final Duration DEADLINE = Duration.ofSeconds(5);

    private static final String DATABASE = "keys-" + UUID.randomUUID();
    private static MongoClient client = MongoClients.create("mongodb://127.0.0.1:1");

    @BeforeAll
    static void open() {
        client.close();
        client = MongoClients.create(BackEnds.addresses().mongodb());
    }

    @AfterAll
    static void close() {
        client.getDatabase(DATABASE).drop();
        client.close();
    }

    @Override
    KeyStore another() {
        return new MongoKeyStore(client, DATABASE, DEADLINE);
    }

    @Test
    void of_a_destroyed_key_only_the_tombstone_is_left() {
        another().create(patient, bytes("first"));

        another().destroy(patient);

        MongoCollection<Document> keys = client.getDatabase(DATABASE).getCollection("keys");
        assertThat(keys.find(new Document("_id", patient.key())).first()).containsOnlyKeys("_id", "rev", "destroyedAt");
    }

    @Test
    void a_database_that_is_away_is_an_outage_and_not_an_empty_store() {
        try (MongoClient nowhere = MongoClients.create("mongodb://127.0.0.1:1/?serverSelectionTimeoutMS=100")) {
            KeyStore away = new MongoKeyStore(nowhere, DATABASE, DEADLINE);

            assertThatThrownBy(() -> away.find(patient)).isInstanceOf(KeyStoreUnavailable.class);
            assertThatThrownBy(() -> away.create(patient, bytes("key"))).isInstanceOf(KeyStoreUnavailable.class);
            assertThatThrownBy(() -> away.destroy(patient)).isInstanceOf(KeyStoreUnavailable.class);
        }
    }
}
