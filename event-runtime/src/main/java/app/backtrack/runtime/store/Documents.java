package app.backtrack.runtime.store;

import com.mongodb.ReadPreference;
import com.mongodb.WriteConcern;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoCollection;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.bson.Document;

/** Opens the collections of a service's own database: majority writes that reached the disk, reads from the primary. */
@Singleton
public class Documents {
    private final MongoClient client;
    private final StoreConfig config;

    Documents(MongoClient client, StoreConfig config) {
        this.client = client;
        this.config = config;
    }

    /** Opens a collection; it comes into being with its first document. */
    public MongoCollection<Document> collection(String name) {
        WriteConcern durable = WriteConcern.MAJORITY
                .withJournal(true)
                .withWTimeout(config.writeDeadline().toMillis(), TimeUnit.MILLISECONDS);
        return client.getDatabase(config.database())
                .getCollection(name)
                .withWriteConcern(durable)
                .withReadPreference(ReadPreference.primary());
    }

    /** The names of all collections that there are now. */
    public List<String> names() {
        return client.getDatabase(config.database()).listCollectionNames().into(new ArrayList<>());
    }

    /**
     * Asks the store for a sign of life.
     *
     * @throws com.mongodb.MongoException if there is none
     */
    void ping() {
        client.getDatabase(config.database()).runCommand(new Document("ping", 1));
    }
}
