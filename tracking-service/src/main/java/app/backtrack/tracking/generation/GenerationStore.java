package app.backtrack.tracking.generation;

import app.backtrack.runtime.store.Documents;
import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.IndexOptions;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the pointer of each projection, {@code _id} = its first collection: which generation is live, and which one is
 * written beside it. Every change is one write on exactly the revision that it was decided on.
 */
@Singleton
public class GenerationStore {
    private static final IndexOptions UNIQUE = new IndexOptions().unique(true);

    private final MongoCollection<Document> pointers;
    private boolean indexed;

    GenerationStore(Documents documents) {
        this.pointers = documents.collection("generations");
    }

    /** The generations as they are now. */
    public Generations read(ProjectionName projection) {
        Document stored =
                pointers.find(new Document("_id", projection.collection())).first();
        return stored == null
                ? Generations.first(projection)
                : new Generations(
                        projection,
                        stored.getLong("rev"),
                        stored.getInteger("newest"),
                        stored.getString("live"),
                        stored.getString("beside"),
                        stored.getBoolean("complete"),
                        offsets(stored.get("position", Document.class)),
                        offsets(stored.get("goal", Document.class)),
                        stored.getString("dropping"));
    }

    /**
     * Writes generations over the revision that they carry.
     *
     * @return as they are written; empty if somebody else's write came first
     */
    public Optional<Generations> write(Generations changed) {
        ensureIndex();
        Generations next = changed.written();
        if (changed.revision() > 0) {
            Document onRevision =
                    new Document("_id", changed.projection().collection()).append("rev", changed.revision());
            return pointers.replaceOne(onRevision, stored(next)).getMatchedCount() == 1
                    ? Optional.of(next)
                    : Optional.empty();
        }
        try {
            pointers.insertOne(stored(next));
            return Optional.of(next);
        } catch (MongoWriteException e) {
            if (e.getError().getCategory() == ErrorCategory.DUPLICATE_KEY) {
                return Optional.empty();
            }
            throw e;
        }
    }

    private static Document stored(Generations generations) {
        return new Document("_id", generations.projection().collection())
                .append("rev", generations.revision())
                .append("newest", generations.newest())
                .append("live", generations.live())
                .append("beside", generations.beside())
                .append("complete", generations.complete())
                .append("position", new Document(generations.position()))
                .append("goal", new Document(generations.goal()))
                .append("dropping", generations.dropping());
    }

    private static SortedMap<String, Long> offsets(@Nullable Document stored) {
        SortedMap<String, Long> offsets = new TreeMap<>();
        if (stored != null) {
            stored.forEach((partition, offset) -> offsets.put(partition, (Long) offset));
        }
        return offsets;
    }

    private synchronized void ensureIndex() {
        if (!indexed) {
            pointers.createIndex(new Document("_id", 1).append("rev", 1), UNIQUE);
            indexed = true;
        }
    }
}
