package app.backtrack.notification.inbox;

import app.backtrack.events.ClinicId;
import app.backtrack.notification.EntryId;
import app.backtrack.notification.Reader;
import app.backtrack.runtime.store.Documents;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.result.UpdateResult;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.bson.Document;

/** Keeps one document for each entry of each inbox. */
@Singleton
public class InboxStore {
    private static final int MAX_CHANGES = 1_000;

    private final MongoCollection<Document> entries;
    private final InstantSource clock;

    InboxStore(Documents documents, InstantSource clock) {
        this.entries = documents.collection("inbox");
        this.clock = clock;
    }

    /** Declares the indexes; to be called before the first use, and again without harm. */
    public void prepare() {
        entries.createIndex(new Document("_id", 1).append("state", 1), new IndexOptions().unique(true));
        entries.createIndex(new Document("clinic", 1).append("addressee", 1).append("position", -1));
        entries.createIndex(new Document("clinic", 1).append("changedAt", 1));
    }

    /**
     * Enters an insight, unless it is there already.
     *
     * @return the entry as it stands: what was made of an earlier one is kept
     */
    public InboxEntry enter(InboxEntry entry) {
        ClinicId clinic = entry.patient().clinic();
        UpdateResult entered = entries.updateOne(
                key(clinic, entry.id()),
                new Document("$setOnInsert", noted(EntryDocuments.write(entry), InboxChange.Kind.ENTERED)),
                new UpdateOptions().upsert(true));
        return entered.getUpsertedId() == null ? find(clinic, entry.id()).orElseThrow() : entry;
    }

    /** Notes that what an entry says holds no longer. Said again, it is no change. */
    public void withdraw(ClinicId clinic, EntryId id, Instant at) {
        Document step = new Document("$min", new Document("withdrawnAt", Date.from(at)));
        if (find(clinic, id).filter(entry -> entry.finding().withdrawn()).isEmpty()) {
            step.append("$set", noted(new Document(), InboxChange.Kind.WITHDRAWN));
        }
        entries.updateOne(key(clinic, id), step);
    }

    /** The latest change of each entry that changed at an instant or later, oldest first; the first thousand. */
    public List<InboxChange> changes(Collection<ClinicId> clinics, Instant since) {
        List<String> names = clinics.stream().map(ClinicId::value).toList();
        return entries.find(new Document("clinic", new Document("$in", names))
                        .append("changedAt", new Document("$gte", Date.from(since))))
                .projection(new Document("clinic", 1)
                        .append("addressee", 1)
                        .append("changedAt", 1)
                        .append("change", 1))
                .sort(new Document("changedAt", 1))
                .limit(MAX_CHANGES)
                .batchSize(MAX_CHANGES)
                .map(EntryDocuments::readChange)
                .into(new ArrayList<>());
    }

    /** Finds an entry of a clinic, whoever it is for. */
    public Optional<InboxEntry> find(ClinicId clinic, EntryId id) {
        return Optional.ofNullable(entries.find(key(clinic, id)).first()).map(EntryDocuments::read);
    }

    /** What a clinician sees of their inbox, newest first; one more than asked for, where there are more. */
    List<InboxEntry> page(Reader reader, InboxQuery query) {
        List<String> addressees =
                List.of(new Addressee.Clinician(reader.clinician()).key(), new Addressee.WholeClinic().key());
        Document wanted =
                new Document("clinic", reader.clinic().value()).append("addressee", new Document("$in", addressees));
        if (query.state() != null) {
            wanted.append("state", query.state().wireName());
        }
        if (query.before() != null) {
            wanted.append("position", new Document("$lt", query.before()));
        }
        int limit = query.limit() + 1;
        return entries.find(wanted)
                .sort(new Document("position", -1))
                .limit(limit)
                .batchSize(limit)
                .map(EntryDocuments::read)
                .into(new ArrayList<>());
    }

    /** Notes who read an entry, unless somebody did before. */
    void read(ClinicId clinic, EntryId id, Stamp stamp) {
        mark(key(clinic, id).append("state", EntryState.NEW.wireName()), EntryState.READ, stamp);
    }

    /** Notes who acknowledged an entry, unless somebody did before. */
    void acknowledge(ClinicId clinic, EntryId id, Stamp stamp) {
        List<String> before = List.of(EntryState.NEW.wireName(), EntryState.READ.wireName());
        mark(key(clinic, id).append("state", new Document("$in", before)), EntryState.ACKNOWLEDGED, stamp);
    }

    private void mark(Document guard, EntryState state, Stamp stamp) {
        Document change = new Document("state", state.wireName()).append(state.wireName(), EntryDocuments.write(stamp));
        entries.updateOne(guard, new Document("$set", noted(change, InboxChange.Kind.of(state))));
    }

    private Document noted(Document content, InboxChange.Kind kind) {
        return content.append("changedAt", Date.from(clock.instant())).append("change", kind.wireName());
    }

    private static Document key(ClinicId clinic, EntryId id) {
        return new Document("_id", clinic + "/" + id);
    }
}
