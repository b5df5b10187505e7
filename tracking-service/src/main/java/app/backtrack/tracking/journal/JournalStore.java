package app.backtrack.tracking.journal;

import static java.util.Objects.requireNonNull;

import app.backtrack.events.EventEnvelope;
import app.backtrack.events.PatientRef;
import app.backtrack.runtime.store.Documents;
import app.backtrack.runtime.store.KeyedReads;
import app.backtrack.tracking.generation.CurrentGenerations;
import app.backtrack.tracking.generation.ProjectionName;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.UpdateOptions;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.stream.IntStream;
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

    /** A reply over 48 MB fails on the embedded store: this many full documents of 8 kB an event stay below. */
    private static final int FULL_DOCUMENTS_PER_REPLY = 10;

    private static final int EVENTS_PER_REPLY = FULL_DOCUMENTS_PER_REPLY * EVENTS_PER_DOCUMENT;

    private static final UpdateOptions UPSERT = new UpdateOptions().upsert(true);
    private static final BulkWriteOptions UNORDERED = new BulkWriteOptions().ordered(false);

    private final Documents database;
    private final CurrentGenerations generations;

    JournalStore(Documents database, CurrentGenerations generations) {
        this.database = database;
        this.generations = generations;
    }

    /** Adds events of any patients to the journal that is read and to the one beside it, where there is one. */
    public void add(Collection<? extends EventEnvelope<?>> events) {
        generations.all(ProjectionName.JOURNAL).forEach(collection -> add(collection, events));
    }

    /** Adds events of any patients to a generation, in one unordered bulk of single-document updates. */
    public void add(String collection, Collection<? extends EventEnvelope<?>> events) {
        if (events.isEmpty()) {
            return;
        }
        MongoCollection<Document> documents = database.collection(collection);
        Map<String, List<EventEnvelope<?>>> byPart = new TreeMap<>();
        for (EventEnvelope<?> event : events) {
            String id = id(event.subject(), JournalPart.of(event.data()));
            byPart.computeIfAbsent(id, key -> new ArrayList<>()).add(event);
        }
        Map<String, Integer> writes = writes(documents, byPart.keySet());
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
        return read(Map.of(patient, parts), EVENTS_PER_DOCUMENT).getOrDefault(patient, Journal.EMPTY);
    }

    /**
     * Reads some parts of the journals of many patients.
     *
     * @param fullest how many events the fullest document is expected to hold: the larger, the smaller the replies
     * @return one journal for each patient asked for
     */
    public Map<PatientRef, Journal> read(Map<PatientRef, ? extends Collection<String>> parts, int fullest) {
        Map<PatientRef, Map<String, Map<String, EventEnvelope<?>>>> found = new HashMap<>();
        Map<String, Shelf> shelves = new LinkedHashMap<>();
        parts.forEach((patient, asked) -> {
            Map<String, Map<String, EventEnvelope<?>>> own = new TreeMap<>();
            found.put(patient, own);
            for (String part : asked) {
                shelves.put(id(patient, part), new Shelf(patient, own.computeIfAbsent(part, any -> new TreeMap<>())));
            }
        });
        fill(
                generations.live(ProjectionName.JOURNAL),
                shelves,
                Math.max(FULL_DOCUMENTS_PER_REPLY, EVENTS_PER_REPLY / Math.max(fullest, 1)));
        Map<PatientRef, Journal> journals = new HashMap<>();
        found.forEach((patient, own) -> journals.put(patient, Journal.of(own)));
        return journals;
    }

    /** The event keys of some parts of a patient's journal, by part; of an empty part there are none. */
    public Map<String, Set<String>> keys(PatientRef patient, Collection<String> parts) {
        Map<String, String> partOf = new HashMap<>();
        parts.forEach(part -> partOf.put(id(patient, part), part));
        Map<String, Set<String>> keys = new HashMap<>();
        eachDocument(
                generations.live(ProjectionName.JOURNAL),
                partOf.keySet(),
                FULL_DOCUMENTS_PER_REPLY,
                (id, found) -> keys.computeIfAbsent(requireNonNull(partOf.get(id)), part -> new HashSet<>())
                        .addAll(found.get("events", new Document()).keySet()));
        return keys;
    }

    private void fill(String collection, Map<String, Shelf> shelves, int perReply) {
        eachDocument(
                collection,
                shelves.keySet(),
                perReply,
                (id, found) -> requireNonNull(shelves.get(id)).take(found));
    }

    /** Calls with the id of each part that exists and each of the documents that it lies in. */
    private void eachDocument(
            String collection, Collection<String> ids, int perReply, BiConsumer<String, Document> action) {
        MongoCollection<Document> documents = database.collection(collection);
        Map<String, String> further = new LinkedHashMap<>();
        for (Document document : KeyedReads.find(documents, ids, new Document(), perReply)) {
            String id = document.getString("_id");
            action.accept(id, document);
            int last = 1 + document.getInteger("writes", 0) / EVENTS_PER_DOCUMENT;
            IntStream.rangeClosed(2, last).forEach(number -> further.put(numbered(id, number), id));
        }
        for (Document document :
                KeyedReads.find(documents, further.keySet(), new Document(), FULL_DOCUMENTS_PER_REPLY)) {
            action.accept(requireNonNull(further.get(document.getString("_id"))), document);
        }
    }

    /** Calls with the {@code _id}s of a generation's parts, in no order, some thousands at a time. */
    public void eachId(String collection, Consumer<List<String>> pages) {
        KeyedReads.eachId(
                database.collection(collection),
                ids -> pages.accept(
                        ids.stream().filter(id -> id.split("/", -1).length == 3).toList()));
    }

    /** What two generations are compared by: the events of each part, however many documents they lie in. */
    public Map<String, String> canonical(String collection, Collection<String> ids) {
        Map<String, Shelf> shelves = new LinkedHashMap<>();
        ids.forEach(id -> {
            PatientRef patient = PatientRef.of(id.substring(0, id.lastIndexOf('/')));
            shelves.put(id, new Shelf(patient, new TreeMap<>()));
        });
        fill(collection, shelves, FULL_DOCUMENTS_PER_REPLY);
        Map<String, String> canonical = new HashMap<>();
        shelves.forEach((id, shelf) -> {
            if (!shelf.events().isEmpty()) {
                canonical.put(id, JournalDocuments.canonical(shelf.events()));
            }
        });
        return canonical;
    }

    /** Deletes a generation that nobody reads or writes any more. */
    public void drop(String collection) {
        database.collection(collection).drop();
    }

    private static Map<String, Integer> writes(MongoCollection<Document> documents, Collection<String> ids) {
        Map<String, Integer> writes = new HashMap<>();
        for (Document document : KeyedReads.find(documents, ids, new Document("writes", 1), ids.size())) {
            writes.put(document.getString("_id"), document.getInteger("writes", 0));
        }
        return writes;
    }

    private static String id(PatientRef patient, String part) {
        return patient.key() + "/" + part;
    }

    private static String numbered(String id, int number) {
        return number == 1 ? id : id + "/" + number;
    }

    /** Where the events of one part are put together, from however many documents. */
    private record Shelf(PatientRef patient, Map<String, EventEnvelope<?>> events) {

        void take(Document document) {
            document.get("events", new Document())
                    .forEach((key, stored) ->
                            events.merge(key, JournalDocuments.read(patient, (Document) stored), Shelf::earlier));
        }

        private static EventEnvelope<?> earlier(EventEnvelope<?> a, EventEnvelope<?> b) {
            return a.recordedAt().isAfter(b.recordedAt()) ? b : a;
        }
    }
}
