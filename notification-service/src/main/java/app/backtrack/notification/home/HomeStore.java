package app.backtrack.notification.home;

import app.backtrack.events.PatientRef;
import app.backtrack.events.schedule.ZoneHistory;
import app.backtrack.events.schedule.ZoneHistory.ZoneChange;
import app.backtrack.runtime.store.Documents;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.UpdateOptions;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.Optional;
import org.bson.Document;

/** Keeps a document for each patient with the zones of their home, by version of the patient's stream. */
@Singleton
public class HomeStore {
    private final MongoCollection<Document> homes;

    HomeStore(Documents documents) {
        this.homes = documents.collection("homes");
    }

    /**
     * Adds where a patient lives from a date on. Versions may come in any order and any number of times.
     *
     * @param version place in the patient's stream
     * @param zone IANA zone
     * @param effectiveFrom the patient's date, in that zone, from which days go by it
     */
    public void lives(PatientRef patient, int version, String zone, LocalDate effectiveFrom) {
        Document change = new Document("zone", zone).append("from", effectiveFrom.toString());
        homes.updateOne(
                key(patient),
                new Document("$set", new Document("changes." + version, change)),
                new UpdateOptions().upsert(true));
    }

    /** The zones of a patient's home; empty while the enrolment has not been seen yet. */
    public Optional<ZoneHistory> find(PatientRef patient) {
        return Optional.ofNullable(homes.find(key(patient)).first())
                .map(found -> found.get("changes", Document.class))
                .map(HomeStore::read);
    }

    private static ZoneHistory read(Document changes) {
        return new ZoneHistory(changes.keySet().stream()
                .sorted(Comparator.comparingInt(Integer::parseInt))
                .map(version -> changes.get(version, Document.class))
                .map(change ->
                        new ZoneChange(ZoneId.of(change.getString("zone")), LocalDate.parse(change.getString("from"))))
                .toList());
    }

    private static Document key(PatientRef patient) {
        return new Document("_id", patient.key());
    }
}
