package app.backtrack.tracking.access;

import app.backtrack.events.ClinicId;
import app.backtrack.events.ErasureEvent.ErasedPlace;
import app.backtrack.events.PatientId;
import app.backtrack.events.PatientRef;
import app.backtrack.runtime.erasure.PatientTraces;
import app.backtrack.runtime.store.Documents;
import app.backtrack.runtime.store.KeyedReads;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.UpdateOptions;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.bson.Document;

/**
 * Keeps each access once: a document per patient and month, {@code _id} = clinic/patient/month, its entries in a map by
 * key; the patient's own document, clinic/patient, names the months. A second collection says whose data was accessed
 * on which day, {@code _id} = clinic/day.
 *
 * <p>A month that outgrows its document goes on in {@code …/2}, as a part of the journal does.
 */
@Singleton
public class AccessLogStore implements PatientTraces {
    private static final String LOG = "access-log";
    private static final String DAYS = "access-days";
    private static final int ENTRIES_PER_DOCUMENT = 1_000;
    private static final int DOCUMENTS_PER_REPLY = 20;

    private static final UpdateOptions UPSERT = new UpdateOptions().upsert(true);
    private static final BulkWriteOptions UNORDERED = new BulkWriteOptions().ordered(false);

    private final MongoCollection<Document> months;
    private final MongoCollection<Document> days;

    AccessLogStore(Documents documents) {
        this.months = documents.collection(LOG);
        this.days = documents.collection(DAYS);
    }

    /** Adds entries of any patients. */
    void add(Collection<AccessEntry> entries) {
        if (entries.isEmpty()) {
            return;
        }
        Map<String, List<AccessEntry>> byMonth = new TreeMap<>();
        Map<String, Document> known = new TreeMap<>();
        Map<String, Document> byDay = new TreeMap<>();
        for (AccessEntry entry : entries) {
            String month = AccessDocuments.month(entry);
            byMonth.computeIfAbsent(id(entry.patient(), month), key -> new ArrayList<>())
                    .add(entry);
            known.computeIfAbsent(entry.patient().key(), key -> new Document()).append("months." + month, true);
            byDay.computeIfAbsent(entry.patient().clinic() + "/" + AccessDocuments.day(entry), key -> new Document())
                    .append("patients." + entry.patient().patient(), true);
        }
        // The months last: who finds an entry finds its day and its patient's list of months.
        days.bulkWrite(sets(byDay), UNORDERED);
        months.bulkWrite(sets(known), UNORDERED);
        months.bulkWrite(additions(byMonth), UNORDERED);
    }

    private static List<UpdateOneModel<Document>> sets(Map<String, Document> members) {
        List<UpdateOneModel<Document>> updates = new ArrayList<>();
        members.forEach((id, set) ->
                updates.add(new UpdateOneModel<>(new Document("_id", id), new Document("$set", set), UPSERT)));
        return updates;
    }

    private List<UpdateOneModel<Document>> additions(Map<String, List<AccessEntry>> byMonth) {
        Map<String, Integer> writes = writes(byMonth.keySet());
        List<UpdateOneModel<Document>> updates = new ArrayList<>();
        byMonth.forEach((id, added) -> {
            String open = numbered(id, 1 + writes.getOrDefault(id, 0) / ENTRIES_PER_DOCUMENT);
            Document count = new Document("$inc", new Document("writes", added.size()));
            Document addition = AccessDocuments.addition(added);
            if (open.equals(id)) {
                addition.putAll(count);
            } else {
                updates.add(new UpdateOneModel<>(new Document("_id", id), count, UPSERT));
            }
            updates.add(new UpdateOneModel<>(new Document("_id", open), addition, UPSERT));
        });
        return updates;
    }

    /** The months in which a patient's data was accessed, such as {@code 2026-11}. */
    NavigableSet<String> months(PatientRef patient) {
        return Optional.ofNullable(
                        months.find(new Document("_id", patient.key())).first())
                .map(stored ->
                        new TreeSet<>(stored.get("months", new Document()).keySet()))
                .orElseGet(TreeSet::new);
    }

    /** The entries of one month of some patients, in no order. */
    List<AccessEntry> read(Collection<PatientRef> patients, String month) {
        Map<String, PatientRef> first = new LinkedHashMap<>();
        patients.forEach(patient -> first.put(id(patient, month), patient));
        Map<String, PatientRef> further = new LinkedHashMap<>();
        // An entry that came again after its document was full stands in two of them.
        Map<String, AccessEntry> found = new LinkedHashMap<>();
        for (Document stored : KeyedReads.find(months, first.keySet(), new Document(), DOCUMENTS_PER_REPLY)) {
            String id = stored.getString("_id");
            PatientRef patient = PatientRef.of(id.substring(0, id.lastIndexOf('/')));
            take(patient, stored, found);
            numbers(stored).forEach(number -> further.put(numbered(id, number), patient));
        }
        for (Document stored : KeyedReads.find(months, further.keySet(), new Document(), DOCUMENTS_PER_REPLY)) {
            String[] parts = stored.getString("_id").split("/", -1);
            take(PatientRef.of(parts[0] + "/" + parts[1]), stored, found);
        }
        return List.copyOf(found.values());
    }

    private static void take(PatientRef patient, Document stored, Map<String, AccessEntry> found) {
        AccessDocuments.read(patient, stored)
                .forEach(entry ->
                        found.merge(patient + "/" + entry.key(), entry, (a, b) -> b.at().isBefore(a.at()) ? b : a));
    }

    /** Whose data was accessed on a day of UTC, in the order of their ids. */
    SortedSet<PatientId> patients(ClinicId clinic, LocalDate day) {
        SortedSet<PatientId> patients = new TreeSet<>((a, b) -> a.toString().compareTo(b.toString()));
        Document stored = days.find(new Document("_id", clinic + "/" + day)).first();
        if (stored != null) {
            stored.get("patients", new Document()).keySet().forEach(id -> patients.add(PatientId.of(id)));
        }
        return patients;
    }

    /** Deletes everything about a patient; broken off and called again, it ends the same. */
    @Override
    public List<ErasedPlace> erase(PatientRef patient) {
        long entered = 0;
        long deleted = 0;
        for (String month : months(patient)) {
            String id = id(patient, month);
            List<String> all = new ArrayList<>(List.of(id));
            Document first = months.find(new Document("_id", id))
                    .projection(new Document("writes", 1))
                    .first();
            if (first != null) {
                numbers(first).forEach(number -> all.add(numbered(id, number)));
            }
            Set<String> accessed = read(List.of(patient), month).stream()
                    .map(AccessDocuments::day)
                    .collect(Collectors.toSet());
            for (String day : accessed) {
                entered += days.updateOne(
                                new Document("_id", patient.clinic() + "/" + day),
                                new Document("$unset", new Document("patients." + patient.patient(), "")))
                        .getModifiedCount();
            }
            // The first one last: it alone says how many there are.
            for (String one : all.reversed()) {
                deleted += months.deleteOne(new Document("_id", one)).getDeletedCount();
            }
        }
        deleted += months.deleteOne(new Document("_id", patient.key())).getDeletedCount();
        return List.of(new ErasedPlace(LOG, Math.toIntExact(deleted)), new ErasedPlace(DAYS, Math.toIntExact(entered)));
    }

    private Map<String, Integer> writes(Collection<String> ids) {
        Map<String, Integer> writes = new TreeMap<>();
        for (Document stored : KeyedReads.find(months, ids, new Document("writes", 1), ids.size())) {
            writes.put(stored.getString("_id"), stored.getInteger("writes", 0));
        }
        return writes;
    }

    /** The numbers of the documents that follow a first one. */
    private static IntStream numbers(Document first) {
        return IntStream.rangeClosed(2, 1 + first.getInteger("writes", 0) / ENTRIES_PER_DOCUMENT);
    }

    private static String id(PatientRef patient, String month) {
        return patient.key() + "/" + month;
    }

    private static String numbered(String id, int number) {
        return number == 1 ? id : id + "/" + number;
    }
}
