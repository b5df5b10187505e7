package app.backtrack.tracking.insight;

import app.backtrack.events.AlertEvent;
import app.backtrack.events.AlertEvent.AlertAcknowledged;
import app.backtrack.events.AlertEvent.AlertAssigned;
import app.backtrack.events.AlertEvent.AlertClosed;
import app.backtrack.events.AlertEvent.AlertSnoozed;
import app.backtrack.events.AlertEvent.NotificationFailed;
import app.backtrack.events.AlertEvent.NotificationSent;
import app.backtrack.events.AlertEvent.RedFlagClosed;
import app.backtrack.events.EventEnvelope;
import app.backtrack.events.PatientRef;
import app.backtrack.runtime.store.Documents;
import app.backtrack.runtime.store.KeyedReads;
import app.backtrack.tracking.insight.InsightLedger.Mark;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.UpdateOptions;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Date;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/**
 * Keeps each patient's ledger in one document, {@code _id} = clinic/patient. Not versioned with the projections: a
 * rebuild must know what was told before. Of each thing that became of an insight the earliest time is kept and never
 * cleared, so that writing them twice, late or in another order ends in the same ledger.
 */
@Singleton
public class InsightLedgerStore {
    private static final UpdateOptions UPSERT = new UpdateOptions().upsert(true);
    private static final BulkWriteOptions UNORDERED = new BulkWriteOptions().ordered(false);
    private static final int LEDGERS_PER_REPLY = 100;

    private static final String TOLD = "toldAt";
    private static final String NOTED = "notedAt";
    private static final String WITHDRAWN = "withdrawnAt";
    private static final String ACKNOWLEDGED = "acknowledgedAt";
    private static final String CLOSED = "closedAt";

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
                update(patient, steps.stream().map(InsightLedgerStore::entry).toList())));
        write(updates);
    }

    /** Enters what clinicians did about alerts, for many patients at once; all else about alerts is passed over. */
    public void enterDecisions(Collection<EventEnvelope<?>> events) {
        Map<PatientRef, List<Entry>> entries = new LinkedHashMap<>();
        for (EventEnvelope<?> event : events) {
            if (event.data() instanceof AlertEvent alert) {
                entry(alert, event.recordedAt())
                        .ifPresent(entry -> entries.computeIfAbsent(event.subject(), patient -> new ArrayList<>())
                                .add(entry));
            }
        }
        List<UpdateOneModel<Document>> updates = new ArrayList<>();
        entries.forEach((patient, own) -> updates.add(update(patient, own)));
        write(updates);
    }

    private void write(List<UpdateOneModel<Document>> updates) {
        if (!updates.isEmpty()) {
            ledgers.bulkWrite(updates, UNORDERED);
        }
    }

    /** Something that became of an insight, by the member that keeps when. */
    private record Entry(String insightId, String member, Instant at) {}

    private static UpdateOneModel<Document> update(PatientRef patient, List<Entry> entries) {
        Map<String, Instant> earliest = new TreeMap<>();
        entries.forEach(entry -> earliest.merge(
                "insights." + entry.insightId().replace('/', '~') + "." + entry.member(),
                entry.at(),
                (one, other) -> one.isBefore(other) ? one : other));
        Document times = new Document();
        earliest.forEach((path, at) -> times.append(path, Date.from(at)));
        return new UpdateOneModel<>(new Document("_id", patient.key()), new Document("$min", times), UPSERT);
    }

    private static Entry entry(InsightStep step) {
        return switch (step) {
            case InsightStep.Raise raise -> new Entry(raise.insightId(), TOLD, raise.decidedAt());
            case InsightStep.Withdraw withdraw -> new Entry(withdraw.insightId(), WITHDRAWN, withdraw.decidedAt());
            case InsightStep.Note note ->
                new Entry(note.insightId(), note.holds() ? NOTED : WITHDRAWN, note.decidedAt());
        };
    }

    private static Optional<Entry> entry(AlertEvent alert, Instant at) {
        return switch (alert) {
            case AlertAcknowledged seen -> Optional.of(new Entry(seen.insight(), ACKNOWLEDGED, at));
            case AlertClosed closed -> Optional.of(new Entry(closed.insight(), CLOSED, at));
            case RedFlagClosed closed -> Optional.of(new Entry(closed.insight(), CLOSED, at));
            case AlertSnoozed e -> Optional.empty();
            case AlertAssigned e -> Optional.empty();
            case NotificationSent e -> Optional.empty();
            case NotificationFailed e -> Optional.empty();
        };
    }

    private static InsightLedger ledger(Document stored) {
        Map<String, Mark> marks = new TreeMap<>();
        stored.get("insights", Document.class).forEach((name, value) -> {
            Document mark = (Document) value;
            marks.put(
                    name.replace('~', '/'),
                    new Mark(
                            time(mark, TOLD),
                            time(mark, NOTED),
                            time(mark, WITHDRAWN),
                            time(mark, ACKNOWLEDGED),
                            time(mark, CLOSED)));
        });
        return new InsightLedger(marks);
    }

    private static @Nullable Instant time(Document mark, String member) {
        Date time = mark.getDate(member);
        return time == null ? null : time.toInstant();
    }
}
