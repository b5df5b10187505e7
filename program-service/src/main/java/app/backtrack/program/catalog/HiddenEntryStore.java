package app.backtrack.program.catalog;

import app.backtrack.events.Actor;
import app.backtrack.events.ClinicId;
import app.backtrack.runtime.store.Documents;
import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.UpdateOptions;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Date;
import java.util.Set;
import org.bson.Document;

/** Keeps which entries a clinic does not want to be offered: one document per clinic, with who hid each and when. */
@Singleton
final class HiddenEntryStore {
    private static final String ID = "_id";
    private static final String HIDDEN = "hidden";

    private final MongoCollection<Document> clinics;

    HiddenEntryStore(Documents documents) {
        this.clinics = documents.collection("hidden-catalog-entries");
    }

    /** Ids of the entries that the clinic has hidden. */
    Set<String> hidden(ClinicId clinic) {
        Document document = clinics.find(new Document(ID, clinic.value())).first();
        Document hidden = document == null ? null : document.get(HIDDEN, Document.class);
        return hidden == null ? Set.of() : Set.copyOf(hidden.keySet());
    }

    /** Hides an entry; again, it changes who hid it last. The form of ids lets them be names of members. */
    void hide(ClinicId clinic, String entryId, Actor actor, Instant at) {
        Document by = new Document("by", actor.wireForm()).append("at", Date.from(at));
        Document change = new Document("$set", new Document(HIDDEN + "." + entryId, by));
        try {
            upsert(clinic, change);
        } catch (MongoWriteException e) {
            if (e.getError().getCategory() != ErrorCategory.DUPLICATE_KEY) {
                throw e;
            }
            // Another request made the clinic's document between the look and the insert; now it is there to change.
            upsert(clinic, change);
        }
    }

    private void upsert(ClinicId clinic, Document change) {
        clinics.updateOne(new Document(ID, clinic.value()), change, new UpdateOptions().upsert(true));
    }

    /** Shows an entry again. */
    void show(ClinicId clinic, String entryId) {
        clinics.updateOne(
                new Document(ID, clinic.value()), new Document("$unset", new Document(HIDDEN + "." + entryId, "")));
    }
}
