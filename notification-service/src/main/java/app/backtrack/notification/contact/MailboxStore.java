package app.backtrack.notification.contact;

import app.backtrack.events.ClinicId;
import app.backtrack.notification.ClinicianId;
import app.backtrack.runtime.store.Documents;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.UpdateOptions;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.bson.Document;

/** Keeps clinicians' mail addresses: the only place that holds them, one erasable document each. */
@Singleton
public class MailboxStore {
    private static final int BATCH = 200;

    private final MongoCollection<Document> mailboxes;

    MailboxStore(Documents documents) {
        this.mailboxes = documents.collection("mailboxes");
    }

    /** Sets where a clinician is reached. */
    public void put(ClinicId clinic, ClinicianId clinician, EmailAddress address) {
        Document content = new Document("clinic", clinic.value())
                .append("clinician", clinician.value())
                .append("email", address.value());
        mailboxes.updateOne(key(clinic, clinician), new Document("$set", content), new UpdateOptions().upsert(true));
    }

    /** Finds where a clinician is reached. */
    public Optional<EmailAddress> find(ClinicId clinic, ClinicianId clinician) {
        return Optional.ofNullable(mailboxes.find(key(clinic, clinician)).first())
                .map(found -> new EmailAddress(found.getString("email")));
    }

    /** Forgets where a clinician is reached. */
    public void erase(ClinicId clinic, ClinicianId clinician) {
        mailboxes.deleteOne(key(clinic, clinician));
    }

    /** Everyone of a clinic who can be reached. */
    public SortedSet<ClinicianId> reachable(ClinicId clinic) {
        return mailboxes
                .find(new Document("clinic", clinic.value()))
                .projection(new Document("clinician", 1))
                .batchSize(BATCH)
                .map(found -> new ClinicianId(found.getString("clinician")))
                .into(new TreeSet<>());
    }

    private static Document key(ClinicId clinic, ClinicianId clinician) {
        return new Document("_id", clinic + "/" + clinician);
    }
}
