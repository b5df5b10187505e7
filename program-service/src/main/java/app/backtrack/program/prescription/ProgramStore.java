package app.backtrack.program.prescription;

import app.backtrack.events.EventEnvelope;
import app.backtrack.events.PatientRef;
import app.backtrack.events.ProgramEvent;
import app.backtrack.events.schedule.ProgramHistory;
import app.backtrack.program.patient.OpenPrograms;
import app.backtrack.program.stream.JsonDocument;
import app.backtrack.program.stream.StreamForm;
import app.backtrack.program.stream.StreamSource;
import app.backtrack.program.stream.StreamStore;
import app.backtrack.runtime.store.Documents;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Projections;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/**
 * Keeps one document per program: its stream and a summary of it. A unique {@code slot} keeps a patient to one open
 * program: it is the patient's key while the program is active or paused, and the document's own id afterwards.
 */
@Singleton
public final class ProgramStore implements StreamSource, OpenPrograms {
    private static final String ID = "_id";
    private static final String SLOT = "slot";
    private static final String SUMMARY = "summary";

    private final MongoCollection<Document> programs;
    private final StreamStore<EventEnvelope<?>> streams;

    ProgramStore(Documents documents) {
        this.programs = documents.collection("programs");
        this.streams = new StreamStore<>(programs, StreamForm.OF_PATIENT, new Document(SLOT, 1));
    }

    @Override
    public StreamStore<EventEnvelope<?>> streams() {
        return streams;
    }

    /**
     * Begins a program's stream.
     *
     * @param events what happened with the prescription, at least one event
     * @return false if the program exists already, or the patient has another open one
     */
    boolean begin(List<EventEnvelope<ProgramEvent>> events) {
        EventEnvelope<ProgramEvent> last = events.get(events.size() - 1);
        return streams.begin(key(last), events, state(last));
    }

    /**
     * Appends to a program that is at version {@code expected}.
     *
     * @param events what happened together, at least one event
     * @return false if it has moved on
     */
    boolean append(int expected, List<EventEnvelope<ProgramEvent>> events) {
        EventEnvelope<ProgramEvent> last = events.get(events.size() - 1);
        return streams.append(key(last), expected, events, state(last));
    }

    /** Finds a program of a patient. */
    Optional<ProgramFile> find(PatientRef patient, UUID programId) {
        return streams.find(key(patient, programId)).map(ProgramFile::of);
    }

    /** Finds the patient's active or paused program. */
    Optional<ProgramFile> findOpen(PatientRef patient) {
        Document open = programs.find(new Document(SLOT, patient.key()))
                .projection(Projections.include(ID))
                .first();
        return open == null
                ? Optional.empty()
                : streams.find(open.getString(ID)).map(ProgramFile::of);
    }

    /** Whether any program of the patient has a version with this causation id. */
    boolean hasHeeded(PatientRef patient, String causationId) {
        for (Document program :
                programs.find(allOf(patient, patient.key() + "/")).projection(Projections.include(ID))) {
            boolean heeded = streams.find(program.getString(ID))
                    .map(stream -> stream.events().stream())
                    .orElse(Stream.empty())
                    .anyMatch(event -> causationId.equals(event.causationId()));
            if (heeded) {
                return true;
            }
        }
        return false;
    }

    /** A patient's programs in the order of their ids, beginning after {@code after}. */
    List<ProgramSummary> list(PatientRef patient, @Nullable UUID after, int limit) {
        return programs.find(allOf(patient, patient.key() + "/" + (after == null ? "" : after)))
                .projection(Projections.include(SUMMARY))
                .sort(new Document(ID, 1))
                .limit(limit)
                .batchSize(limit)
                .map(document -> JsonDocument.read(document.get(SUMMARY, Document.class), ProgramSummary.class))
                .into(new ArrayList<>());
    }

    /** All that was decided about a patient's programs, as far as it says what is due. */
    public List<ProgramHistory> histories(PatientRef patient) {
        return streams.findBelow(patient.key()).stream()
                .map(ProgramFile::of)
                .map(ProgramFile::history)
                .toList();
    }

    @Override
    public Optional<UUID> openProgram(PatientRef patient) {
        return Optional.ofNullable(programs.find(new Document(SLOT, patient.key()))
                        .projection(Projections.include(SUMMARY))
                        .first())
                .map(document -> JsonDocument.read(document.get(SUMMARY, Document.class), ProgramSummary.class))
                .map(ProgramSummary::programId);
    }

    private static Document allOf(PatientRef patient, String after) {
        // All ids of a patient's programs lie between "…/" and "…0", the character after the slash.
        return new Document(ID, new Document("$gt", after).append("$lt", patient.key() + "0"));
    }

    /** The {@code _id} of a program's document. */
    static String key(PatientRef patient, UUID programId) {
        return patient.key() + "/" + programId;
    }

    private static String key(EventEnvelope<ProgramEvent> event) {
        return key(event.subject(), event.data().programId());
    }

    private static Document state(EventEnvelope<ProgramEvent> event) {
        String slot = Program.isOpen(event.data().status()) ? event.subject().key() : key(event);
        return new Document(SLOT, slot).append(SUMMARY, JsonDocument.of(ProgramSummary.of(event)));
    }
}
