package app.backtrack.notification.erasure;

import app.backtrack.events.ErasureEvent.ErasedPlace;
import app.backtrack.events.PatientRef;
import app.backtrack.notification.Recipient;
import app.backtrack.runtime.erasure.PatientTraces;
import app.backtrack.runtime.store.Documents;
import com.mongodb.client.MongoCollection;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.bson.Document;

/**
 * Deletes what names a patient otherwise than the rest of the system does: how they are reached and wish to be told,
 * what they were told, and calls to the clinic's software.
 */
@Singleton
public class NotificationTraceStore implements PatientTraces {
    private static final List<String> OF_RECIPIENTS = List.of("mailboxes", "preferences", "tallies", "deliveries");

    private final Documents documents;

    NotificationTraceStore(Documents documents) {
        this.documents = documents;
    }

    @Override
    public List<ErasedPlace> erase(PatientRef patient) {
        List<ErasedPlace> places = new ArrayList<>();
        places.add(place("webhook-messages", webhookMessages(patient)));
        String clinic = patient.clinic().value();
        String recipient = new Recipient.Patient(patient.patient()).key();
        for (String name : OF_RECIPIENTS) {
            places.add(place(name, delete(name, new Document("_id", clinic + "/" + recipient))));
        }
        for (String member : List.of("recipient", "owner")) {
            for (String name : List.of("deliveries", "push-subscriptions")) {
                places.add(place(name, delete(name, new Document("clinic", clinic).append(member, recipient))));
            }
        }
        return places;
    }

    /** They name the patient in their body only, by an id of hexadecimal digits and hyphens. */
    private long webhookMessages(PatientRef patient) {
        Pattern named = Pattern.compile("\"" + patient.patient() + "\"");
        return delete(
                "webhook-messages", new Document("clinic", patient.clinic().value()).append("body", named));
    }

    private long delete(String collection, Document which) {
        MongoCollection<Document> all = documents.collection(collection);
        return all.deleteMany(which).getDeletedCount();
    }

    private static ErasedPlace place(String name, long deleted) {
        return new ErasedPlace(name, Math.toIntExact(deleted));
    }
}
