package app.backtrack.notification.note;

import app.backtrack.events.ClinicId;
import app.backtrack.events.PatientId;
import app.backtrack.events.PatientRef;
import app.backtrack.events.WireName;
import app.backtrack.notification.EntryId;
import app.backtrack.notification.NoticeKind;
import app.backtrack.notification.note.NoteChange.Kind;
import app.backtrack.runtime.store.Documents;
import com.mongodb.client.FindIterable;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.UpdateOptions;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/** Keeps one document for each note of each patient. */
@Singleton
public class NoteStore {
    private static final int MAX_CHANGES = 1_000;

    private final MongoCollection<Document> notes;
    private final InstantSource clock;

    NoteStore(Documents documents, InstantSource clock) {
        this.notes = documents.collection("notes");
        this.clock = clock;
    }

    /** Declares the indexes; to be called before the first use, and again without harm. */
    public void prepare() {
        notes.createIndex(new Document("_id", 1).append("state", 1), new IndexOptions().unique(true));
        notes.createIndex(new Document("patient", 1).append("position", -1));
        notes.createIndex(new Document("patient", 1).append("changedAt", 1));
    }

    /** Enters a note, unless it was entered before, whatever became of it since. */
    public void enter(Note note) {
        Document content = new Document("patient", note.patient().key())
                .append("kind", note.kind().wireName())
                .append("at", Date.from(note.at()))
                .append("position", note.position());
        notes.updateOne(
                key(note.patient(), note.id()),
                new Document("$setOnInsert", changed(content, Kind.ENTERED)),
                new UpdateOptions().upsert(true));
    }

    /** Takes a note back: what it says holds no longer. */
    public void withdraw(PatientRef patient, EntryId id) {
        notes.updateOne(
                key(patient, id).append("state", Kind.ENTERED.wireName()),
                new Document("$set", changed(new Document(), Kind.WITHDRAWN)));
        notes.updateOne(
                key(patient, id).append("state", Kind.READ.wireName()),
                new Document("$set", changed(new Document(), Kind.WITHDRAWN)));
    }

    /** Notes that the patient read a note, unless they did before. */
    void read(PatientRef patient, EntryId id) {
        notes.updateOne(
                key(patient, id).append("state", Kind.ENTERED.wireName()),
                new Document("$set", changed(new Document("readAt", Date.from(now())), Kind.READ)));
    }

    /** Finds a note that was not taken back. */
    Optional<Note> find(PatientRef patient, EntryId id) {
        return Optional.ofNullable(notes.find(key(patient, id)).first())
                .filter(found -> !Kind.WITHDRAWN.wireName().equals(found.getString("state")))
                .map(NoteStore::read);
    }

    /** A patient's notes that were not taken back and were entered at an instant or later, newest first. */
    public List<Note> since(PatientRef patient, Instant from) {
        return list(notes.find(standing(patient).append("at", new Document("$gte", Date.from(from)))), MAX_CHANGES);
    }

    /**
     * A page of a patient's notes that were not taken back, newest first; one more than asked for, where there are
     * more.
     *
     * @param before only those behind this position; null from the newest on
     */
    List<Note> page(PatientRef patient, @Nullable String before, int limit) {
        Document wanted = standing(patient);
        if (before != null) {
            wanted.append("position", new Document("$lt", before));
        }
        return list(notes.find(wanted), limit + 1);
    }

    /** The latest change of each note that changed at an instant or later, oldest first; the first thousand. */
    public List<NoteChange> changes(Collection<PatientRef> patients, Instant since) {
        List<String> keys = patients.stream().map(PatientRef::key).toList();
        return notes.find(new Document("patient", new Document("$in", keys))
                        .append("changedAt", new Document("$gte", Date.from(since))))
                .sort(new Document("changedAt", 1))
                .limit(MAX_CHANGES)
                .batchSize(MAX_CHANGES)
                .map(NoteStore::readChange)
                .into(new ArrayList<>());
    }

    /** Forgets all of a patient's notes. */
    public void erase(ClinicId clinic, PatientId patient) {
        notes.deleteMany(new Document("patient", new PatientRef(clinic, patient).key()));
    }

    private static Document standing(PatientRef patient) {
        return new Document("patient", patient.key())
                .append("state", new Document("$in", List.of(Kind.ENTERED.wireName(), Kind.READ.wireName())));
    }

    private static List<Note> list(FindIterable<Document> found, int limit) {
        return found.sort(new Document("position", -1))
                .limit(limit)
                .batchSize(limit)
                .map(NoteStore::read)
                .into(new ArrayList<>());
    }

    private Document changed(Document content, Kind kind) {
        return content.append("state", kind.wireName()).append("changedAt", Date.from(now()));
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    private static Note read(Document found) {
        Date readAt = found.getDate("readAt");
        return new Note(
                PatientRef.of(found.getString("patient")),
                id(found),
                WireName.find(NoticeKind.class, found.getString("kind")).orElseThrow(),
                found.getDate("at").toInstant(),
                readAt == null ? null : readAt.toInstant());
    }

    private static NoteChange readChange(Document found) {
        return new NoteChange(
                PatientRef.of(found.getString("patient")),
                id(found),
                found.getDate("changedAt").toInstant(),
                WireName.find(Kind.class, found.getString("state")).orElseThrow());
    }

    private static EntryId id(Document found) {
        String key = found.getString("_id");
        return new EntryId(key.substring(key.lastIndexOf('/') + 1));
    }

    private static Document key(PatientRef patient, EntryId id) {
        return new Document("_id", patient.key() + "/" + id);
    }
}
