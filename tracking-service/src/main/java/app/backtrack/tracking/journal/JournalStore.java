package app.backtrack.tracking.journal;

import app.backtrack.events.EventEnvelope;
import app.backtrack.events.PatientRef;
import app.backtrack.runtime.store.Documents;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.UpdateOptions;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.bson.Document;

/**
 * Keeps every event of a patient once: a document per {@link JournalPart}, {@code _id} = clinic/patient/part, its
 * events in a map by event key. Adding needs no guard, since adding twice changes nothing.
 *
 * <p>A part that outgrows its document goes on in {@code …/2}, {@code …/3}. Which one is written follows from
 * {@code writes}, a running count in the first document. Redeliveries count too, so a document may close early and an
 * event may stand in two of them; reading joins them by key.
 */
@Singleton
public class JournalStore {
    /** With a batch of 1,000 more and 8 kB an event, a document stays below 13 MiB; the store takes 16. */
    private static final int EVENTS_PER_DOCUMENT = 500;

    /** The embedded store fails on a reply over 48 MB, where MongoDB would cut it itself. */
    private static final int DOCUMENTS_PER_REPLY = 10;

    private static final UpdateOptions UPSERT = new UpdateOptions().upsert(true);
    private static final BulkWriteOptions UNORDERED = new BulkWriteOptions().ordered(false);

    private final MongoCollection<Document> documents;

    JournalStore(Documents documents) {
        this.documents = documents.collection("journal");
    }

    /** Adds events of any patients, in one unordered bulk of single-document updates. */
    public void add(Collection<? extends EventEnvelope<?>> events) {
        if (events.isEmpty()) {
            return;
        }
        Map<String, List<EventEnvelope<?>>> byPart = new TreeMap<>();
        for (EventEnvelope<?> event : events) {
            String id = id(event.subject(), JournalPart.of(event.data()));
            byPart.computeIfAbsent(id, key -> new ArrayList<>()).add(event);
        }
        Map<String, Integer> writes = writes(byPart.keySet());
        List<UpdateOneModel<Document>> updates = new ArrayList<>();
        byPart.forEach((id, added) -> {
            String open = numbered(id, 1 + writes.getOrDefault(id, 0) / EVENTS_PER_DOCUMENT);
            Document count = new Document("$inc", new Document("writes", added.size()));
            Document addition = JournalDocuments.addition(added);
            if (open.equals(id)) {
                addition.putAll(count);
            } else {
                updates.add(new UpdateOneModel<>(new Document("_id", id), count, UPSERT));
            }
            updates.add(new UpdateOneModel<>(new Document("_id", open), addition, UPSERT));
        });
        documents.bulkWrite(updates, UNORDERED);
    }

    /** Reads some parts of a patient's journal. */
    public Journal read(PatientRef patient, Collection<String> parts) {
        SortedMap<String, SortedMap<String, EventEnvelope<?>>> byPart = new TreeMap<>();
        for (Document document : find(patient, parts)) {
            Map<String, EventEnvelope<?>> known =
                    byPart.computeIfAbsent(part(patient, document), part -> new TreeMap<>());
            document.get("events", new Document())
                    .forEach((key, stored) ->
                            known.merge(key, JournalDocuments.read(patient, (Document) stored), JournalStore::earlier));
        }
        return Journal.of(byPart);
    }

    private List<Document> find(PatientRef patient, Collection<String> parts) {
        List<String> ids =
                parts.stream().distinct().map(part -> id(patient, part)).toList();
        List<Document> found = byId(ids, new Document());
        List<String> further =
                found.stream().flatMap(JournalStore::furtherDocuments).toList();
        return further.isEmpty()
                ? found
                : Stream.concat(found.stream(), byId(further, new Document()).stream())
                        .toList();
    }

    private static Stream<String> furtherDocuments(Document first) {
        int last = 1 + first.getInteger("writes", 0) / EVENTS_PER_DOCUMENT;
        return IntStream.rangeClosed(2, last).mapToObj(number -> numbered(first.getString("_id"), number));
    }

    private Map<String, Integer> writes(Collection<String> ids) {
        Map<String, Integer> writes = new HashMap<>();
        for (Document document : byId(ids, new Document("writes", 1))) {
            writes.put(document.getString("_id"), document.getInteger("writes", 0));
        }
        return writes;
    }

    private List<Document> byId(Collection<String> ids, Document projection) {
        return documents
                .find(new Document("_id", new Document("$in", List.copyOf(ids))))
                .projection(projection)
                .batchSize(DOCUMENTS_PER_REPLY)
                .into(new ArrayList<>());
    }

    private static EventEnvelope<?> earlier(EventEnvelope<?> a, EventEnvelope<?> b) {
        return a.recordedAt().isAfter(b.recordedAt()) ? b : a;
    }

    private static String id(PatientRef patient, String part) {
        return patient.key() + "/" + part;
    }

    private static String numbered(String id, int number) {
        return number == 1 ? id : id + "/" + number;
    }

    private static String part(PatientRef patient, Document document) {
        String rest = document.getString("_id").substring(patient.key().length() + 1);
        int slash = rest.indexOf('/');
        return slash < 0 ? rest : rest.substring(0, slash);
    }
}
