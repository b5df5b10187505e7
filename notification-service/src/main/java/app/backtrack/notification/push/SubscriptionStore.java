package app.backtrack.notification.push;

import app.backtrack.events.ClinicId;
import app.backtrack.events.PatientId;
import app.backtrack.notification.ClinicianId;
import app.backtrack.notification.Recipient;
import app.backtrack.runtime.store.Documents;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.UpdateOptions;
import jakarta.inject.Singleton;
import java.net.URI;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.bson.Document;

/** Keeps in which browsers people want to be told: contact data, one erasable document for each browser. */
@Singleton
public class SubscriptionStore {
    private static final int BATCH = 100;

    private final MongoCollection<Document> subscriptions;

    SubscriptionStore(Documents documents) {
        this.subscriptions = documents.collection("push-subscriptions");
    }

    /** Declares the indexes; to be called before the first use, and again without harm. */
    void prepare() {
        subscriptions.createIndex(new Document("_id", 1).append("owner", 1), new IndexOptions().unique(true));
        subscriptions.createIndex(new Document("clinic", 1).append("owner", 1));
    }

    /**
     * Keeps a subscription. A browser that somebody else of the clinic had is theirs no longer: it shows what is meant
     * for whoever signed in last.
     */
    void put(Subscription subscription) {
        Document content = new Document("clinic", subscription.clinic().value())
                .append("owner", subscription.owner().key())
                .append("endpoint", subscription.endpoint().toString())
                .append("p256dh", subscription.p256dh())
                .append("auth", subscription.auth())
                .append("addedAt", Date.from(subscription.addedAt()));
        subscriptions.updateOne(
                new Document("_id", subscription.key()),
                new Document("$set", content),
                new UpdateOptions().upsert(true));
    }

    /** Somebody's browsers, the one added first in front. */
    public List<Subscription> list(ClinicId clinic, Recipient owner) {
        return subscriptions
                .find(owned(clinic, owner))
                .sort(new Document("addedAt", 1).append("_id", 1))
                .batchSize(BATCH)
                .map(SubscriptionStore::read)
                .into(new ArrayList<>());
    }

    /** Every clinician of a clinic who is told in a browser. */
    SortedSet<ClinicianId> clinicians(ClinicId clinic) {
        return subscriptions
                .find(new Document("clinic", clinic.value()))
                .projection(new Document("owner", 1))
                .batchSize(BATCH)
                .map(found -> Recipient.of(found.getString("owner")))
                .into(new ArrayList<>())
                .stream()
                .filter(Recipient.Clinician.class::isInstance)
                .map(owner -> ((Recipient.Clinician) owner).id())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Forgets one of somebody's browsers; of anybody else's it stays. */
    void remove(ClinicId clinic, Recipient owner, String id) {
        subscriptions.deleteOne(new Document("_id", clinic + "/" + id).append("owner", owner.key()));
    }

    /**
     * Forgets a browser that is no more; a new subscription of the same owner and endpoint would be another browser.
     */
    public void gone(Subscription subscription) {
        remove(subscription.clinic(), subscription.owner(), subscription.id());
    }

    /** Forgets all of a patient's browsers. */
    public void erase(ClinicId clinic, PatientId patient) {
        subscriptions.deleteMany(owned(clinic, new Recipient.Patient(patient)));
    }

    private static Document owned(ClinicId clinic, Recipient owner) {
        return new Document("clinic", clinic.value()).append("owner", owner.key());
    }

    private static Subscription read(Document found) {
        return new Subscription(
                new ClinicId(found.getString("clinic")),
                Recipient.of(found.getString("owner")),
                URI.create(found.getString("endpoint")),
                found.getString("p256dh"),
                found.getString("auth"),
                found.getDate("addedAt").toInstant());
    }
}
