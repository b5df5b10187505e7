package app.backtrack.tracking.insight;

import app.backtrack.events.PatientRef;
import app.backtrack.runtime.store.Documents;
import app.backtrack.tracking.insight.InsightLedger.Mark;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.UpdateOptions;
import jakarta.inject.Singleton;
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

    private final MongoCollection<Document> ledgers;

    InsightLedgerStore(Documents documents) {
        this.ledgers = documents.collection("insight-ledger");
    }

    /** The patient's ledger. */
    public InsightLedger read(PatientRef patient) {
        Document ledger = ledgers.find(new Document("_id", patient.key())).first();
        if (ledger == null) {
            return InsightLedger.EMPTY;
        }
        Map<String, Mark> marks = new TreeMap<>();
        ledger.get("insights", Document.class).forEach((name, value) -> {
            Document mark = (Document) value;
            marks.put(
                    name.replace('~', '/'),
                    new Mark(mark.getBoolean("told", false), mark.getBoolean("withdrawn", false)));
        });
        return new InsightLedger(marks);
    }

    /** Enters what was done. */
    public void enter(PatientRef patient, List<InsightStep> done) {
        Document marks = new Document();
        for (InsightStep step : done) {
            String path = "insights." + step.insightId().replace('/', '~');
            switch (step) {
                case InsightStep.Raise raise -> marks.append(path + ".told", true);
                case InsightStep.Withdraw withdraw -> marks.append(path + ".withdrawn", true);
                case InsightStep.Note note -> marks.append(path + (note.holds() ? ".noted" : ".withdrawn"), true);
            }
        }
        ledgers.updateOne(new Document("_id", patient.key()), new Document("$set", marks), UPSERT);
    }
}
