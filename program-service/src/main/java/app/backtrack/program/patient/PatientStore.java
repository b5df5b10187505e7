package app.backtrack.program.patient;

import app.backtrack.events.Actor;
import app.backtrack.events.ClinicId;
import app.backtrack.events.EventEnvelope;
import app.backtrack.events.PatientEvent;
import app.backtrack.events.PatientId;
import app.backtrack.events.PatientRef;
import app.backtrack.program.clinician.Caseloads;
import app.backtrack.program.identity.NameRules;
import app.backtrack.program.identity.OwnIdentifier;
import app.backtrack.program.identity.PatientIdentity;
import app.backtrack.program.own.Versioned;
import app.backtrack.program.stream.JsonDocument;
import app.backtrack.program.stream.StreamForm;
import app.backtrack.program.stream.StreamSource;
import app.backtrack.program.stream.StreamStore;
import app.backtrack.runtime.store.Documents;
import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Projections;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;

/**
 * Keeps one document per patient: the patient's stream with the care that follows from it, and apart from them,
 * erasable, who the patient is. Each half has a version of its own, which guards its changes.
 */
@Singleton
public final class PatientStore implements StreamSource, Caseloads {
    private static final String ID = "_id";
    private static final String CLINIC = "clinic";
    private static final String CARE = "care";
    private static final String CARE_STATUS = CARE + ".status";
    private static final String CARE_THERAPISTS = CARE + ".therapists";
    private static final String IDENTITY = "identity";
    private static final String IDENTITY_VERSION = "identityVersion";
    private static final String CONTENT = "content";
    private static final String AT = "at";
    private static final String BY = "by";
    /**
     * What no two patients may have: the clinic's own identifiers. The patient's own id is one of them, since an empty
     * list would count as a value that patients without identifiers share.
     */
    private static final String CLAIMS = "claims";

    private static final int COUNTED_AT_ONCE = 10_000;
    private static final String NAME_KEYS = "nameKeys";

    private final MongoCollection<Document> patients;
    private final StreamStore<EventEnvelope<?>> streams;
    private volatile boolean indexed;

    PatientStore(Documents documents) {
        this.patients = documents.collection("patients");
        this.streams = new StreamStore<>(
                patients,
                StreamForm.OF_PATIENT,
                new Document(CLAIMS, 1),
                new Document(ID, 1).append(IDENTITY_VERSION, 1));
    }

    @Override
    public StreamStore<EventEnvelope<?>> streams() {
        return streams;
    }

    /** The patient's local date at an instant; empty for a patient whom the clinic does not have. */
    public Optional<LocalDate> today(PatientRef ref, Instant at) {
        return care(ref).map(care -> care.zoneHistory().today(at));
    }

    /** Whether the clinic has, or had, this patient in its care. */
    public boolean isKnown(PatientRef ref) {
        return patients.find(new Document(ID, ref.key()))
                        .projection(Projections.include(ID))
                        .first()
                != null;
    }

    /** Whether the patient is in the clinic's care now. */
    public boolean isEnrolled(PatientRef ref) {
        return care(ref).filter(care -> care.status() == CareStatus.ENROLLED).isPresent();
    }

    /**
     * Begins a patient's stream.
     *
     * @return false if there is one already, or another patient has one of the own identifiers
     */
    boolean enrol(EventEnvelope<PatientEvent> event, Care care, PatientIdentity identity) {
        declareIndexes();
        Document state = new Document(CLINIC, event.subject().clinic().value())
                .append(CARE, JsonDocument.of(care))
                .append(IDENTITY_VERSION, 1);
        state.putAll(identified(event.subject(), identity, event.actor(), event.recordedAt()));
        return streams.begin(event.subject().key(), event, state);
    }

    /**
     * Appends to the stream of a patient who is at version {@code expected}.
     *
     * @return false if the stream has moved on
     */
    boolean append(int expected, EventEnvelope<PatientEvent> event, Care care) {
        return streams.append(event.subject().key(), expected, event, new Document(CARE, JsonDocument.of(care)));
    }

    /** What became of a change of who a patient is. */
    enum Identified {
        DONE,
        /** The identity has moved on. */
        STALE,
        /** Another patient of the clinic has one of the own identifiers. */
        IDENTIFIER_TAKEN
    }

    /** Replaces who a patient is, from version {@code expected} to the next. */
    Identified identify(PatientRef ref, int expected, PatientIdentity identity, Actor actor, Instant at) {
        Document set = identified(ref, identity, actor, at).append(IDENTITY_VERSION, expected + 1);
        try {
            long changed = patients.updateOne(
                            new Document(ID, ref.key()).append(IDENTITY_VERSION, expected), new Document("$set", set))
                    .getMatchedCount();
            return changed == 1 ? Identified.DONE : Identified.STALE;
        } catch (MongoWriteException e) {
            if (e.getError().getCategory() == ErrorCategory.DUPLICATE_KEY) {
                return Identified.IDENTIFIER_TAKEN;
            }
            throw e;
        }
    }

    /** Finds a patient. */
    Optional<Patient> find(PatientRef ref) {
        return Optional.ofNullable(patients.find(new Document(ID, ref.key()))
                        .projection(shown())
                        .first())
                .map(PatientStore::read);
    }

    /** Everything that was decided about a patient. */
    Optional<PatientFile> file(PatientRef ref) {
        return streams.find(ref.key()).map(PatientFile::of);
    }

    /** A clinic's patients in the order of their ids, beginning after {@code after}. */
    List<Patient> list(ClinicId clinic, PatientFilter wanted, @Nullable PatientId after, int limit) {
        // All ids of a clinic lie between "clinic/" and "clinic0", the character after the slash.
        String from = clinic + "/" + (after == null ? "" : after);
        Document filter =
                new Document(ID, new Document("$gt", from).append("$lt", clinic + "0")).append(CLINIC, clinic.value());
        if (wanted.status() != null) {
            filter.append(CARE_STATUS, wanted.status().wireName());
        }
        if (wanted.therapist() != null) {
            filter.append(CARE_THERAPISTS, wanted.therapist());
        }
        if (wanted.name() != null) {
            Document range = new Document("$gte", wanted.name()).append("$lt", wanted.name() + Character.MAX_VALUE);
            filter.append(NAME_KEYS, new Document("$elemMatch", range));
        }
        if (wanted.identifier() != null) {
            filter.append(CLAIMS, claim(clinic, wanted.identifier()));
        }
        return patients.find(filter)
                .projection(shown())
                .sort(new Document(ID, 1))
                .limit(limit)
                .batchSize(limit)
                .map(PatientStore::read)
                .into(new ArrayList<>());
    }

    @Override
    public Map<String, Integer> enrolledPatients(ClinicId clinic) {
        Map<String, Integer> patientsOf = new TreeMap<>();
        patients.find(new Document(CLINIC, clinic.value()))
                .projection(Projections.include(CARE_STATUS, CARE_THERAPISTS))
                .batchSize(COUNTED_AT_ONCE)
                .forEach(document -> {
                    Document care = document.get(CARE, Document.class);
                    int one = CareStatus.ENROLLED.wireName().equals(care.getString("status")) ? 1 : 0;
                    care.getList("therapists", String.class)
                            .forEach(therapist -> patientsOf.merge(therapist, one, Integer::sum));
                });
        return patientsOf;
    }

    @Override
    public boolean looksAfterOthers(String clinician, PatientRef patient) {
        Document theirs = new Document(CLINIC, patient.clinic().value()).append(CARE_THERAPISTS, clinician);
        return patients
                .find(theirs)
                .projection(Projections.include(ID))
                .limit(2)
                .batchSize(2)
                .into(new ArrayList<>())
                .stream()
                .anyMatch(found -> !patient.key().equals(found.getString(ID)));
    }

    private Optional<Care> care(PatientRef ref) {
        return Optional.ofNullable(patients.find(new Document(ID, ref.key()))
                        .projection(Projections.include(CARE))
                        .first())
                .map(PatientStore::readCare);
    }

    private static Bson shown() {
        return Projections.include(StreamForm.OF_PATIENT.subjectMember(), CARE, IDENTITY, IDENTITY_VERSION);
    }

    /** The erasable half of a document, but for its version. */
    private static Document identified(PatientRef ref, PatientIdentity identity, Actor actor, Instant at) {
        List<String> claims = new ArrayList<>(List.of(ref.clinic() + "/id/" + ref.patient()));
        identity.identifiers().forEach(identifier -> claims.add(claim(ref.clinic(), identifier)));
        return new Document(CLAIMS, claims)
                .append(NAME_KEYS, NameRules.keys(identity.name()))
                .append(
                        IDENTITY,
                        new Document(CONTENT, JsonDocument.of(identity))
                                .append(AT, Date.from(at))
                                .append(BY, actor.wireForm()));
    }

    /** No system holds a blank, so two claims are equal only if their parts are. */
    private static String claim(ClinicId clinic, OwnIdentifier identifier) {
        return clinic + "/own/" + identifier.system() + " " + identifier.value();
    }

    /** Indexes that lists use on a real store; before the first enrolment, as the stream's own. */
    private void declareIndexes() {
        if (!indexed) {
            for (String member : List.of(CARE_STATUS, CARE_THERAPISTS, NAME_KEYS)) {
                patients.createIndex(new Document(CLINIC, 1).append(member, 1).append(ID, 1));
            }
            indexed = true;
        }
    }

    private static Patient read(Document document) {
        PatientRef ref = PatientRef.of(document.getString(StreamForm.OF_PATIENT.subjectMember()));
        Document identity = document.get(IDENTITY, Document.class);
        return new Patient(
                ref,
                readCare(document),
                new Versioned<>(
                        ref.patient().toString(),
                        document.getInteger(IDENTITY_VERSION),
                        JsonDocument.read(identity.get(CONTENT, Document.class), PatientIdentity.class),
                        identity.getDate(AT).toInstant(),
                        Actor.of(identity.getString(BY))));
    }

    private static Care readCare(Document document) {
        return JsonDocument.read(document.get(CARE, Document.class), Care.class);
    }
}
