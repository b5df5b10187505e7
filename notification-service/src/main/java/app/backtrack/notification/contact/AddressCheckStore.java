package app.backtrack.notification.contact;

import app.backtrack.events.ClinicId;
import app.backtrack.events.PatientId;
import app.backtrack.events.PatientRef;
import app.backtrack.runtime.store.Documents;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.UpdateOptions;
import jakarta.inject.Singleton;
import java.util.Date;
import java.util.Optional;
import org.bson.Document;

/** Keeps addresses that patients have yet to show to be theirs: one erasable document for each patient. */
@Singleton
public class AddressCheckStore {
    private final MongoCollection<Document> checks;

    AddressCheckStore(Documents documents) {
        this.checks = documents.collection("address-checks");
    }

    /** Declares the index; to be called before the first use, and again without harm. */
    void prepare() {
        checks.createIndex(new Document("_id", 1).append("revision", 1), new IndexOptions().unique(true));
    }

    /** The address that a patient has yet to show to be theirs. */
    Optional<AddressCheck> find(PatientRef patient) {
        return Optional.ofNullable(checks.find(key(patient)).first()).map(found -> read(patient, found));
    }

    /** Keeps a first one; whether there was none. */
    boolean create(AddressCheck check) {
        return checks.updateOne(
                                key(check.patient()),
                                new Document("$setOnInsert", fields(check)),
                                new UpdateOptions().upsert(true))
                        .getUpsertedId()
                != null;
    }

    /** Changes one, unless somebody else did since it was read; whether it was changed. */
    boolean change(AddressCheck from, AddressCheck to) {
        Document guard = key(from.patient()).append("revision", from.revision());
        return checks.updateOne(guard, new Document("$set", fields(to))).getMatchedCount() == 1;
    }

    /** Forgets it, unless somebody changed it since it was read; whether it was there. */
    boolean remove(AddressCheck seen) {
        return checks.deleteOne(key(seen.patient()).append("revision", seen.revision()))
                        .getDeletedCount()
                == 1;
    }

    /** Forgets all that is known of a patient here. */
    public void erase(ClinicId clinic, PatientId patient) {
        checks.deleteOne(key(new PatientRef(clinic, patient)));
    }

    private static Document fields(AddressCheck check) {
        return new Document("email", check.address().value())
                .append("code", check.code())
                .append("byPatient", check.byPatient())
                .append("mailedAt", check.mailedAt().stream().map(Date::from).toList())
                .append("tries", check.tries())
                .append("revision", check.revision());
    }

    private static AddressCheck read(PatientRef patient, Document found) {
        return new AddressCheck(
                patient,
                new EmailAddress(found.getString("email")),
                found.getString("code"),
                found.getBoolean("byPatient"),
                found.getList("mailedAt", Date.class).stream()
                        .map(Date::toInstant)
                        .toList(),
                found.getInteger("tries"),
                found.getInteger("revision"));
    }

    private static Document key(PatientRef patient) {
        return new Document("_id", patient.key());
    }
}
