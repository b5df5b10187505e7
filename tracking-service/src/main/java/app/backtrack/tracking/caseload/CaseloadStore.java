package app.backtrack.tracking.caseload;

import app.backtrack.events.ClinicId;
import app.backtrack.events.PatientId;
import app.backtrack.events.PatientRef;
import app.backtrack.runtime.store.Documents;
import app.backtrack.runtime.store.GuardedWrites;
import app.backtrack.runtime.store.KeyedReads;
import app.backtrack.tracking.generation.CurrentGenerations;
import app.backtrack.tracking.generation.ProjectionName;
import app.backtrack.tracking.outcome.Outcomes;
import app.backtrack.tracking.outcome.ProgramOutcome;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.InsertOneModel;
import com.mongodb.client.model.ReplaceOneModel;
import com.mongodb.client.model.WriteModel;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiPredicate;
import java.util.function.Consumer;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/**
 * Keeps one row per patient, {@code _id} = clinic/patient. A row is only ever replaced by one of later progress, or of
 * the same progress by a fuller ledger or for a later day; each write names the count of writes that it read, so that
 * of two writers at once one misses and looks again.
 */
@Singleton
public class CaseloadStore implements Outcomes {
    private static final IndexOptions UNIQUE = new IndexOptions().unique(true);
    private static final int ROWS_PER_REPLY = 500;

    private final Documents database;
    private final CurrentGenerations generations;
    private final Set<String> indexed = ConcurrentHashMap.newKeySet();

    CaseloadStore(Documents database, CurrentGenerations generations) {
        this.database = database;
        this.generations = generations;
    }

    /** The collections that are written, the one that is read first. */
    List<String> collections() {
        return generations.all(ProjectionName.CASELOAD);
    }

    private MongoCollection<Document> live() {
        return database.collection(generations.live(ProjectionName.CASELOAD));
    }

    /** A row as it was read, with what guards its next write. */
    record Stored(CaseloadDocument document, long writes, Instant changedAt, List<String> former) {
        static Stored of(Document stored) {
            return new Stored(
                    CaseloadDocuments.read(stored),
                    stored.getLong("writes"),
                    stored.getDate("changedAt").toInstant(),
                    stored.getList("former", String.class));
        }
    }

    /** The rows of patients; those who have none are left out. */
    Map<PatientRef, Stored> read(Collection<PatientRef> patients) {
        return read(generations.live(ProjectionName.CASELOAD), patients);
    }

    /** The same from a collection that need not be the live one. */
    Map<PatientRef, Stored> read(String collection, Collection<PatientRef> patients) {
        Map<PatientRef, Stored> found = new HashMap<>();
        List<String> keys = patients.stream().map(PatientRef::key).toList();
        KeyedReads.find(database.collection(collection), keys, new Document(), ROWS_PER_REPLY)
                .forEach(stored -> {
                    Stored one = Stored.of(stored);
                    found.put(one.document().patient(), one);
                });
        return found;
    }

    /**
     * Writes rows over those that were read, in one unordered bulk.
     *
     * @param over what was read before; of patients who are not in it, there was none
     * @return whether all are written; if not, read again
     */
    boolean write(
            String collection, Collection<CaseloadDocument> documents, Map<PatientRef, Stored> over, Instant now) {
        List<WriteModel<Document>> writes = documents.stream()
                .map(document -> toWrite(document, over.get(document.patient()), now))
                .toList();
        return writes.isEmpty() || GuardedWrites.all(indexed(collection), writes);
    }

    private static WriteModel<Document> toWrite(CaseloadDocument document, @Nullable Stored before, Instant now) {
        if (before == null) {
            return new InsertOneModel<>(CaseloadDocuments.toStored(document, 1, now, List.of()));
        }
        CaseloadRow was = before.document().row();
        boolean same = document.row().equals(was);
        boolean sameTeam = document.row().therapists().equals(was.therapists());
        return new ReplaceOneModel<>(
                new Document("_id", document.patient().key()).append("writes", before.writes()),
                CaseloadDocuments.toStored(
                        document,
                        before.writes() + 1,
                        same ? before.changedAt() : now,
                        sameTeam ? before.former() : was.therapists()));
    }

    /** Drops a patient's row; it comes back with the next fold, or the next start. */
    void forget(PatientRef patient) {
        live().deleteOne(new Document("_id", patient.key()));
    }

    /** One page of a list, in its order. */
    List<CaseloadRow> list(ClinicId clinic, CaseloadFilter filter, @Nullable String afterSortKey, int limit) {
        Document query = CaseloadDocuments.query(clinic, filter);
        if (afterSortKey != null) {
            query.append("sort", new Document("$lt", afterSortKey));
        }
        List<CaseloadRow> page = new ArrayList<>();
        live().find(query)
                .projection(new Document("row", 1))
                .sort(new Document("sort", -1))
                .batchSize(limit)
                .limit(limit)
                .forEach(stored -> page.add(CaseloadDocuments.row(stored)));
        return page;
    }

    /** The clinic's patients who have a row, in the order of their ids. */
    List<PatientRef> patients(ClinicId clinic, @Nullable PatientRef after, int limit) {
        String from = after == null ? clinic + "/" : after.key();
        List<PatientRef> page = new ArrayList<>();
        live().find(new Document("_id", new Document("$gt", from).append("$lt", clinic + "0")))
                .projection(new Document("_id", 1))
                .sort(new Document("_id", 1))
                .batchSize(limit)
                .limit(limit)
                .forEach(stored -> page.add(PatientRef.of(stored.getString("_id"))));
        return page;
    }

    @Override
    public List<List<ProgramOutcome>> starting(ClinicId clinic, LocalDate from, LocalDate through) {
        Document inRange = new Document("$gte", from.toString()).append("$lte", through.toString());
        List<List<ProgramOutcome>> found = new ArrayList<>();
        live().find(new Document("clinic", clinic.value()).append("starts", new Document("$elemMatch", inRange)))
                .projection(new Document("outcomes", 1))
                .batchSize(ROWS_PER_REPLY)
                .forEach(stored -> found.add(CaseloadDocuments.outcomes(stored)));
        return found;
    }

    /** Patients whose row is to be judged for another day. */
    List<PatientRef> due(Instant now, int limit) {
        List<PatientRef> due = new ArrayList<>();
        live().find(new Document("renewAt", new Document("$lte", Date.from(now))))
                .projection(new Document("_id", 1))
                .batchSize(limit)
                .limit(limit)
                .forEach(stored -> due.add(PatientRef.of(stored.getString("_id"))));
        return due;
    }

    /**
     * The rows of a clinic that changed at or after a moment, the one that changed first in front.
     *
     * @param wanted says by patient and moment of change which are worth reading
     */
    public List<ChangedRow> changed(ClinicId clinic, Instant since, BiPredicate<PatientId, Instant> wanted) {
        List<ChangedRow> changed = new ArrayList<>();
        live().find(new Document("clinic", clinic.value()).append("changedAt", new Document("$gte", Date.from(since))))
                .projection(new Document("row", 1).append("changedAt", 1).append("former", 1))
                .batchSize(ROWS_PER_REPLY)
                .forEach(stored -> {
                    PatientRef patient = PatientRef.of(stored.getString("_id"));
                    Instant changedAt = stored.getDate("changedAt").toInstant();
                    if (wanted.test(patient.patient(), changedAt)) {
                        changed.add(new ChangedRow(
                                CaseloadDocuments.row(stored), changedAt, stored.getList("former", String.class)));
                    }
                });
        changed.sort(Comparator.comparing(ChangedRow::changedAt));
        return changed;
    }

    /**
     * A row and when what it shows became what it is.
     *
     * @param former who looked after the patient before those who do now
     */
    public record ChangedRow(CaseloadRow row, Instant changedAt, List<String> former) {}

    /** Calls with the {@code _id}s of a collection, in no order, some thousands at a time. */
    public void eachId(String collection, Consumer<List<String>> pages) {
        KeyedReads.eachId(database.collection(collection), pages);
    }

    /** What two generations are compared by, by {@code _id}; what does not exist is left out. */
    public Map<String, String> canonical(String collection, Collection<String> ids) {
        Map<String, String> canonical = new HashMap<>();
        KeyedReads.find(database.collection(collection), ids, new Document(), ROWS_PER_REPLY)
                .forEach(stored -> canonical.put(stored.getString("_id"), CaseloadDocuments.canonical(stored)));
        return canonical;
    }

    /** Deletes a collection that nobody reads or writes any more. */
    public void drop(String collection) {
        database.collection(collection).drop();
        indexed.remove(collection);
    }

    private MongoCollection<Document> indexed(String collection) {
        MongoCollection<Document> rows = database.collection(collection);
        if (!indexed.contains(collection)) {
            rows.createIndex(new Document("_id", 1).append("writes", 1), UNIQUE);
            rows.createIndex(new Document("clinic", 1).append("therapists", 1).append("sort", -1));
            rows.createIndex(new Document("clinic", 1).append("sort", -1));
            rows.createIndex(new Document("clinic", 1).append("changedAt", 1));
            rows.createIndex(new Document("clinic", 1).append("starts", 1));
            rows.createIndex(new Document("renewAt", 1));
            indexed.add(collection);
        }
        return rows;
    }
}
