package app.backtrack.runtime.erasure;

import app.backtrack.events.ErasureEvent.ErasedPlace;
import app.backtrack.events.PatientRef;
import app.backtrack.runtime.store.Documents;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.UpdateOptions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.bson.Document;

/**
 * Remembers what a service did about each erasure, {@code _id} = clinic/patient: for each round when it ran, what it
 * deleted where, and whether the log was told. It holds counts, and nothing of the patient.
 */
final class ErasureStore {
    /** Collections of this name, or a longer one, prove that somebody was erased, and are never deleted from. */
    static final String COLLECTION_PREFIX = "erasure";

    private static final UpdateOptions UPSERT = new UpdateOptions().upsert(true);

    private final MongoCollection<Document> erasures;

    ErasureStore(Documents documents) {
        this.erasures = documents.collection(COLLECTION_PREFIX + "s");
    }

    /**
     * A time that a service erased a patient.
     *
     * @param number 1 at once, 2 when no process can know the key any more, higher after a restore
     * @param at when it ran, UTC
     * @param places what was deleted where
     * @param told whether the log has the report
     */
    record Round(int number, Instant at, List<ErasedPlace> places, boolean told) {}

    /** The rounds so far, in their order. */
    List<Round> rounds(PatientRef patient) {
        return Optional.ofNullable(
                        erasures.find(new Document("_id", patient.key())).first())
                .map(ErasureStore::read)
                .orElse(List.of());
    }

    /**
     * Notes a round that ran. Of two processes that ran it at once, the one that found more at a place counts there.
     *
     * @return the round as it stands
     */
    Round ran(PatientRef patient, Round round) {
        String member = "rounds." + round.number();
        Document most = new Document();
        round.places()
                .forEach(place -> most.merge(
                        member + ".places." + place.place(), place.documents(), (a, b) -> (int) a + (int) b));
        Document change = new Document("$min", new Document(member + ".at", Date.from(round.at())));
        if (!most.isEmpty()) {
            change.append("$max", most);
        }
        erasures.updateOne(new Document("_id", patient.key()), change, UPSERT);
        return rounds(patient).stream()
                .filter(one -> one.number() == round.number())
                .findFirst()
                .orElse(round);
    }

    /** Notes that the log has the report of a round. */
    void told(PatientRef patient, int number) {
        erasures.updateOne(
                new Document("_id", patient.key()),
                new Document("$set", new Document("rounds." + number + ".told", true)),
                UPSERT);
    }

    private static List<Round> read(Document found) {
        List<Round> rounds = new ArrayList<>();
        found.get("rounds", new Document())
                .forEach((number, one) -> rounds.add(round(Integer.parseInt(number), (Document) one)));
        rounds.sort(Comparator.comparingInt(Round::number));
        return rounds;
    }

    private static Round round(int number, Document stored) {
        List<ErasedPlace> places = new ArrayList<>();
        stored.get("places", new Document())
                .forEach((place, documents) -> places.add(new ErasedPlace(place, (int) documents)));
        return new Round(number, stored.getDate("at").toInstant(), places, stored.getBoolean("told", false));
    }
}
