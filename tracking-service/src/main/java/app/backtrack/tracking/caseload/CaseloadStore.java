package app.backtrack.tracking.caseload;

import app.backtrack.events.ClinicId;
import app.backtrack.events.PatientId;
import app.backtrack.events.PatientRef;
import app.backtrack.runtime.store.Documents;
import app.backtrack.runtime.store.KeyedReads;
import app.backtrack.tracking.outcome.Outcomes;
import app.backtrack.tracking.outcome.ProgramOutcome;
import com.mongodb.ErrorCategory;
import com.mongodb.MongoBulkWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.BulkWriteOptions;
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
import java.util.function.BiPredicate;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/**
 * Keeps one row per patient, {@code _id} = clinic/patient. A row is only ever replaced by one of later progress, or of
 * the same progress for a later day; each write names the count of writes that it read, so that of two writers at once
 * one misses and looks again.
 */
@Singleton
public class CaseloadStore implements Outcomes {
    /** The projection's version is in its name, as with progress. */
    private static final String COLLECTION = "caseload-v1";

    private static final IndexOptions UNIQUE = new IndexOptions().unique(true);
    private static final BulkWriteOptions UNORDERED = new BulkWriteOptions().ordered(false);
    private static final int ROWS_PER_REPLY = 500;

    private final MongoCollection<Document> rows;
    private boolean indexed;

    CaseloadStore(Documents documents) {
        this.rows = documents.collection(COLLECTION);
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
        Map<PatientRef, Stored> found = new HashMap<>();
        List<String> keys = patients.stream().map(PatientRef::key).toList();
        KeyedReads.find(rows, keys, new Document(), ROWS_PER_REPLY).forEach(stored -> {
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
    boolean write(Collection<CaseloadDocument> documents, Map<PatientRef, Stored> over, Instant now) {
        if (documents.isEmpty()) {
            return true;
        }
        ensureIndexes();
        List<WriteModel<Document>> writes = new ArrayList<>();
        int replacing = 0;
        for (CaseloadDocument document : documents) {
            Stored before = over.get(document.patient());
            writes.add(toWrite(document, before, now));
            replacing += before == null ? 0 : 1;
        }
        try {
            return rows.bulkWrite(writes, UNORDERED).getMatchedCount() == replacing;
        } catch (MongoBulkWriteException e) {
            if (e.getWriteConcernError() == null
                    && e.getWriteErrors().stream()
                            .allMatch(failure -> failure.getCategory() == ErrorCategory.DUPLICATE_KEY)) {
                return false;
            }
            throw e;
        }
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
        rows.deleteOne(new Document("_id", patient.key()));
    }

    /** One page of a list, in its order. */
    List<CaseloadRow> list(ClinicId clinic, CaseloadFilter filter, @Nullable String afterSortKey, int limit) {
        Document query = query(clinic, filter);
        if (afterSortKey != null) {
            query.append("sort", new Document("$lt", afterSortKey));
        }
        List<CaseloadRow> page = new ArrayList<>();
        rows.find(query)
                .projection(new Document("row", 1))
                .sort(new Document("sort", -1))
                .batchSize(limit)
                .limit(limit)
                .forEach(stored -> page.add(CaseloadDocuments.row(stored)));
        return page;
    }

    private static Document query(ClinicId clinic, CaseloadFilter filter) {
        Document query = new Document("clinic", clinic.value());
        if (filter.therapist() != null) {
            query.append("therapists", filter.therapist());
        }
        if (filter.status() != null) {
            query.append("status", filter.status().wireName());
        }
        if (filter.severity() != null) {
            query.append("severities", filter.severity().wireName());
        }
        if (filter.verdict() != null) {
            query.append("verdict", filter.verdict().wireName());
        }
        if (filter.silentSince() != null) {
            query.append("heard", new Document("$not", new Document("$gte", Date.from(filter.silentSince()))));
        }
        return query;
    }

    /** The clinic's patients who have a row, in the order of their ids. */
    List<PatientRef> patients(ClinicId clinic, @Nullable PatientRef after, int limit) {
        String from = after == null ? clinic + "/" : after.key();
        List<PatientRef> page = new ArrayList<>();
        rows.find(new Document("_id", new Document("$gt", from).append("$lt", clinic + "0")))
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
        rows.find(new Document("clinic", clinic.value()).append("starts", new Document("$elemMatch", inRange)))
                .projection(new Document("outcomes", 1))
                .batchSize(ROWS_PER_REPLY)
                .forEach(stored -> found.add(CaseloadDocuments.outcomes(stored)));
        return found;
    }

    /** Patients whose row is to be judged for another day. */
    List<PatientRef> due(Instant now, int limit) {
        List<PatientRef> due = new ArrayList<>();
        rows.find(new Document("renewAt", new Document("$lte", Date.from(now))))
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
        rows.find(new Document("clinic", clinic.value()).append("changedAt", new Document("$gte", Date.from(since))))
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

    private synchronized void ensureIndexes() {
        if (!indexed) {
            rows.createIndex(new Document("_id", 1).append("writes", 1), UNIQUE);
            rows.createIndex(new Document("clinic", 1).append("therapists", 1).append("sort", -1));
            rows.createIndex(new Document("clinic", 1).append("sort", -1));
            rows.createIndex(new Document("clinic", 1).append("changedAt", 1));
            rows.createIndex(new Document("clinic", 1).append("starts", 1));
            rows.createIndex(new Document("renewAt", 1));
            indexed = true;
        }
    }
}
