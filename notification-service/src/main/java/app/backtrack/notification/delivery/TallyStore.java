package app.backtrack.notification.delivery;

import app.backtrack.events.ClinicId;
import app.backtrack.notification.Recipient;
import app.backtrack.runtime.store.Documents;
import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.IndexOptions;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/**
 * Keeps a document for each recipient with what they are told today, so that two processes together tell no more than
 * one would.
 */
@Singleton
class TallyStore {
    private final MongoCollection<Document> tallies;

    TallyStore(Documents documents) {
        this.tallies = documents.collection("tallies");
    }

    void prepare() {
        tallies.createIndex(new Document("_id", 1).append("revision", 1), new IndexOptions().unique(true));
    }

    /**
     * Counts something that is about to be told, unless the day is full. The same thing is counted once, also by two
     * channels and after a crash.
     *
     * @param date the recipient's date; a day never comes back, so an earlier one counts as the latest
     * @param about names what is told
     * @param most how many there may be
     * @return whether it may be told
     */
    boolean count(ClinicId clinic, Recipient recipient, LocalDate date, String about, int most) {
        Document key = new Document("_id", clinic + "/" + recipient.key());
        while (true) {
            Document found = tallies.find(key).first();
            String day = date.toString();
            List<String> told = new ArrayList<>();
            if (found != null && found.getString("date").compareTo(day) >= 0) {
                day = found.getString("date");
                told.addAll(found.getList("told", String.class));
            }
            if (told.contains(about)) {
                return true;
            }
            if (told.size() >= most) {
                return false;
            }
            told.add(about);
            if (write(key, found, new Document("date", day).append("told", told))) {
                return true;
            }
            // Somebody else wrote meanwhile: their write took effect, so each turn is somebody's progress.
        }
    }

    private boolean write(Document key, @Nullable Document found, Document content) {
        int revision = found == null ? 0 : found.getInteger("revision");
        content.append("revision", revision + 1);
        if (found != null) {
            Document guard = new Document(key).append("revision", revision);
            return tallies.updateOne(guard, new Document("$set", content)).getMatchedCount() == 1;
        }
        try {
            content.putAll(key);
            tallies.insertOne(content);
            return true;
        } catch (MongoWriteException e) {
            if (e.getError().getCategory() == ErrorCategory.DUPLICATE_KEY) {
                return false;
            }
            throw e;
        }
    }
}
