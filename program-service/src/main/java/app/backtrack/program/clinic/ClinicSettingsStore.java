package app.backtrack.program.clinic;

import app.backtrack.events.ClinicEnvelope;
import app.backtrack.events.ClinicId;
import app.backtrack.program.stream.StreamForm;
import app.backtrack.program.stream.StreamSource;
import app.backtrack.program.stream.StreamStore;
import app.backtrack.runtime.store.Documents;
import com.mongodb.client.MongoCollection;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import org.bson.Document;

/** Keeps one document per clinic that changed its settings: the clinic's stream. */
@Singleton
final class ClinicSettingsStore implements StreamSource {
    private static final int CLINICS = 1_000;

    private final MongoCollection<Document> clinics;
    private final StreamStore<ClinicEnvelope> streams;

    ClinicSettingsStore(Documents documents) {
        this.clinics = documents.collection("clinics");
        this.streams = new StreamStore<>(clinics, StreamForm.OF_CLINIC);
    }

    @Override
    public StreamStore<ClinicEnvelope> streams() {
        return streams;
    }

    /** The clinics that ever decided anything. */
    List<ClinicId> clinics() {
        return clinics.find()
                .projection(new Document("_id", 1))
                .batchSize(CLINICS)
                .map(found -> new ClinicId(found.getString("_id")))
                .into(new ArrayList<>());
    }

    /** Everything that the clinic decided. */
    SettingsFile find(ClinicId clinic) {
        return SettingsFile.of(streams.find(clinic.value()));
    }

    /**
     * Appends to the stream of a clinic that is at version {@code expected}, or begins it.
     *
     * @return false if it has moved on
     */
    boolean append(int expected, ClinicEnvelope event) {
        String id = event.clinic().value();
        return expected == 0
                ? streams.begin(id, event, new Document())
                : streams.append(id, expected, event, new Document());
    }
}
