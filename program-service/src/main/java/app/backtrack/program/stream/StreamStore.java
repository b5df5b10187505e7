package app.backtrack.program.stream;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Projections;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bson.Document;

/**
 * Reads and appends the streams of one collection. Beside the events a document carries whatever else its owner keeps;
 * an append changes both in one atomic write, and the version guards it.
 *
 * <p>Filters are plain documents whose keys are exactly those of a unique index: the only form that the embedded store
 * finds without reading the whole collection, and a fast one on MongoDB.
 */
public final class StreamStore<E> {
    private static final String ID = "_id";
    private static final String VERSION = "version";
    private static final String PUBLISHED_VERSION = "publishedVersion";
    private static final String UNPUBLISHED = "unpublished";
    private static final String EVENTS = "events";

    /** Streams may be long, and an answer of the store must stay below 48 MB. */
    private static final int BATCH = 10;

    private static final IndexOptions UNIQUE = new IndexOptions().unique(true);

    private final MongoCollection<Document> streams;
    private final StreamForm<E> form;
    private final List<Document> ownersIndexes;
    private volatile boolean indexed;

    /**
     * Works on a collection.
     *
     * @param form how its events are written
     * @param ownersIndexes keys of which no two streams may have the same values
     */
    public StreamStore(MongoCollection<Document> streams, StreamForm<E> form, Document... ownersIndexes) {
        this.streams = streams;
        this.form = form;
        this.ownersIndexes = List.of(ownersIndexes);
    }

    /**
     * Begins a stream with one event.
     *
     * @param state what else the owner keeps in the document
     * @return false if a unique index refuses it: the stream exists, or another one holds what may be held once
     */
    public boolean begin(String id, E first, Document state) {
        return begin(id, List.of(first), state);
    }

    /**
     * Begins a stream with events that happened together.
     *
     * @param first at least one, all about one subject, in their order
     * @param state what else the owner keeps in the document
     * @return false if a unique index refuses it: the stream exists, or another one holds what may be held once
     */
    public boolean begin(String id, List<? extends E> first, Document state) {
        Document document = new Document(ID, id)
                .append(form.subjectMember(), form.subject(first.get(0)))
                .append(VERSION, first.size())
                .append(PUBLISHED_VERSION, 0)
                .append(UNPUBLISHED, true)
                .append(EVENTS, documents(first));
        document.putAll(state);
        try {
            declareIndexes();
            streams.insertOne(document);
            return true;
        } catch (MongoWriteException e) {
            if (e.getError().getCategory() == ErrorCategory.DUPLICATE_KEY) {
                return false;
            }
            throw e;
        }
    }

    /**
     * Appends one event to the stream as it was at version {@code expected}.
     *
     * @param changes members of the owner's to set in the same write
     * @return false if the stream has moved on, or is not there
     */
    public boolean append(String id, int expected, E event, Document changes) {
        return append(id, expected, List.of(event), changes);
    }

    /**
     * Appends events that happened together, all or none of them, to the stream as it was at version {@code expected}.
     *
     * @param events at least one, in their order; each is a version
     * @param changes members of the owner's to set in the same write
     * @return false if the stream has moved on, or is not there
     */
    public boolean append(String id, int expected, List<? extends E> events, Document changes) {
        Document set =
                new Document(changes).append(VERSION, expected + events.size()).append(UNPUBLISHED, true);
        Document push = new Document(EVENTS, new Document("$each", documents(events)));
        return streams.updateOne(
                                new Document(ID, id).append(VERSION, expected),
                                new Document("$set", set).append("$push", push))
                        .getMatchedCount()
                == 1;
    }

    /** Reads a stream. */
    public Optional<EventStream<E>> find(String id) {
        return Optional.ofNullable(streams.find(new Document(ID, id)).first()).map(this::read);
    }

    /** Reads the streams of which the ids begin with {@code prefix} and a slash, in the order of their ids. */
    public List<EventStream<E>> findBelow(String prefix) {
        // All such ids lie between "…/" and "…0", the character after the slash.
        return streams.find(new Document(ID, new Document("$gt", prefix + "/").append("$lt", prefix + "0")))
                .sort(new Document(ID, 1))
                .batchSize(BATCH)
                .map(this::read)
                .into(new ArrayList<>());
    }

    /** Ids of streams that may hold events which the log has not. */
    List<String> unpublished(int limit) {
        return streams.find(new Document(UNPUBLISHED, true))
                .projection(Projections.include(ID))
                .limit(limit)
                .batchSize(limit)
                .map(document -> document.getString(ID))
                .into(new ArrayList<>());
    }

    /** Notes that the log has the stream up to {@code version}. */
    void published(String id, int version) {
        Document moved = new Document(PUBLISHED_VERSION, version);
        boolean nothingLeft = streams.updateOne(
                                new Document(ID, id).append(VERSION, version),
                                new Document("$max", moved).append("$set", new Document(UNPUBLISHED, false)))
                        .getMatchedCount()
                == 1;
        if (!nothingLeft) {
            streams.updateOne(new Document(ID, id), new Document("$max", moved));
        }
    }

    /** Before the first stream that this process begins, so that a store which was away at the start is no matter. */
    private void declareIndexes() {
        if (!indexed) {
            streams.createIndex(new Document(ID, 1).append(VERSION, 1), UNIQUE);
            ownersIndexes.forEach(keys -> streams.createIndex(keys, UNIQUE));
            streams.createIndex(new Document(UNPUBLISHED, 1));
            indexed = true;
        }
    }

    private List<Document> documents(List<? extends E> events) {
        return events.stream().map(form::write).toList();
    }

    StreamForm<E> form() {
        return form;
    }

    private EventStream<E> read(Document document) {
        String subject = document.getString(form.subjectMember());
        List<E> events = new ArrayList<>();
        for (Document event : document.getList(EVENTS, Document.class)) {
            events.add(form.read(event, subject));
        }
        return new EventStream<>(document.getString(ID), events, document.getInteger(PUBLISHED_VERSION));
    }
}
