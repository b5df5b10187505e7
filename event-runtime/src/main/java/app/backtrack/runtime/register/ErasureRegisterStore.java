package app.backtrack.runtime.register;

import app.backtrack.events.Actor;
import app.backtrack.events.ErasureReason;
import app.backtrack.events.PatientRef;
import app.backtrack.events.WireName;
import com.mongodb.ErrorCategory;
import com.mongodb.MongoException;
import com.mongodb.MongoWriteException;
import com.mongodb.ReadConcern;
import com.mongodb.ReadPreference;
import com.mongodb.WriteConcern;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.UpdateOptions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Date;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.bson.Document;

/**
 * Keeps the register in a collection of a database of its own, {@code _id} = clinic/patient; nothing is ever deleted.
 */
public final class ErasureRegisterStore implements ErasureRegister {
    private static final int PAGE = 10_000;

    private final MongoCollection<Document> register;

    /**
     * Keeps it in the collection {@code register} of a database.
     *
     * @param writeDeadline how long a write may wait for the majority
     */
    public ErasureRegisterStore(MongoClient client, String database, Duration writeDeadline) {
        this.register = client.getDatabase(database)
                .getCollection("register")
                .withWriteConcern(WriteConcern.MAJORITY
                        .withJournal(true)
                        .withWTimeout(writeDeadline.toMillis(), TimeUnit.MILLISECONDS))
                .withReadConcern(ReadConcern.MAJORITY)
                .withReadPreference(ReadPreference.primary());
    }

    @Override
    public void enter(Erasure erasure) {
        Document content = new Document("at", Date.from(erasure.at()))
                .append("version", erasure.version())
                .append("reason", erasure.reason().wireName())
                .append("by", erasure.by().wireForm());
        try {
            register.updateOne(
                    new Document("_id", erasure.patient().key()),
                    new Document("$setOnInsert", content),
                    new UpdateOptions().upsert(true));
        } catch (MongoWriteException e) {
            if (e.getError().getCategory() != ErrorCategory.DUPLICATE_KEY) {
                throw new RegisterUnavailable("the erasure register cannot be written", e);
            }
            // Entered by another process in the same moment.
        } catch (MongoException e) {
            throw new RegisterUnavailable("the erasure register cannot be written", e);
        }
    }

    @Override
    public List<Erasure> all() {
        try {
            List<Erasure> all = register.find()
                    .batchSize(PAGE)
                    .map(ErasureRegisterStore::read)
                    .into(new ArrayList<>());
            all.sort(Comparator.comparing(Erasure::at)
                    .thenComparing(one -> one.patient().key()));
            return all;
        } catch (MongoException e) {
            throw new RegisterUnavailable("the erasure register cannot be read", e);
        }
    }

    private static Erasure read(Document found) {
        return new Erasure(
                PatientRef.of(found.getString("_id")),
                found.getDate("at").toInstant(),
                found.getInteger("version"),
                WireName.find(ErasureReason.class, found.getString("reason"))
                        .orElseThrow(() -> new IllegalStateException("the register holds an unknown reason")),
                Actor.of(found.getString("by")));
    }
}
