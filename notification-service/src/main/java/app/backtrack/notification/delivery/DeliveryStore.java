package app.backtrack.notification.delivery;

import app.backtrack.events.ClinicId;
import app.backtrack.events.WireName;
import app.backtrack.notification.ClinicianId;
import app.backtrack.notification.EntryId;
import app.backtrack.runtime.store.Documents;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.ReturnDocument;
import com.mongodb.client.model.UpdateOptions;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/** Keeps a document for each mail, which is its claim as well. */
@Singleton
public class DeliveryStore {
    private static final List<String> OPEN =
            List.of(DeliveryState.WAITING.wireName(), DeliveryState.CLAIMED.wireName());

    private final MongoCollection<Document> deliveries;

    DeliveryStore(Documents documents) {
        this.deliveries = documents.collection("deliveries");
    }

    /** Declares the indexes; to be called before the first use, and again without harm. */
    void prepare() {
        deliveries.createIndex(new Document("_id", 1).append("revision", 1), new IndexOptions().unique(true));
        deliveries.createIndex(new Document("state", 1).append("dueAt", 1));
        deliveries.createIndex(new Document("clinic", 1).append("expiresAt", -1));
    }

    /**
     * Keeps a mail that is to be sent, unless it is kept already.
     *
     * @return whether it is new
     */
    boolean open(Delivery delivery) {
        Document content = new Document("clinic", delivery.id().clinic().value())
                .append("entry", delivery.id().entry().value())
                .append("recipient", delivery.id().recipient().value())
                .append("messageId", delivery.messageId())
                .append("expiresAt", Date.from(delivery.expiresAt()))
                .append("withdrawn", delivery.withdrawn())
                .append("revision", delivery.revision());
        content.putAll(fields(delivery.progress()));
        return deliveries
                        .updateOne(
                                key(delivery.id()),
                                new Document("$setOnInsert", content),
                                new UpdateOptions().upsert(true))
                        .getUpsertedId()
                != null;
    }

    /** Notes that a mail is not needed any more; one that was sent stays sent. */
    void withdraw(DeliveryId id) {
        deliveries.updateOne(key(id), new Document("$set", new Document("withdrawn", true)));
    }

    /** Mails that want attention, those that have waited longest first. */
    List<Delivery> due(Instant now, int limit) {
        return deliveries
                .find(new Document("state", new Document("$in", OPEN))
                        .append("dueAt", new Document("$lte", Date.from(now))))
                .sort(new Document("dueAt", 1))
                .limit(limit)
                .batchSize(limit)
                .map(DeliveryStore::read)
                .into(new ArrayList<>());
    }

    /**
     * Takes the next step with a mail, unless somebody else took one meanwhile.
     *
     * @param from the mail as it was when the step was decided
     * @param to where it stands after the step
     * @return the mail after the step; empty if somebody else was first
     */
    Optional<Delivery> move(Delivery from, Progress to) {
        Document guard = key(from.id()).append("revision", from.revision());
        Document step = new Document("$set", fields(to)).append("$inc", new Document("revision", 1));
        Document moved = deliveries.findOneAndUpdate(
                guard, step, new FindOneAndUpdateOptions().returnDocument(ReturnDocument.AFTER));
        return Optional.ofNullable(moved).map(DeliveryStore::read);
    }

    /** The mails about an inbox entry, by recipient. */
    public List<Delivery> find(ClinicId clinic, EntryId entry, Collection<ClinicianId> recipients) {
        List<String> keys = recipients.stream()
                .map(recipient -> new DeliveryId(clinic, entry, recipient).key())
                .toList();
        return deliveries
                .find(new Document("_id", new Document("$in", keys)))
                .sort(new Document("_id", 1))
                .batchSize(Math.max(1, keys.size()))
                .map(DeliveryStore::read)
                .into(new ArrayList<>());
    }

    /**
     * A clinic's mails, those that stay news longest first.
     *
     * @param state only those in this state; null for all
     * @param expiringBefore only those that cease to be news before, UTC; null for no bound
     */
    public List<Delivery> page(
            ClinicId clinic, @Nullable DeliveryState state, @Nullable Instant expiringBefore, int limit) {
        Document wanted = new Document("clinic", clinic.value());
        if (state != null) {
            wanted.append("state", state.wireName());
        }
        if (expiringBefore != null) {
            wanted.append("expiresAt", new Document("$lt", Date.from(expiringBefore)));
        }
        return deliveries
                .find(wanted)
                .sort(new Document("expiresAt", -1).append("_id", 1))
                .limit(limit)
                .batchSize(limit)
                .map(DeliveryStore::read)
                .into(new ArrayList<>());
    }

    private static Document key(DeliveryId id) {
        return new Document("_id", id.key());
    }

    private static Document fields(Progress progress) {
        return new Document("state", progress.state().wireName())
                .append("attempts", progress.attempts())
                .append("unsettled", progress.unsettled())
                .append("dueAt", Date.from(progress.dueAt()))
                .append("cause", progress.cause())
                .append("settledAt", progress.settledAt() == null ? null : Date.from(progress.settledAt()));
    }

    private static Delivery read(Document found) {
        Progress progress = new Progress(
                WireName.find(DeliveryState.class, found.getString("state")).orElseThrow(),
                found.getInteger("attempts"),
                found.getInteger("unsettled"),
                found.getDate("dueAt").toInstant(),
                found.getString("cause"),
                instant(found.getDate("settledAt")));
        return new Delivery(
                new DeliveryId(
                        new ClinicId(found.getString("clinic")),
                        new EntryId(found.getString("entry")),
                        new ClinicianId(found.getString("recipient"))),
                found.getString("messageId"),
                found.getDate("expiresAt").toInstant(),
                found.getBoolean("withdrawn", false),
                progress,
                found.getInteger("revision"));
    }

    private static @Nullable Instant instant(@Nullable Date date) {
        return date == null ? null : date.toInstant();
    }
}
