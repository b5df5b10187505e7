package app.backtrack.program.stream;

import app.backtrack.events.Actor;
import app.backtrack.events.EventEnvelope;
import app.backtrack.events.PatientEvent.PatientEnrolled;
import app.backtrack.events.PatientRef;
import app.backtrack.events.Role;
import app.backtrack.testkit.backends.BackEnds;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.bson.Document;

/** A collection of streams in a real store, for one test, with streams of made-up events. */
final class Streams implements AutoCloseable {
    private static final Actor ACTOR = new Actor(Role.CLINIC_SYSTEM, "harbour-system");
    private static final Instant AT = Instant.parse("2026-11-20T18:30:00.123Z");

    final StreamStore<EventEnvelope<?>> store;
    final PatientRef subject = PatientRef.of("harbour-physio/" + UUID.randomUUID());
    final String id = subject.key();

    private final MongoClient client = MongoClients.create(BackEnds.addresses().mongodb());

    Streams() {
        store = new StreamStore<>(
                client.getDatabase("program-stream-tests")
                        .getCollection(UUID.randomUUID().toString()),
                StreamForm.OF_PATIENT,
                new Document("owner", 1));
    }

    EventEnvelope<PatientEnrolled> event(int version) {
        PatientEnrolled enrolled =
                new PatientEnrolled(version, LocalDate.of(2026, 11, 20), "Europe/Berlin", List.of("thea.harbour"));
        return new EventEnvelope<>("patient/" + version, subject, AT, ACTOR, "a-request", "a-cause", enrolled);
    }

    Streams begun() {
        store.begin(id, event(1), new Document("owner", id));
        return this;
    }

    boolean append(int expected) {
        return store.append(id, expected, event(expected + 1), new Document("note", expected));
    }

    EventStream<EventEnvelope<?>> read() {
        return store.find(id).orElseThrow();
    }

    @Override
    public void close() {
        client.close();
    }
}
