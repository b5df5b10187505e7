package app.backtrack.runtime.store;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoBulkWriteException;
import com.mongodb.bulk.BulkWriteResult;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.WriteModel;
import java.util.List;
import org.bson.Document;

/**
 * Writes many documents in one unordered bulk, each guarded: an update or replacement names the revision that it was
 * worked out from, and an insert stands for a document that was not there.
 */
public final class GuardedWrites {
    private static final BulkWriteOptions UNORDERED = new BulkWriteOptions().ordered(false);

    private GuardedWrites() {}

    /**
     * Writes all of them, as far as nobody else was faster.
     *
     * @param writes at most one for each document, upserts not among them
     * @return whether all are written. A bulk tells how many of its writes missed and not which; so if any did, read
     *     all of the documents again, and work out anew what is still to be written.
     */
    public static boolean all(
            MongoCollection<Document> collection, List<? extends WriteModel<? extends Document>> writes) {
        if (writes.isEmpty()) {
            return true;
        }
        try {
            BulkWriteResult done = collection.bulkWrite(writes, UNORDERED);
            return done.getMatchedCount() + done.getInsertedCount() == writes.size();
        } catch (MongoBulkWriteException e) {
            boolean overtaken = e.getWriteConcernError() == null
                    && e.getWriteErrors().stream()
                            .allMatch(failure -> failure.getCategory() == ErrorCategory.DUPLICATE_KEY);
            if (overtaken) {
                return false;
            }
            throw e;
        }
    }
}
