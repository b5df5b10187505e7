package app.backtrack.runtime.sealing;

import app.backtrack.events.PatientRef;
import com.mongodb.ErrorCategory;
import com.mongodb.MongoException;
import com.mongodb.MongoWriteException;
import com.mongodb.ReadConcern;
import com.mongodb.ReadPreference;
import com.mongodb.WriteConcern;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.UpdateOptions;
import java.time.Duration;
import java.util.Arrays;
import java.util.Date;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.bson.Document;
import org.bson.types.Binary;
import org.jspecify.annotations.Nullable;

/**
 * Keeps each key in a document of its own, {@code _id} = clinic/patient, in a database with credentials and a backup of
 * its own. A destroyed key's document stays, without the key: the tombstone.
 *
 * <p>Every step is one update of one document, so two processes end with one key; it is acknowledged by a majority that
 * has it on disk.
 */
public final class MongoKeyStore implements KeyStore {
    private static final String ID = "_id";
    private static final String REVISION = "rev";
    private static final String KEY = "key";
    private static final String DESTROYED = "destroyedAt";
    private static final int PAGE = 1_000;
    private static final UpdateOptions UPSERT = new UpdateOptions().upsert(true);

    private final MongoCollection<Document> keys;
    private volatile boolean indexed;

    /**
     * Keeps keys in the collection {@code keys} of a database.
     *
     * @param writeDeadline how long a write may wait for the majority
     */
    public MongoKeyStore(MongoClient client, String database, Duration writeDeadline) {
        this.keys = client.getDatabase(database)
                .getCollection("keys")
                .withWriteConcern(WriteConcern.MAJORITY
                        .withJournal(true)
                        .withWTimeout(writeDeadline.toMillis(), TimeUnit.MILLISECONDS))
                // Whoever made a document may not have come so far yet, and what a lost key has sealed is lost.
                .withReadConcern(ReadConcern.MAJORITY)
                .withReadPreference(ReadPreference.primary());
    }

    @Override
    public Lookup find(PatientRef patient) {
        return asked(() -> read(patient));
    }

    @Override
    public Lookup create(PatientRef patient, byte[] serializedKey) {
        return asked(() -> {
            declareIndex();
            Document fresh = new Document(REVISION, 1).append(KEY, new Binary(serializedKey));
            upsert(patient, new Document("$setOnInsert", fresh));
            return read(patient);
        });
    }

    @Override
    public void destroy(PatientRef patient) {
        asked(() -> {
            declareIndex();
            upsert(
                    patient,
                    new Document("$unset", new Document(KEY, ""))
                            .append("$min", new Document(DESTROYED, new Date()))
                            .append("$inc", new Document(REVISION, 1)));
            return true;
        });
    }

    @Override
    public boolean replace(PatientRef patient, byte[] expected, byte[] replacement) {
        return asked(() -> {
            Document found = document(patient);
            if (found == null || !(found.get(KEY) instanceof Binary key) || !Arrays.equals(key.getData(), expected)) {
                return false;
            }
            Document seen = new Document(ID, patient.key()).append(REVISION, found.getInteger(REVISION));
            Document change = new Document("$set", new Document(KEY, new Binary(replacement)))
                    .append("$inc", new Document(REVISION, 1));
            return keys.updateOne(seen, change).getMatchedCount() == 1;
        });
    }

    @Override
    public void eachPatient(Consumer<PatientRef> visitor) {
        asked(() -> {
            for (Document found :
                    keys.find().projection(new Document(DESTROYED, 1)).batchSize(PAGE)) {
                if (!found.containsKey(DESTROYED)) {
                    visitor.accept(PatientRef.of(found.getString(ID)));
                }
            }
            return true;
        });
    }

    private Lookup read(PatientRef patient) {
        Document found = document(patient);
        if (found == null) {
            return new Lookup.Absent();
        }
        return found.get(KEY) instanceof Binary key && !found.containsKey(DESTROYED)
                ? new Lookup.Found(key.getData())
                : new Lookup.Destroyed();
    }

    private @Nullable Document document(PatientRef patient) {
        return keys.find(new Document(ID, patient.key())).first();
    }

    /** Of two upserts at once the slower one is refused; by then the document is there. */
    private void upsert(PatientRef patient, Document change) {
        Document id = new Document(ID, patient.key());
        try {
            keys.updateOne(id, change, UPSERT);
        } catch (MongoWriteException e) {
            if (e.getError().getCategory() != ErrorCategory.DUPLICATE_KEY) {
                throw e;
            }
            keys.updateOne(id, change, UPSERT);
        }
    }

    private void declareIndex() {
        if (!indexed) {
            keys.createIndex(new Document(ID, 1).append(REVISION, 1), new IndexOptions().unique(true));
            indexed = true;
        }
    }

    /** A question to the store. */
    @FunctionalInterface
    private interface Question<T> {
        T ask();
    }

    private static <T> T asked(Question<T> question) {
        try {
            return question.ask();
        } catch (MongoException e) {
            throw new KeyStoreUnavailable(e);
        }
    }
}
