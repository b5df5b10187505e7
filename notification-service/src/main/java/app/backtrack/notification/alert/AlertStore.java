package app.backtrack.notification.alert;

import app.backtrack.events.AlertEvent;
import app.backtrack.events.ClinicId;
import app.backtrack.events.EventEnvelope;
import app.backtrack.events.InsightEvent;
import app.backtrack.events.InsightEvent.InsightRaised;
import app.backtrack.events.PatientRef;
import app.backtrack.events.Severity;
import app.backtrack.runtime.store.Documents;
import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.UpdateOptions;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/** Keeps a document for each alert. Each change is read, folded and written on exactly the version that was read. */
@Singleton
public class AlertStore {
    private static final int BATCH = 200;

    private final MongoCollection<Document> alerts;

    AlertStore(Documents documents) {
        this.alerts = documents.collection("alerts");
    }

    /** Declares the indexes; to be called before the first use, and again without harm. */
    public void prepare() {
        alerts.createIndex(new Document("_id", 1).append("version", 1), new IndexOptions().unique(true));
        alerts.createIndex(new Document("clinic", 1).append("position", -1));
        alerts.createIndex(new Document("severity", 1).append("state", 1).append("raisedAt", 1));
    }

    /** Adds what was found. */
    public Alert raised(PatientRef patient, InsightRaised insight, Instant recordedAt) {
        return change(patient, insight.insightId(), alert -> alert.raised(insight, recordedAt));
    }

    /** Adds that something holds no longer, also before it is known what. */
    public Alert withdrawn(PatientRef patient, InsightEvent insight, Instant recordedAt) {
        return change(patient, insight.insightId(), alert -> alert.withdrawn(recordedAt));
    }

    /** Adds a decision, also before it is known about what. */
    public Alert decided(EventEnvelope<? extends AlertEvent> envelope) {
        return change(envelope.subject(), envelope.data().insight(), alert -> alert.decided(envelope));
    }

    /**
     * Adds who was told, also before it is known of what. It is no decision, so it makes no new version: who decides
     * meanwhile is not turned away for it.
     */
    public void told(PatientRef patient, Told told) {
        AlertId id = AlertId.of(patient, told.insight());
        Document key = key(patient.clinic(), id);
        Document fresh =
                AlertDocuments.write(Alert.unknown(patient, told.insight())).append("version", 1);
        alerts.updateOne(
                key,
                new Document("$set", new Document("told." + told.notification(), AlertDocuments.write(told)))
                        .append("$setOnInsert", fresh),
                new UpdateOptions().upsert(true));
    }

    /** Who was told of an alert, in the order of the times. */
    public List<Told> told(ClinicId clinic, AlertId id) {
        Document found = alerts.find(key(clinic, id))
                .projection(new Document("told", 1).append("insightId", 1))
                .first();
        return found == null ? List.of() : AlertDocuments.readTold(found);
    }

    /** Finds an alert of a clinic, once it is known what was found. */
    public Optional<Alert> find(ClinicId clinic, AlertId id) {
        return Optional.ofNullable(alerts.find(key(clinic, id)).first())
                .filter(found -> found.containsKey("raised"))
                .map(AlertDocuments::read);
    }

    /**
     * A clinic's alerts, newest first; one more than asked for, where there are more.
     *
     * @param only of these patients alone; null for all
     */
    public List<Alert> page(ClinicId clinic, AlertFilter filter, @Nullable Set<PatientRef> only, Instant now) {
        int limit = filter.limit() + 1;
        Document wanted = filter.wanted(clinic, now);
        if (only != null) {
            wanted.append("patient", filter.ofThese(clinic, only));
        }
        return alerts.find(wanted)
                .sort(new Document("position", -1))
                .limit(limit)
                .batchSize(limit)
                .map(AlertDocuments::read)
                .into(new ArrayList<>());
    }

    /**
     * Critical alerts of all clinics that nobody acknowledged or closed.
     *
     * @param since only those that were raised then or later, UTC
     */
    public List<Alert> unacknowledgedCritical(Instant since) {
        return alerts.find(new Document("severity", Severity.CRITICAL.wireName())
                        .append("state", AlertState.OPEN.wireName())
                        .append("raisedAt", new Document("$gte", Date.from(since))))
                .batchSize(BATCH)
                .map(AlertDocuments::read)
                .into(new ArrayList<>());
    }

    /**
     * Shows every alert of a clinic that was raised in a span of time.
     *
     * @param from the first instant, UTC
     * @param to the first instant after it, UTC
     */
    public void each(ClinicId clinic, Instant from, Instant to, Consumer<Alert> reader) {
        Document span = new Document("$gte", Date.from(from)).append("$lt", Date.from(to));
        alerts.find(new Document("clinic", clinic.value()).append("raisedAt", span))
                .batchSize(BATCH)
                .map(AlertDocuments::read)
                .forEach(reader);
    }

    private Alert change(PatientRef patient, String insightId, UnaryOperator<Alert> step) {
        Document key = key(patient.clinic(), AlertId.of(patient, insightId));
        while (true) {
            Alert before = Optional.ofNullable(alerts.find(key).first())
                    .map(AlertDocuments::read)
                    .orElseGet(() -> Alert.unknown(patient, insightId));
            Alert after = step.apply(before);
            if (after.equals(before) || write(key, before.version(), after)) {
                return after;
            }
            // Somebody else wrote meanwhile: their write took effect, so each turn is somebody's progress.
        }
    }

    private boolean write(Document key, int version, Alert alert) {
        Document content = AlertDocuments.write(alert).append("version", version + 1);
        if (version > 0) {
            Document guard = new Document(key).append("version", version);
            return alerts.updateOne(guard, new Document("$set", content)).getMatchedCount() == 1;
        }
        try {
            content.putAll(key);
            alerts.insertOne(content);
            return true;
        } catch (MongoWriteException e) {
            if (e.getError().getCategory() == ErrorCategory.DUPLICATE_KEY) {
                return false;
            }
            throw e;
        }
    }

    private static Document key(ClinicId clinic, AlertId id) {
        return new Document("_id", clinic + "/" + id);
    }
}
