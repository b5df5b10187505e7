package app.backtrack.notification.reminder;

import app.backtrack.events.ClinicId;
import app.backtrack.events.PatientId;
import app.backtrack.events.PatientRef;
import app.backtrack.runtime.store.Documents;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.UpdateOptions;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bson.Document;

/**
 * Keeps a document for each patient: what reminders follow from, when the patient wants them, and when to look next.
 * Every change by an event or by the patient asks for a look at once.
 */
@Singleton
public class ReminderStore {
    private static final UpdateOptions UPSERT = new UpdateOptions().upsert(true);
    private static final BulkWriteOptions UNORDERED = new BulkWriteOptions().ordered(false);

    private final MongoCollection<Document> cases;

    ReminderStore(Documents documents) {
        this.cases = documents.collection("reminders");
    }

    /** Declares the indexes; to be called before the first use, and again without harm. */
    void prepare() {
        cases.createIndex(new Document("_id", 1).append("revision", 1), new IndexOptions().unique(true));
        cases.createIndex(new Document("_id", 1).append("timesVersion", 1), new IndexOptions().unique(true));
        cases.createIndex(new Document("on", 1).append("nextLookAt", 1));
    }

    /**
     * Adds what events say, in whatever order and however often they come, in one unordered bulk.
     *
     * @param facts of each patient, values by path within the document
     */
    void add(Map<PatientRef, Map<String, Object>> facts) {
        List<UpdateOneModel<Document>> updates = new ArrayList<>();
        facts.forEach((patient, own) -> updates.add(addition(patient, own)));
        if (!updates.isEmpty()) {
            cases.bulkWrite(updates, UNORDERED);
        }
    }

    private static UpdateOneModel<Document> addition(PatientRef patient, Map<String, Object> facts) {
        Document change = new Document(facts).append("nextLookAt", new Date(0));
        Document fresh = fresh(patient);
        fresh.remove("nextLookAt");
        fresh.remove("revision");
        return new UpdateOneModel<>(
                key(patient),
                new Document("$set", change).append("$setOnInsert", fresh).append("$inc", new Document("revision", 1)),
                UPSERT);
    }

    /** What a patient's reminders follow from; empty while nothing is known of the patient. */
    Optional<ReminderCase> find(PatientRef patient) {
        return Optional.ofNullable(cases.find(key(patient)).first())
                .map(found -> ReminderDocuments.read(patient, found));
    }

    /** Patients who want to be reminded and are to be looked at, those that have waited longest first. */
    List<ReminderCase> due(Instant now, int limit) {
        return cases.find(new Document("on", true).append("nextLookAt", new Document("$lte", Date.from(now))))
                .sort(new Document("nextLookAt", 1))
                .limit(limit)
                .batchSize(limit)
                .map(found -> ReminderDocuments.read(PatientRef.of(found.getString("_id")), found))
                .into(new ArrayList<>());
    }

    /**
     * Notes when to look at a patient again, and forgets dates that nothing follows from any more; unless something
     * changed since, which asks for a look at once.
     */
    void lookAgain(ReminderCase seen, Instant at, LocalDate keptFrom) {
        Document change = new Document("$set", new Document("nextLookAt", Date.from(at)))
                .append("$inc", new Document("revision", 1));
        Document old = new Document();
        seen.logged().anything().stream()
                .filter(date -> date.isBefore(keptFrom))
                .forEach(date -> old.append("anything." + date, "").append("sessions." + date, ""));
        if (!old.isEmpty()) {
            change.append("$unset", old);
        }
        cases.updateOne(key(seen.patient()).append("revision", seen.revision()), change);
    }

    /**
     * Keeps when a patient wants to be reminded, unless they said something else since that version.
     *
     * @return whether it was kept
     */
    boolean put(PatientRef patient, ReminderTimes times, int version) {
        cases.updateOne(key(patient), new Document("$setOnInsert", fresh(patient)), UPSERT);
        Document change = new Document("on", times.on())
                .append("times", ReminderDocuments.write(times))
                .append("timesVersion", version + 1)
                .append("nextLookAt", new Date(0));
        return cases.updateOne(
                                key(patient).append("timesVersion", version),
                                new Document("$set", change).append("$inc", new Document("revision", 1)))
                        .getMatchedCount()
                == 1;
    }

    /** Forgets all that is known of a patient here. */
    public void erase(ClinicId clinic, PatientId patient) {
        cases.deleteOne(key(new PatientRef(clinic, patient)));
    }

    private static Document fresh(PatientRef patient) {
        return new Document("clinic", patient.clinic().value())
                .append("on", false)
                .append("timesVersion", 0)
                .append("revision", 0)
                .append("nextLookAt", new Date(0));
    }

    private static Document key(PatientRef patient) {
        return new Document("_id", patient.key());
    }
}
