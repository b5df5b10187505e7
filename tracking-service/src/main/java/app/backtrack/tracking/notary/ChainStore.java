package app.backtrack.tracking.notary;

import app.backtrack.runtime.store.Documents;
import app.backtrack.runtime.store.KeyedReads;
import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.UpdateOptions;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.IntStream;
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
     * Appends links to a chain that is at {@code before}.
     *
     * @return false if somebody else has appended meanwhile
     */
    boolean append(Head before, List<Link> added, Head after) {
        declareIndexes();
        Map<String, Document> byDocument = new HashMap<>();
        for (int i = 0; i < added.size(); i++) {
            int number = before.count() + i;
            Document link = new Document("id", added.get(i).eventId())
                    .append("digest", added.get(i).digest());
            byDocument
                    .computeIfAbsent(id(before.chain(), number), id -> new Document())
                    .append("links." + number, link);
        }
        byDocument.forEach((id, set) -> links.updateOne(new Document("_id", id), new Document("$set", set), UPSERT));
        Document moved = new Document("count", after.count())
                .append("head", after.head())
                .append("offset", after.offset())
                .append("anchored", false);
        return before.revision() == 0 ? begin(before.chain(), moved) : move(before, moved);
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

    private boolean begin(String chain, Document content) {
        try {
            heads.insertOne(new Document(content).append("_id", chain).append("rev", 1));
            return true;
        } catch (MongoWriteException e) {
            if (e.getError().getCategory() == ErrorCategory.DUPLICATE_KEY) {
                return false;
            }
            throw e;
        }
    }

    private boolean move(Head before, Document content) {
        return heads.updateOne(
                                new Document("_id", before.chain()).append("rev", before.revision()),
                                new Document("$set", content).append("$inc", new Document("rev", 1)))
                        .getMatchedCount()
                == 1;
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
