package app.backtrack.notification.delivery;

import app.backtrack.events.ClinicId;
import app.backtrack.events.NotificationChannel;
import app.backtrack.runtime.store.Documents;
import com.mongodb.client.FindIterable;
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

/** Keeps a document for each delivery, which is its claim as well. */
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
        deliveries.createIndex(new Document("channel", 1).append("state", 1).append("dueAt", 1));
        deliveries.createIndex(new Document("clinic", 1)
                .append("recipient", 1)
                .append("channel", 1)
                .append("state", 1));
        deliveries.createIndex(new Document("clinic", 1).append("expiresAt", -1));
        deliveries.createIndex(new Document("announced", 1).append("state", 1));
    }

    /**
     * Keeps a delivery that is to be made, unless it is kept already.
     *
     * @return whether it is new
     */
    boolean open(Delivery delivery) {
        return deliveries
                        .updateOne(
                                key(delivery.id()),
                                new Document("$setOnInsert", DeliveryDocuments.write(delivery)),
                                new UpdateOptions().upsert(true))
                        .getUpsertedId()
                != null;
    }

    /** Notes that a delivery is not needed any more; one that was sent stays sent. */
    void withdraw(DeliveryId id) {
        deliveries.updateOne(key(id), new Document("$set", new Document("withdrawn", true)));
    }

    /** A channel's deliveries that want attention, those that have waited longest first. */
    List<Delivery> due(NotificationChannel channel, Instant now, int limit) {
        return read(
                deliveries
                        .find(new Document("channel", channel.wireName())
                                .append("state", new Document("$in", OPEN))
                                .append("dueAt", new Document("$lte", Date.from(now))))
                        .sort(new Document("dueAt", 1)),
                limit);
    }

    /** What else waits for a delivery's recipient by its channel, those that are due first first. */
    List<Delivery> waitingWith(Delivery delivery, int limit) {
        Document wanted = new Document("clinic", delivery.id().clinic().value())
                .append("recipient", delivery.id().reach().recipient().key())
                .append("channel", delivery.id().reach().channel().wireName())
                .append("state", new Document("$in", OPEN));
        return read(deliveries.find(wanted).sort(new Document("dueAt", 1).append("_id", 1)), limit).stream()
                .filter(other -> !other.id().equals(delivery.id()))
                .toList();
    }

    /**
     * Takes the next step with a delivery, unless somebody else took one meanwhile.
     *
     * @param from the delivery as it was when the step was decided
     * @param to where it stands after the step
     * @return the delivery after the step; empty if somebody else was first
     */
    Optional<Delivery> move(Delivery from, Progress to) {
        Document guard = key(from.id()).append("revision", from.revision());
        Document step = new Document("$set", DeliveryDocuments.write(to)).append("$inc", new Document("revision", 1));
        Document moved = deliveries.findOneAndUpdate(
                guard, step, new FindOneAndUpdateOptions().returnDocument(ReturnDocument.AFTER));
        return Optional.ofNullable(moved).map(DeliveryDocuments::read);
    }

    /** The deliveries with these keys, by key. */
    List<Delivery> find(Collection<String> keys) {
        return keys.isEmpty()
                ? List.of()
                : read(
                        deliveries
                                .find(new Document("_id", new Document("$in", List.copyOf(keys))))
                                .sort(new Document("_id", 1)),
                        keys.size());
    }

    /** The deliveries about one thing, by recipient and channel. */
    public List<Delivery> find(ClinicId clinic, String about, Collection<Reach> reaches) {
        return find(reaches.stream()
                .map(reach -> new DeliveryId(clinic, about, reach).key())
                .toList());
    }

    /**
     * A clinic's deliveries, those that stay news longest first.
     *
     * @param channel of this channel
     * @param state only those in this state; null for all
     * @param expiringBefore only those that cease to be news before, UTC; null for no bound
     */
    public List<Delivery> page(
            ClinicId clinic,
            NotificationChannel channel,
            @Nullable DeliveryState state,
            @Nullable Instant expiringBefore,
            int limit) {
        Document wanted = new Document("clinic", clinic.value()).append("channel", channel.wireName());
        if (state != null) {
            wanted.append("state", state.wireName());
        }
        if (expiringBefore != null) {
            wanted.append("expiresAt", new Document("$lt", Date.from(expiringBefore)));
        }
        return read(deliveries.find(wanted).sort(new Document("expiresAt", -1).append("_id", 1)), limit);
    }

    /** Deliveries about alerts that have come to their end, which the log does not have yet. */
    public List<Delivery> unannounced(int limit) {
        Document wanted = new Document("announced", false).append("state", new Document("$nin", OPEN));
        return read(deliveries.find(wanted), limit);
    }

    /** Notes that the log has the end of a delivery. */
    public void announced(DeliveryId id) {
        deliveries.updateOne(key(id), new Document("$set", new Document("announced", true)));
    }

    private static List<Delivery> read(FindIterable<Document> found, int limit) {
        return found.limit(limit).batchSize(limit).map(DeliveryDocuments::read).into(new ArrayList<>());
    }

    private static Document key(DeliveryId id) {
        return new Document("_id", id.key());
    }
}
