package app.backtrack.program.own;

import app.backtrack.events.Actor;
import app.backtrack.events.ClinicId;
import app.backtrack.program.stream.JsonDocument;
import app.backtrack.runtime.store.Documents;
import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.FindIterable;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Projections;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.bson.Document;

/**
 * Keeps what clinics write for themselves, in one collection per sort: one document each, with every version of it, the
 * current one twice so that a list need not read the others. The version guards each append.
 *
 * <p>None of it goes to the log: no other service reads a catalog or a template. Programs carry what they took from
 * them.
 */
public final class VersionedStore<T> {
    private static final String ID = "_id";
    private static final String VERSION = "version";
    private static final String CURRENT = "current";
    private static final String VERSIONS = "versions";
    private static final String AT = "at";
    private static final String BY = "by";
    private static final String CONTENT = "content";

    private final MongoCollection<Document> documents;
    private final Class<T> type;
    private volatile boolean indexed;

    /** Works on a collection of things of one type. */
    public VersionedStore(Documents documents, String collection, Class<T> type) {
        this.documents = documents.collection(collection);
        this.type = type;
    }

    /** The current version. */
    public Optional<Versioned<T>> find(ClinicId clinic, String id) {
        return Optional.ofNullable(current(new Document(ID, key(clinic, id))).first())
                .map(this::readCurrent);
    }

    /** The current versions of those that there are. */
    public List<Versioned<T>> findAll(ClinicId clinic, Collection<String> ids) {
        if (ids.isEmpty()) {
            return List.of();
        }
        List<String> keys = ids.stream().map(id -> key(clinic, id)).toList();
        return current(new Document(ID, new Document("$in", keys)))
                .batchSize(keys.size() + 1)
                .map(this::readCurrent)
                .into(new ArrayList<>());
    }

    /** A past or the current version. */
    public Optional<Versioned<T>> find(ClinicId clinic, String id, int number) {
        Document document = documents
                .find(new Document(ID, key(clinic, id)))
                .projection(Projections.include(VERSIONS))
                .first();
        if (document == null) {
            return Optional.empty();
        }
        List<Document> versions = document.getList(VERSIONS, Document.class);
        return number > versions.size()
                ? Optional.empty()
                : Optional.of(read(document, number, versions.get(number - 1)));
    }

    /** The current versions of a clinic's, in the order of their ids. */
    public List<Versioned<T>> list(ClinicId clinic, int limit) {
        return list(clinic.value(), limit);
    }

    /** The current versions of those whose ids begin with {@code group} and a slash, in the order of their ids. */
    public List<Versioned<T>> list(ClinicId clinic, String group, int limit) {
        return list(key(clinic, group), limit);
    }

    private List<Versioned<T>> list(String folder, int limit) {
        // All ids of a folder lie between "folder/" and "folder0", the character after the slash.
        Document range = new Document("$gt", folder + "/").append("$lt", folder + "0");
        return current(new Document(ID, range))
                .sort(new Document(ID, 1))
                .limit(limit)
                .batchSize(limit)
                .map(this::readCurrent)
                .into(new ArrayList<>());
    }

    /**
     * Writes the first version.
     *
     * @return false if there is one already
     */
    boolean begin(ClinicId clinic, String id, T content, Actor actor, Instant at) {
        Document version = version(content, actor, at);
        try {
            declareIndex();
            documents.insertOne(new Document(ID, key(clinic, id))
                    .append(VERSION, 1)
                    .append(CURRENT, version)
                    .append(VERSIONS, List.of(version)));
            return true;
        } catch (MongoWriteException e) {
            if (e.getError().getCategory() == ErrorCategory.DUPLICATE_KEY) {
                return false;
            }
            throw e;
        }
    }

    /**
     * Writes the version after {@code expected}.
     *
     * @return false if that is no longer the current one
     */
    boolean append(ClinicId clinic, int expected, Versioned<T> next) {
        Document version = version(next.content(), next.writtenBy(), next.writtenAt());
        return documents
                        .updateOne(
                                new Document(ID, key(clinic, next.id())).append(VERSION, expected),
                                new Document("$set", new Document(VERSION, next.number()).append(CURRENT, version))
                                        .append("$push", new Document(VERSIONS, version)))
                        .getMatchedCount()
                == 1;
    }

    private FindIterable<Document> current(Document filter) {
        return documents.find(filter).projection(Projections.include(VERSION, CURRENT));
    }

    private Versioned<T> readCurrent(Document document) {
        return read(document, document.getInteger(VERSION), document.get(CURRENT, Document.class));
    }

    private Versioned<T> read(Document document, int number, Document version) {
        String key = document.getString(ID);
        return new Versioned<>(
                key.substring(key.indexOf('/') + 1),
                number,
                JsonDocument.read(version.get(CONTENT, Document.class), type),
                version.getDate(AT).toInstant(),
                Actor.of(version.getString(BY)));
    }

    /** Before the first that this process writes, so that a store which was away at the start is no matter. */
    private void declareIndex() {
        if (!indexed) {
            documents.createIndex(new Document(ID, 1).append(VERSION, 1), new IndexOptions().unique(true));
            indexed = true;
        }
    }

    private static <T> Document version(T content, Actor actor, Instant at) {
        return new Document(AT, Date.from(at)).append(BY, actor.wireForm()).append(CONTENT, JsonDocument.of(content));
    }

    private static String key(ClinicId clinic, String id) {
        return clinic + "/" + id;
    }
}
