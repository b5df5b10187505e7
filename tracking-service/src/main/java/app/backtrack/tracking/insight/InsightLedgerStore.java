package app.backtrack.tracking.insight;

import app.backtrack.events.PatientRef;
import app.backtrack.runtime.store.Documents;
import app.backtrack.runtime.store.KeyedReads;
import app.backtrack.tracking.insight.InsightLedger.Mark;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.UpdateOptions;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.bson.Document;

/**
 * Keeps each patient's ledger in one document, {@code _id} = clinic/patient. Not versioned with the projections: a
 * rebuild must know what was told before. Marks are set and never cleared, so that writing them twice, late or in
 * another order ends in the same ledger.
 */
@Singleton
public class InsightLedgerStore {
    private static final UpdateOptions UPSERT = new UpdateOptions().upsert(true);
    private static final BulkWriteOptions UNORDERED = new BulkWriteOptions().ordered(false);
    private static final int LEDGERS_PER_REPLY = 100;

    private final MongoCollection<Document> ledgers;

    InsightLedgerStore(Documents documents) {
        this.ledgers = documents.collection("insight-ledger");
    }

    /** The patient's ledger. */
    public InsightLedger read(PatientRef patient) {
        return read(List.of(patient)).getOrDefault(patient, InsightLedger.EMPTY);
    }

    /** The ledgers of many patients; those of whom nothing was dealt with are left out. */
    public Map<PatientRef, InsightLedger> read(Collection<PatientRef> patients) {
        Map<String, PatientRef> byKey = new HashMap<>();
        patients.forEach(patient -> byKey.put(patient.key(), patient));
        Map<PatientRef, InsightLedger> found = new HashMap<>();
        for (Document ledger : KeyedReads.find(ledgers, byKey.keySet(), new Document(), LEDGERS_PER_REPLY)) {
            found.put(byKey.get(ledger.getString("_id")), ledger(ledger));
        }
        return found;
    }

    /** Enters what was done, for many patients at once. */
    public void enter(Map<PatientRef, List<InsightStep>> done) {
        List<UpdateOneModel<Document>> updates = new ArrayList<>();
        done.forEach((patient, steps) -> updates.add(
                new UpdateOneModel<>(new Document("_id", patient.key()), new Document("$set", marks(steps)), UPSERT)));
        if (!updates.isEmpty()) {
            ledgers.bulkWrite(updates, UNORDERED);
        }
    }

    private static InsightLedger ledger(Document stored) {
        Map<String, Mark> marks = new TreeMap<>();
        stored.get("insights", Document.class).forEach((name, value) -> {
            Document mark = (Document) value;
            marks.put(
                    name.replace('~', '/'),
                    new Mark(mark.getBoolean("told", false), mark.getBoolean("withdrawn", false)));
        });
        return new InsightLedger(marks);
    }

    private static Document marks(List<InsightStep> steps) {
        Document marks = new Document();
        for (InsightStep step : steps) {
            String path = "insights." + step.insightId().replace('/', '~');
            switch (step) {
                case InsightStep.Raise raise -> marks.append(path + ".told", true);
                case InsightStep.Withdraw withdraw -> marks.append(path + ".withdrawn", true);
                case InsightStep.Note note -> marks.append(path + (note.holds() ? ".noted" : ".withdrawn"), true);
            }
        }
        return marks;
    }
}
