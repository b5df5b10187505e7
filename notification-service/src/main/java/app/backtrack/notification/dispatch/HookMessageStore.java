package app.backtrack.notification.dispatch;

import app.backtrack.events.ClinicId;
import app.backtrack.events.WireName;
import app.backtrack.notification.delivery.DeliveryState;
import app.backtrack.notification.dispatch.HookProgress.Attempt;
import app.backtrack.notification.webhook.EndpointId;
import app.backtrack.notification.webhook.HookType;
import app.backtrack.runtime.store.Documents;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.UpdateOptions;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/** Keeps a document for each message to each endpoint, which is its claim as well. */
@Singleton
public class HookMessageStore {
    private static final List<String> OPEN =
            List.of(DeliveryState.WAITING.wireName(), DeliveryState.CLAIMED.wireName());

    private final MongoCollection<Document> messages;

    HookMessageStore(Documents documents) {
        this.messages = documents.collection("webhook-messages");
    }

    /** Declares the indexes; to be called before the first use, and again without harm. */
    void prepare() {
        messages.createIndex(new Document("_id", 1).append("revision", 1), new IndexOptions().unique(true));
        messages.createIndex(new Document("state", 1).append("dueAt", 1));
        messages.createIndex(new Document("clinic", 1).append("expiresAt", -1));
        messages.createIndex(new Document("owner", 1).append("position", -1));
    }

    /** Keeps a message, unless it is kept already; whether it is new. */
    boolean open(HookMessage message) {
        Document content = new Document("clinic", message.endpoint().clinic().value())
                .append("owner", message.endpoint().key())
                .append("endpoint", message.endpoint().value().toString())
                .append("message", message.id())
                .append("type", message.type().wireName())
                .append("raisedAt", Date.from(message.raisedAt()))
                .append("position", message.position())
                .append("body", message.body())
                .append("revision", message.revision());
        content.putAll(fields(message.progress()));
        return messages.updateOne(
                                new Document("_id", message.key()),
                                new Document("$setOnInsert", content),
                                new UpdateOptions().upsert(true))
                        .getUpsertedId()
                != null;
    }

    /**
     * Messages that want attention, those that have waited longest first.
     *
     * @param busyEndpoints whose messages are passed over, since no more of them can be sent now, by
     *     {@link EndpointId#key()}
     */
    List<HookMessage> due(Instant now, int limit, Collection<String> busyEndpoints) {
        return messages.find(new Document("state", new Document("$in", OPEN))
                        .append("dueAt", new Document("$lte", Date.from(now)))
                        .append("owner", new Document("$nin", List.copyOf(busyEndpoints))))
                .sort(new Document("dueAt", 1))
                .limit(limit)
                .batchSize(limit)
                .map(HookMessageStore::read)
                .into(new ArrayList<>());
    }

    /** Takes the next step with a message; empty if somebody else took one meanwhile. */
    Optional<HookMessage> move(HookMessage from, HookProgress to) {
        Document guard = new Document("_id", from.key()).append("revision", from.revision());
        Document step = new Document("$set", fields(to)).append("$inc", new Document("revision", 1));
        return messages.updateOne(guard, step).getMatchedCount() == 0
                ? Optional.empty()
                : Optional.of(new HookMessage(
                        from.endpoint(),
                        from.id(),
                        from.type(),
                        from.raisedAt(),
                        from.body(),
                        to,
                        from.revision() + 1));
    }

    /** Finds a message of an endpoint. */
    Optional<HookMessage> find(EndpointId endpoint, String id) {
        return Optional.ofNullable(messages.find(new Document("_id", endpoint.key() + "/" + id))
                        .first())
                .map(HookMessageStore::read);
    }

    /** An endpoint's messages, newest first; one more than asked for, where there are more. */
    List<HookMessage> page(EndpointId endpoint, MessageQuery query) {
        Document wanted = new Document("owner", endpoint.key());
        if (!query.states().isEmpty()) {
            wanted.append(
                    "state",
                    new Document(
                            "$in",
                            query.states().stream().map(DeliveryState::wireName).toList()));
        }
        Document raised = new Document();
        if (query.from() != null) {
            raised.append("$gte", Date.from(query.from()));
        }
        if (query.to() != null) {
            raised.append("$lt", Date.from(query.to()));
        }
        if (!raised.isEmpty()) {
            wanted.append("raisedAt", raised);
        }
        if (query.before() != null) {
            wanted.append("position", new Document("$lt", query.before()));
        }
        int limit = query.limit() + 1;
        return messages.find(wanted)
                .sort(new Document("position", -1))
                .limit(limit)
                .batchSize(limit)
                .map(HookMessageStore::read)
                .into(new ArrayList<>());
    }

    /**
     * A clinic's messages to all of its endpoints, those that stay news longest first.
     *
     * @param state only those in this state; null for all
     * @param expiringBefore only those that cease to be news before, UTC; null for no bound
     */
    public List<HookMessage> page(
            ClinicId clinic, @Nullable DeliveryState state, @Nullable Instant expiringBefore, int limit) {
        Document wanted = new Document("clinic", clinic.value());
        if (state != null) {
            wanted.append("state", state.wireName());
        }
        if (expiringBefore != null) {
            wanted.append("expiresAt", new Document("$lt", Date.from(expiringBefore)));
        }
        return messages.find(wanted)
                .sort(new Document("expiresAt", -1).append("_id", 1))
                .limit(limit)
                .batchSize(limit)
                .map(HookMessageStore::read)
                .into(new ArrayList<>());
    }

    private static Document fields(HookProgress progress) {
        Instant startedAt = progress.startedAt();
        return new Document("state", progress.state().wireName())
                .append("attempts", progress.attempts())
                .append("startedAt", startedAt == null ? null : Date.from(startedAt))
                .append("dueAt", Date.from(progress.dueAt()))
                .append("expiresAt", Date.from(progress.expiresAt()))
                .append("cause", progress.cause())
                .append(
                        "log",
                        progress.log().stream().map(HookMessageStore::write).toList());
    }

    private static Document write(Attempt attempt) {
        return new Document("at", Date.from(attempt.at()))
                .append("status", attempt.status())
                .append("millis", attempt.millis())
                .append("error", attempt.error());
    }

    private static HookMessage read(Document found) {
        HookProgress progress = new HookProgress(
                WireName.find(DeliveryState.class, found.getString("state")).orElseThrow(),
                found.getInteger("attempts"),
                instant(found.getDate("startedAt")),
                found.getDate("dueAt").toInstant(),
                found.getDate("expiresAt").toInstant(),
                found.getString("cause"),
                found.getList("log", Document.class).stream()
                        .map(HookMessageStore::attempt)
                        .toList());
        return new HookMessage(
                new EndpointId(new ClinicId(found.getString("clinic")), UUID.fromString(found.getString("endpoint"))),
                found.getString("message"),
                WireName.find(HookType.class, found.getString("type")).orElseThrow(),
                found.getDate("raisedAt").toInstant(),
                found.getString("body"),
                progress,
                found.getInteger("revision"));
    }

    private static Attempt attempt(Document found) {
        return new Attempt(
                found.getDate("at").toInstant(),
                found.getInteger("status"),
                found.getLong("millis"),
                found.getString("error"));
    }

    private static @Nullable Instant instant(@Nullable Date date) {
        return date == null ? null : date.toInstant();
    }
}
