package app.backtrack.notification.contact;

import app.backtrack.events.ClinicId;
import app.backtrack.notification.ClinicianId;
import app.backtrack.notification.Recipient;
import app.backtrack.runtime.store.Documents;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.UpdateOptions;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.bson.Document;

/** Keeps clinicians' and patients' mail addresses: the only place that holds them, one erasable document each. */
@Singleton
public class MailboxStore implements AddressBook {
    private static final int BATCH = 200;

    private final MongoCollection<Document> mailboxes;

    MailboxStore(Documents documents) {
        this.mailboxes = documents.collection("mailboxes");
    }

    /** Sets where somebody is reached. */
    public void put(ClinicId clinic, Recipient recipient, EmailAddress address) {
        Document content = new Document("clinic", clinic.value())
                .append("clinician", recipient instanceof Recipient.Clinician(var id) ? id.value() : null)
                .append("email", address.value());
        mailboxes.updateOne(key(clinic, recipient), new Document("$set", content), new UpdateOptions().upsert(true));
    }

    @Override
    public Optional<EmailAddress> find(ClinicId clinic, Recipient recipient) {
        return Optional.ofNullable(mailboxes.find(key(clinic, recipient)).first())
                .map(found -> new EmailAddress(found.getString("email")));
    }

    /** Forgets where somebody is reached. */
    public void erase(ClinicId clinic, Recipient recipient) {
        mailboxes.deleteOne(key(clinic, recipient));
    }

    @Override
    public SortedSet<ClinicianId> reachable(ClinicId clinic) {
        return mailboxes
                .find(new Document("clinic", clinic.value()).append("clinician", new Document("$ne", null)))
                .projection(new Document("clinician", 1))
                .batchSize(BATCH)
                .map(found -> new ClinicianId(found.getString("clinician")))
                .into(new TreeSet<>());
    }

    private static Document key(ClinicId clinic, Recipient recipient) {
        return new Document("_id", clinic + "/" + recipient.key());
    }
}
