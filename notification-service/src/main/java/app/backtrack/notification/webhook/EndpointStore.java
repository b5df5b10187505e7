package app.backtrack.notification.webhook;

import app.backtrack.events.ClinicId;
import app.backtrack.events.WireName;
import app.backtrack.notification.webhook.Endpoint.Disabled;
import app.backtrack.runtime.store.Documents;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.UpdateOptions;
import jakarta.inject.Singleton;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/** Keeps one document for each endpoint, with its secrets. */
@Singleton
public class EndpointStore {
    private static final int BATCH = 200;

    private final MongoCollection<Document> endpoints;

    EndpointStore(Documents documents) {
        this.endpoints = documents.collection("webhook-endpoints");
    }

    /** Declares the indexes; to be called before the first use, and again without harm. */
    public void prepare() {
        endpoints.createIndex(new Document("_id", 1).append("version", 1), new IndexOptions().unique(true));
        endpoints.createIndex(new Document("clinic", 1));
    }

    /** Finds an endpoint of a clinic. */
    public Optional<Endpoint> find(EndpointId id) {
        return Optional.ofNullable(endpoints.find(new Document("_id", id.key())).first())
                .map(EndpointStore::read);
    }

    /** Every endpoint of a clinic, by id. */
    public List<Endpoint> list(ClinicId clinic) {
        return endpoints
                .find(new Document("clinic", clinic.value()))
                .sort(new Document("_id", 1))
                .batchSize(BATCH)
                .map(EndpointStore::read)
                .into(new ArrayList<>());
    }

    /** Keeps a new endpoint; whether there was none of this id. */
    boolean create(Endpoint endpoint) {
        Document content =
                fields(endpoint).append("clinic", endpoint.id().clinic().value());
        return endpoints
                        .updateOne(
                                new Document("_id", endpoint.id().key()),
                                new Document("$setOnInsert", content),
                                new UpdateOptions().upsert(true))
                        .getUpsertedId()
                != null;
    }

    /** Changes an endpoint, unless somebody else did since it was read; whether it was changed. */
    boolean change(Endpoint from, Endpoint to) {
        Document guard = new Document("_id", from.id().key()).append("version", from.version());
        return endpoints.updateOne(guard, new Document("$set", fields(to))).getMatchedCount() == 1;
    }

    /**
     * Calls an endpoint no more, unless somebody changed it since it was called: what it answered then says nothing of
     * what it is now.
     *
     * @return whether it was this call that did
     */
    public boolean disable(Endpoint called, Endpoint.Reason reason, Instant at) {
        return called.disabled() == null && change(called, called.disabled(reason, at));
    }

    /** Forgets an endpoint and its secrets. */
    void delete(EndpointId id) {
        endpoints.deleteOne(new Document("_id", id.key()));
    }

    private static Document fields(Endpoint endpoint) {
        List<Document> types = endpoint.types().entrySet().stream()
                .map(type -> new Document("type", type.getKey().wireName()).append("since", Date.from(type.getValue())))
                .toList();
        Disabled disabled = endpoint.disabled();
        return new Document("url", endpoint.url().toString())
                .append("types", types)
                .append("secrets", write(endpoint.secrets()))
                .append(
                        "disabled",
                        disabled == null
                                ? null
                                : new Document("reason", disabled.reason().wireName())
                                        .append("at", Date.from(disabled.at())))
                .append("version", endpoint.version());
    }

    private static Document write(Secrets secrets) {
        Document written = new Document("current", secrets.current().value());
        if (secrets.previous() != null && secrets.previousUntil() != null) {
            written.append("previous", secrets.previous().value())
                    .append("previousUntil", Date.from(secrets.previousUntil()));
        }
        return written;
    }

    private static Endpoint read(Document found) {
        Map<HookType, Instant> types = new EnumMap<>(HookType.class);
        // A type that this version does not know any more asks for nothing.
        found.getList("types", Document.class)
                .forEach(type -> WireName.find(HookType.class, type.getString("type"))
                        .ifPresent(
                                known -> types.put(known, type.getDate("since").toInstant())));
        String id = found.getString("_id");
        return new Endpoint(
                new EndpointId(
                        new ClinicId(found.getString("clinic")), UUID.fromString(id.substring(id.indexOf('/') + 1))),
                URI.create(found.getString("url")),
                types,
                secrets(found.get("secrets", Document.class)),
                disabled(found.get("disabled", Document.class)),
                found.getInteger("version"));
    }

    private static Secrets secrets(Document found) {
        String previous = found.getString("previous");
        Date until = found.getDate("previousUntil");
        return new Secrets(
                new SigningSecret(found.getString("current")),
                previous == null ? null : new SigningSecret(previous),
                until == null ? null : until.toInstant());
    }

    private static @Nullable Disabled disabled(@Nullable Document found) {
        return found == null
                ? null
                : new Disabled(
                        WireName.find(Endpoint.Reason.class, found.getString("reason"))
                                .orElseThrow(),
                        found.getDate("at").toInstant());
    }
}
