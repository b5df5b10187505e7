package app.backtrack.tracking.projection;

import app.backtrack.events.ClinicId;
import app.backtrack.events.PatientId;
import app.backtrack.events.PatientRef;
import app.backtrack.runtime.store.Documents;
import app.backtrack.runtime.store.GuardedWrites;
import app.backtrack.runtime.store.KeyedReads;
import app.backtrack.tracking.generation.CurrentGenerations;
import app.backtrack.tracking.generation.ProjectionName;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.InsertOneModel;
import com.mongodb.client.model.ReplaceOneModel;
import com.mongodb.client.model.WriteModel;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/**
 * Keeps each patient's progress in one document, {@code _id} = clinic/patient, in the collection that is live or one
 * that is built beside it. Every write names the revision that it was worked out from, so that a process which was
 * frozen and woke up cannot write a stale fold over a fresh one.
 */
@Singleton
public class ProgressStore {
    private static final Duration LEASE = Duration.ofSeconds(60);
    private static final IndexOptions UNIQUE = new IndexOptions().unique(true);

    /** Of a year of daily reports each, some 100 kB, they stay far below the reply that the embedded store can send. */
    private static final int DOCUMENTS_PER_REPLY = 100;

    /** The character that follows the slash of {@code clinic/patient}. */
    private static final String AFTER_EVERY_KEY = "0";

    private final Documents database;
    private final CurrentGenerations generations;
    private final Set<String> indexed = ConcurrentHashMap.newKeySet();

    ProgressStore(Documents database, CurrentGenerations generations) {
        this.database = database;
        this.generations = generations;
    }

    /** The patient's progress; an empty document of revision 0 where there is none. */
    public ProgressDocument read(PatientRef patient) {
        return readAll(List.of(patient)).getFirst();
    }

    /** The progress of many patients, one document for each; empty ones of revision 0 where there is none. */
    public List<ProgressDocument> readAll(Collection<PatientRef> patients) {
        return readAll(generations.live(ProjectionName.PROGRESS), patients);
    }

    /** The collections that are written, the one that is read first. */
    List<String> collections() {
        return generations.all(ProjectionName.PROGRESS);
    }

    /** The same from a collection that need not be the live one. */
    List<ProgressDocument> readAll(String collection, Collection<PatientRef> patients) {
        Map<String, Document> found = new HashMap<>();
        List<String> keys = patients.stream().map(PatientRef::key).toList();
        KeyedReads.find(database.collection(collection), keys, new Document(), DOCUMENTS_PER_REPLY)
                .forEach(stored -> found.put(stored.getString("_id"), stored));
        return patients.stream()
                .map(patient -> ProgressDocuments.read(collection, patient, found.get(patient.key())))
                .toList();
    }

    /**
     * Writes a document over the revision that it carries.
     *
     * @return the revision written; null if another write came first: read again, and work it out anew
     */
    @Nullable
    Long write(ProgressDocument document) {
        return writeAll(List.of(document)) ? Long.valueOf(document.revision() + 1) : null;
    }

    /**
     * Writes documents of different patients, all of one collection, each over the revision that it carries, in one
     * unordered bulk.
     *
     * @return whether all are written. A bulk tells how many of its writes missed and not which; so if any did, read
     *     all of them again, and work them out anew: what was written comes out as it stands.
     */
    boolean writeAll(Collection<ProgressDocument> all) {
        return all.isEmpty()
                || GuardedWrites.all(
                        indexed(all.iterator().next().collection()),
                        all.stream().map(ProgressStore::toWrite).toList());
    }

    /**
     * A clinic's patients of whom anything was folded, ascending by id: a range of keys, so that a page costs what it
     * holds, however many there are before it.
     *
     * @param after the last one of the page before; null for the first page
     */
    public List<PatientRef> patients(ClinicId clinic, @Nullable PatientId after, int limit) {
        List<PatientRef> page = new ArrayList<>();
        Document range = new Document("$gt", clinic + "/" + (after == null ? "" : after))
                .append("$lt", clinic + AFTER_EVERY_KEY);
        database.collection(generations.live(ProjectionName.PROGRESS))
                .find(new Document("_id", range))
                .projection(new Document("_id", 1))
                .sort(new Document("_id", 1))
                .batchSize(limit)
                .limit(limit)
                .forEach(stored -> page.add(PatientRef.of(stored.getString("_id"))));
        return page;
    }

    /** Patients whose review is due and whom nobody has claimed, the most overdue first where the store can sort. */
    List<PatientRef> due(Instant now, int limit) {
        List<PatientRef> due = new ArrayList<>();
        database.collection(generations.live(ProjectionName.PROGRESS))
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

    /**
     * Patients with progress, in the order of their keys, over all clinics.
     *
     * @param after the last one of the page before; null for the first page
     */
    public List<PatientRef> list(@Nullable PatientRef after, int limit) {
        List<PatientRef> page = new ArrayList<>();
        database.collection(generations.live(ProjectionName.PROGRESS))
                .find(after == null ? new Document() : new Document("_id", new Document("$gt", after.key())))
                .projection(new Document("_id", 1))
                .sort(new Document("_id", 1))
                .batchSize(limit)
                .limit(limit)
                .forEach(stored -> page.add(PatientRef.of(stored.getString("_id"))));
        return page;
    }

    /** Claims a due review for a minute; false if somebody else was faster. */
    boolean claim(ProgressDocument document, Instant now) {
        Document claim = new Document("rev", document.revision() + 1).append("leasedUntil", Date.from(now.plus(LEASE)));
        return database.collection(document.collection())
                        .updateOne(onRevision(document), new Document("$set", claim))
                        .getMatchedCount()
                == 1;
    }

    /** Calls with the {@code _id}s of a collection, in no order, some thousands at a time. */
    public void eachId(String collection, Consumer<List<String>> pages) {
        KeyedReads.eachId(database.collection(collection), pages);
    }

    /** How many patients have progress in a collection, about. */
    public long count(String collection) {
        return database.collection(collection).estimatedDocumentCount();
    }

    /** What two generations are compared by, by {@code _id}; what does not exist is left out. */
    public Map<String, String> canonical(String collection, Collection<String> ids) {
        Map<String, String> canonical = new HashMap<>();
        KeyedReads.find(database.collection(collection), ids, new Document(), DOCUMENTS_PER_REPLY)
                .forEach(stored -> canonical.put(stored.getString("_id"), ProgressDocuments.canonical(stored)));
        return canonical;
    }

    /** Deletes a collection that nobody reads or writes any more. */
    public void drop(String collection) {
        database.collection(collection).drop();
        indexed.remove(collection);
    }

    private static WriteModel<Document> toWrite(ProgressDocument document) {
        Document stored = ProgressDocuments.toStored(document, document.revision() + 1);
        return document.revision() == 0
                ? new InsertOneModel<>(stored)
                : new ReplaceOneModel<>(onRevision(document), stored);
    }

    /** Exactly the keys of the unique index, which makes it one lookup on every store. */
    private static Document onRevision(ProgressDocument document) {
        return new Document("_id", document.patient().key()).append("rev", document.revision());
    }

    private MongoCollection<Document> indexed(String collection) {
        MongoCollection<Document> documents = database.collection(collection);
        if (!indexed.contains(collection)) {
            documents.createIndex(new Document("_id", 1).append("rev", 1), UNIQUE);
            documents.createIndex(new Document("reviewAt", 1));
            indexed.add(collection);
        }
        return documents;
    }
}
