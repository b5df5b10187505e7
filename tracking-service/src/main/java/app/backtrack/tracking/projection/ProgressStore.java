package app.backtrack.tracking.projection;

import app.backtrack.events.EventJson;
import app.backtrack.events.PatientRef;
import app.backtrack.runtime.store.Documents;
import app.backtrack.tracking.insight.InsightStep;
import app.backtrack.tracking.progress.ProgressView;
import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.IndexOptions;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/**
 * Keeps each patient's progress in one document, {@code _id} = clinic/patient. Every write names the revision that it
 * was worked out from, so that a process which was frozen and woke up cannot write a stale fold over a fresh one.
 */
@Singleton
public class ProgressStore {
    /** The projection's version is in its name: another fold is another collection, built beside this one. */
    private static final String COLLECTION = "progress-v1";

    private static final Duration LEASE = Duration.ofSeconds(60);
    private static final IndexOptions UNIQUE = new IndexOptions().unique(true);

    private final MongoCollection<Document> documents;
    private volatile boolean indexed;

    ProgressStore(Documents documents) {
        this.documents = documents.collection(COLLECTION);
    }

    /** The patient's progress; an empty document of revision 0 where there is none. */
    public ProgressDocument read(PatientRef patient) {
        Document stored = documents.find(new Document("_id", patient.key())).first();
        return stored == null ? ProgressDocument.empty(patient) : read(patient, stored);
    }

    /**
     * Writes a document over the revision that it carries.
     *
     * @return the revision written; null if another write came first: read again, and work it out anew
     */
    @Nullable
    Long write(ProgressDocument document) {
        ensureIndexes();
        long next = document.revision() + 1;
        Document stored = toStored(document, next);
        if (document.revision() == 0) {
            return insert(stored) ? next : null;
        }
        boolean matched = documents.replaceOne(onRevision(document), stored).getMatchedCount() == 1;
        return matched ? next : null;
    }

    /** Patients whose review is due and whom nobody has claimed, the most overdue first where the store can sort. */
    List<PatientRef> due(Instant now, int limit) {
        List<PatientRef> due = new ArrayList<>();
        documents
                .find(new Document("reviewAt", new Document("$lte", Date.from(now))))
                .projection(new Document("leasedUntil", 1))
                .batchSize(limit)
                .limit(limit)
                .forEach(stored -> {
                    Date leased = stored.getDate("leasedUntil");
                    if (leased == null || !leased.toInstant().isAfter(now)) {
                        due.add(PatientRef.of(stored.getString("_id")));
                    }
                });
        return due;
    }

    /** Claims a due review for a minute; false if somebody else was faster. */
    boolean claim(ProgressDocument document, Instant now) {
        Document claim = new Document("rev", document.revision() + 1).append("leasedUntil", Date.from(now.plus(LEASE)));
        return documents
                        .updateOne(onRevision(document), new Document("$set", claim))
                        .getMatchedCount()
                == 1;
    }

    private boolean insert(Document stored) {
        try {
            documents.insertOne(stored);
            return true;
        } catch (MongoWriteException e) {
            if (e.getError().getCategory() == ErrorCategory.DUPLICATE_KEY) {
                return false;
            }
            throw e;
        }
    }

    /** Exactly the keys of the unique index, which makes it one lookup on every store. */
    private static Document onRevision(ProgressDocument document) {
        return new Document("_id", document.patient().key()).append("rev", document.revision());
    }

    private void ensureIndexes() {
        if (!indexed) {
            documents.createIndex(new Document("_id", 1).append("rev", 1), UNIQUE);
            documents.createIndex(new Document("reviewAt", 1));
            indexed = true;
        }
    }

    private static Document toStored(ProgressDocument document, long revision) {
        return new Document("_id", document.patient().key())
                .append("rev", revision)
                .append("view", Document.parse(json(document.view())))
                .append("folded", new Document(document.folded()))
                .append(
                        "pending",
                        document.pending().stream().map(ProgressStore::json).toList())
                .append("reviewAt", document.reviewAt() == null ? null : Date.from(document.reviewAt()));
    }

    private static ProgressDocument read(PatientRef patient, Document stored) {
        SortedMap<String, Integer> folded = new TreeMap<>();
        stored.get("folded", Document.class).forEach((part, count) -> folded.put(part, (Integer) count));
        Date reviewAt = stored.getDate("reviewAt");
        return new ProgressDocument(
                patient,
                stored.getLong("rev"),
                fromJson(stored.get("view", Document.class).toJson(), ProgressView.class),
                folded,
                stored.getList("pending", String.class).stream()
                        .map(step -> fromJson(step, InsightStep.class))
                        .toList(),
                reviewAt == null ? null : reviewAt.toInstant());
    }

    private static String json(Object value) {
        return new String(EventJson.write(value), StandardCharsets.UTF_8);
    }

    private static <T> T fromJson(String json, Class<T> type) {
        try {
            return EventJson.read(json.getBytes(StandardCharsets.UTF_8), type);
        } catch (IOException e) {
            throw new IllegalStateException("a progress document that cannot be read", e);
        }
    }
}
