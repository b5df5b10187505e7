package app.backtrack.tracking.notary;

import app.backtrack.runtime.store.Documents;
import app.backtrack.runtime.store.GuardedWrites;
import app.backtrack.runtime.store.KeyedReads;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.InsertOneModel;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.WriteModel;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.bson.Document;

/**
 * Keeps the chains: a head per chain in {@code notary-heads}, and the links in {@code notary-links}, some hundred a
 * document. Links are written before the head, each under its number, so a step that is taken again writes the same.
 * They hold hashes and ids, and stay when a patient is erased.
 */
@Singleton
class ChainStore {
    private static final int LINKS_PER_DOCUMENT = 500;
    private static final int HEADS_PER_REPLY = 1_000;
    private static final BulkWriteOptions UNORDERED = new BulkWriteOptions().ordered(false);
    private static final UpdateOptions UPSERT = new UpdateOptions().upsert(true);

    private final MongoCollection<Document> heads;
    private final MongoCollection<Document> links;
    private volatile boolean indexed;

    ChainStore(Documents documents) {
        this.heads = documents.collection("notary-heads");
        this.links = documents.collection("notary-links");
    }

    /** The heads of chains, one for each asked for. */
    Map<String, Head> heads(Collection<String> chains) {
        Map<String, Head> found = new HashMap<>();
        chains.forEach(chain -> found.put(chain, Head.none(chain)));
        KeyedReads.find(heads, chains, new Document(), HEADS_PER_REPLY)
                .forEach(stored -> found.put(stored.getString("_id"), read(stored)));
        return found;
    }

    /** Calls with every head. */
    void eachHead(Consumer<Head> visitor) {
        for (Document stored : heads.find().batchSize(HEADS_PER_REPLY)) {
            visitor.accept(read(stored));
        }
    }

    /** Heads that moved since they were anchored; the first thousand. */
    List<Head> notAnchored() {
        return heads.find(new Document("anchored", false))
                .limit(HEADS_PER_REPLY)
                .batchSize(HEADS_PER_REPLY)
                .map(ChainStore::read)
                .into(new ArrayList<>());
    }

    /** Notes that a head is anchored, unless it has moved on. */
    void anchored(Head head) {
        heads.updateOne(
                new Document("_id", head.chain()).append("rev", head.revision()),
                new Document("$set", new Document("anchored", true)));
    }

    /**
     * Appends links to chains, in two unordered bulks: the links, then the heads.
     *
     * @return whether every head has moved; if not, read them again, and go on with what lies behind them
     */
    boolean append(Collection<ChainStep> steps) {
        if (steps.isEmpty()) {
            return true;
        }
        declareIndexes();
        links.bulkWrite(steps.stream().flatMap(ChainStore::linked).toList(), UNORDERED);
        return GuardedWrites.all(heads, steps.stream().map(ChainStore::moved).toList());
    }

    private static Stream<UpdateOneModel<Document>> linked(ChainStep step) {
        Map<String, Document> byDocument = new TreeMap<>();
        for (int i = 0; i < step.added().size(); i++) {
            int number = step.before().count() + i;
            Document link = new Document("id", step.added().get(i).eventId())
                    .append("digest", step.added().get(i).digest());
            byDocument
                    .computeIfAbsent(id(step.before().chain(), number), id -> new Document())
                    .append("links." + number, link);
        }
        return byDocument.entrySet().stream()
                .map(entry -> new UpdateOneModel<>(
                        new Document("_id", entry.getKey()), new Document("$set", entry.getValue()), UPSERT));
    }

    private static WriteModel<Document> moved(ChainStep step) {
        Head after = step.after();
        Document content = new Document("count", after.count())
                .append("head", after.head())
                .append("offset", after.offset())
                .append("anchored", false);
        return step.before().revision() == 0
                ? new InsertOneModel<>(content.append("_id", after.chain()).append("rev", 1))
                : new UpdateOneModel<>(
                        new Document("_id", after.chain())
                                .append("rev", step.before().revision()),
                        new Document("$set", content).append("$inc", new Document("rev", 1)));
    }

    /** The links of a chain, the first in front. */
    List<Link> links(Head head) {
        List<Link> all = new ArrayList<>();
        int documents = (head.count() + LINKS_PER_DOCUMENT - 1) / LINKS_PER_DOCUMENT;
        for (int part = 0; part < documents; part++) {
            Document stored =
                    links.find(new Document("_id", head.chain() + "/" + part)).first();
            Document kept = stored == null ? new Document() : stored.get("links", new Document());
            int first = part * LINKS_PER_DOCUMENT;
            IntStream.range(first, Math.min(first + LINKS_PER_DOCUMENT, head.count()))
                    .mapToObj(number -> kept.get(String.valueOf(number), new Document("id", "?").append("digest", "?")))
                    .forEach(link -> all.add(new Link(link.getString("id"), link.getString("digest"))));
        }
        return all;
    }

    private void declareIndexes() {
        if (!indexed) {
            heads.createIndex(new Document("_id", 1).append("rev", 1), new IndexOptions().unique(true));
            heads.createIndex(new Document("anchored", 1));
            indexed = true;
        }
    }

    private static String id(String chain, int number) {
        return chain + "/" + number / LINKS_PER_DOCUMENT;
    }

    private static Head read(Document stored) {
        return new Head(
                stored.getString("_id"),
                stored.getInteger("rev"),
                stored.getInteger("count"),
                stored.getString("head"),
                stored.getLong("offset"));
    }
}
