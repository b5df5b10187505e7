package app.backtrack.runtime.log;

import app.backtrack.events.EventEnvelope;
import app.backtrack.events.PatientRef;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/** Keeps the ids of what it was given of some patients, batch by batch, after letting a test do what it likes. */
final class RecordingHandler implements BatchHandler {
    private final Set<PatientRef> patients;
    private final List<List<String>> batches = new CopyOnWriteArrayList<>();
    private final List<Boolean> behinds = new CopyOnWriteArrayList<>();
    private volatile Consumer<List<String>> first = ids -> {};

    RecordingHandler(PatientRef... patients) {
        this.patients = Set.of(patients);
    }

    /** What is done before a batch counts as handled; it may throw. */
    RecordingHandler doing(Consumer<List<String>> action) {
        first = action;
        return this;
    }

    @Override
    public List<Outcome> handle(List<EventEnvelope<?>> events, boolean behind) {
        if (events.stream().anyMatch(event -> patients.contains(event.subject()))) {
            behinds.add(behind);
        }
        return handle(events);
    }

    @Override
    public List<Outcome> handle(List<EventEnvelope<?>> events) {
        List<String> ids = events.stream()
                .filter(event -> patients.contains(event.subject()))
                .map(EventEnvelope::id)
                .toList();
        if (!ids.isEmpty()) {
            first.accept(ids);
            batches.add(ids);
        }
        return events.stream().map(event -> Outcome.APPLIED).toList();
    }

    /** Of each batch, whether it was said that the log held more. */
    List<Boolean> behinds() {
        return List.copyOf(behinds);
    }

    /** The ids that were handled, in order, as often as they were. */
    List<String> handled() {
        return batches.stream().flatMap(List::stream).toList();
    }
}
