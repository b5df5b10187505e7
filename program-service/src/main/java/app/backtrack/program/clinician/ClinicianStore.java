package app.backtrack.program.clinician;

import app.backtrack.events.ClinicId;
import app.backtrack.runtime.store.Documents;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.UpdateOptions;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.bson.Document;

/** Keeps the names of clinicians, erasable: one document each. */
@Singleton
final class ClinicianStore {
    private static final String ID = "_id";
    private static final String NAME = "name";
    private static final int BATCH = 1_000;

    private final MongoCollection<Document> clinicians;

    ClinicianStore(Documents documents) {
        this.clinicians = documents.collection("clinicians");
    }

    /** Names a clinician, or renames them. */
    void name(ClinicId clinic, String clinician, String name) {
        clinicians.updateOne(
                new Document(ID, key(clinic, clinician)),
                new Document("$set", new Document(NAME, name)),
                new UpdateOptions().upsert(true));
    }

    /** Forgets the name of a clinician. */
    void forget(ClinicId clinic, String clinician) {
        clinicians.deleteOne(new Document(ID, key(clinic, clinician)));
    }

    /** The names of those who have one. */
    SortedMap<String, String> names(ClinicId clinic, Collection<String> ids) {
        List<String> keys = ids.stream().map(id -> key(clinic, id)).toList();
        return read(new Document(ID, new Document("$in", keys)));
    }

    /** All names that a clinic has given. */
    SortedMap<String, String> names(ClinicId clinic) {
        // All ids of a clinic lie between "clinic/" and "clinic0", the character after the slash.
        return read(new Document(ID, new Document("$gt", clinic + "/").append("$lt", clinic + "0")));
    }

    private SortedMap<String, String> read(Document filter) {
        SortedMap<String, String> names = new TreeMap<>();
        clinicians.find(filter).batchSize(BATCH).forEach(document -> {
            String key = document.getString(ID);
            names.put(key.substring(key.indexOf('/') + 1), document.getString(NAME));
        });
        return names;
    }

    private static String key(ClinicId clinic, String clinician) {
        return clinic + "/" + clinician;
    }
}
