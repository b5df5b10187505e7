package app.backtrack.runtime.erasure;

import app.backtrack.events.ErasureEvent.ErasedPlace;
import app.backtrack.events.PatientRef;
import app.backtrack.runtime.store.Documents;
import com.mongodb.client.MongoCollection;
import java.util.ArrayList;
import java.util.List;
import org.bson.Document;

/**
 * Deletes from every collection of the service's database what names a patient by {@code _id} (clinic/patient, alone or
 * with more behind a slash) or by the member {@code patient}; collections that come later too. The only one to write to
 * other stores' collections, because nothing may be forgotten.
 */
final class TraceStore {
    private final Documents database;

    TraceStore(Documents database) {
        this.database = database;
    }

    List<ErasedPlace> erase(PatientRef patient) {
        String key = patient.key();
        // All ids behind "clinic/patient/" lie before "clinic/patient0", the character after the slash.
        Document behind = new Document("$gte", key + "/").append("$lt", key + "0");
        List<ErasedPlace> places = new ArrayList<>();
        for (String name : database.names()) {
            if (name.startsWith(ErasureStore.COLLECTION_PREFIX)) {
                continue;
            }
            MongoCollection<Document> collection = database.collection(name);
            long deleted = collection.deleteMany(new Document("_id", key)).getDeletedCount()
                    + collection.deleteMany(new Document("_id", behind)).getDeletedCount()
                    + collection.deleteMany(new Document("patient", key)).getDeletedCount();
            places.add(new ErasedPlace(name, Math.toIntExact(deleted)));
        }
        return places;
    }
}
