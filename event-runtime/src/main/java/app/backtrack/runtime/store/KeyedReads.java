package app.backtrack.runtime.store;

import com.mongodb.client.MongoCollection;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Consumer;
import org.bson.Document;

/** Reads many documents by their {@code _id}s in few round trips. */
public final class KeyedReads {
    /**
     * The embedded store compares each document found with each id of the query, so that its cost grows with the
     * square; MongoDB's does not, and a round trip for each 200 documents costs it little.
     */
    private static final int IDS_PER_QUERY = 200;

    private static final int IDS_PER_PAGE = 5_000;

    private KeyedReads() {}

    /** Calls with all {@code _id}s of a collection, in no order, some thousands at a time. */
    public static void eachId(MongoCollection<Document> collection, Consumer<List<String>> pages) {
        List<String> page = new ArrayList<>();
        for (Document stored :
                collection.find().projection(new Document("_id", 1)).batchSize(IDS_PER_PAGE)) {
            page.add(stored.getString("_id"));
            if (page.size() == IDS_PER_PAGE) {
                pages.accept(List.copyOf(page));
                page.clear();
            }
        }
        if (!page.isEmpty()) {
            pages.accept(page);
        }
    }

    /**
     * The documents that exist, in no order.
     *
     * @param members which members to read, as MongoDB's projection; empty for all
     * @param perReply how many documents a reply may hold: the embedded store fails on one over 48 MB, where MongoDB
     *     would cut it itself
     */
    public static List<Document> find(
            MongoCollection<Document> collection, Collection<String> ids, Document members, int perReply) {
        List<String> all = List.copyOf(ids);
        List<Document> found = new ArrayList<>(all.size());
        for (int from = 0; from < all.size(); from += IDS_PER_QUERY) {
            List<String> some = all.subList(from, Math.min(all.size(), from + IDS_PER_QUERY));
            collection
                    .find(new Document("_id", new Document("$in", some)))
                    .projection(members)
                    .batchSize(perReply)
                    .into(found);
        }
        return found;
    }
}
