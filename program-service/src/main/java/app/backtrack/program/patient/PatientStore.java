package app.backtrack.program.patient;

import app.backtrack.events.ClinicId;
import app.backtrack.events.EventEnvelope;
import app.backtrack.events.PatientEvent.PatientEnrolled;
import app.backtrack.events.PatientId;
import app.backtrack.events.PatientRef;
import app.backtrack.program.stream.JsonDocument;
import app.backtrack.program.stream.StreamSource;
import app.backtrack.program.stream.StreamStore;
import app.backtrack.runtime.store.Documents;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Projections;
import jakarta.inject.Singleton;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/** Keeps one document per patient: the patient's stream, and apart from it, erasable, who the patient is. */
@Singleton
public final class PatientStore implements StreamSource {
    private static final String ID = "_id";
    private static final String CLINIC = "clinic";
    /** What must be unique within the clinic: the own identifier, or the patient id where there is none. */
    private static final String IDENTIFIER = "identifier";

    private static final String ENROLMENT = "enrolment";
    private static final String IDENTITY = "identity";
    private static final String ZONE = "zone";

    private final MongoCollection<Document> patients;
    private final StreamStore streams;

    PatientStore(Documents documents) {
        this.patients = documents.collection("patients");
        this.streams = new StreamStore(patients, new Document(CLINIC, 1).append(IDENTIFIER, 1));
    }

    @Override
    public StreamStore streams() {
        return streams;
    }

    /** The zone of the patient's home; empty for a patient whom the clinic does not have. */
    public Optional<ZoneId> zone(PatientRef ref) {
        return Optional.ofNullable(patients.find(new Document(ID, ref.key()))
                        .projection(Projections.include(ENROLMENT + "." + ZONE))
                        .first())
                .map(document ->
                        ZoneId.of(document.get(ENROLMENT, Document.class).getString(ZONE)));
    }

    /**
     * Begins a patient's stream.
     *
     * @return false if the patient is enrolled already, or another has the own identifier
     */
    boolean enrol(Patient patient, EventEnvelope<PatientEnrolled> event) {
        PatientIdentity identity = patient.identity();
        String identifier =
                identity.ownIdentifier() == null ? "id:" + patient.ref().patient() : "own:" + identity.ownIdentifier();
        Document state = new Document(CLINIC, patient.ref().clinic().value())
                .append(IDENTIFIER, identifier)
                .append(ENROLMENT, JsonDocument.of(patient.enrolment()))
                .append(IDENTITY, JsonDocument.of(identity));
        return streams.begin(patient.ref().key(), event, state);
    }

    /** Finds a patient. */
    Optional<Patient> find(PatientRef ref) {
        return Optional.ofNullable(patients.find(new Document(ID, ref.key())).first())
                .map(PatientStore::read);
    }

    /** A clinic's patients in the order of their ids, beginning after {@code after}. */
    List<Patient> list(ClinicId clinic, @Nullable PatientId after, int limit) {
        // All ids of a clinic lie between "clinic/" and "clinic0", the character after the slash.
        String from = clinic + "/" + (after == null ? "" : after);
        return patients.find(new Document(ID, new Document("$gt", from).append("$lt", clinic + "0")))
                .projection(Projections.include(StreamStore.PATIENT, ENROLMENT, IDENTITY))
                .sort(new Document(ID, 1))
                .limit(limit)
                .batchSize(limit)
                .map(PatientStore::read)
                .into(new ArrayList<>());
    }

    private static Patient read(Document document) {
        return new Patient(
                PatientRef.of(document.getString(StreamStore.PATIENT)),
                JsonDocument.read(document.get(ENROLMENT, Document.class), PatientEnrolled.class),
                JsonDocument.read(document.get(IDENTITY, Document.class), PatientIdentity.class));
    }
}
