package app.backtrack.program.prescription;

import app.backtrack.events.EventEnvelope;
import app.backtrack.events.ProgramEvent;
import app.backtrack.events.schedule.PlanVersion;
import app.backtrack.events.schedule.ProgramHistory;
import app.backtrack.program.stream.EventStream;
import java.util.ArrayList;
import java.util.List;

/**
 * Everything that was decided about one program.
 *
 * @param versions the events in their order; the one at index {@code n} made version {@code n + 1}
 */
record ProgramFile(List<EventEnvelope<ProgramEvent>> versions) {

    /** Keeps a copy of the list. */
    ProgramFile {
        versions = List.copyOf(versions);
    }

    /**
     * Reads a stream.
     *
     * @throws IllegalStateException if it is not a program's
     */
    static ProgramFile of(EventStream<EventEnvelope<?>> stream) {
        List<EventEnvelope<ProgramEvent>> versions = new ArrayList<>();
        for (EventEnvelope<?> event : stream.events()) {
            if (!(event.data() instanceof ProgramEvent data)) {
                throw new IllegalStateException("a program's stream holds another event");
            }
            versions.add(new EventEnvelope<>(
                    event.id(),
                    event.subject(),
                    event.recordedAt(),
                    event.actor(),
                    event.correlationId(),
                    event.causationId(),
                    data));
        }
        return new ProgramFile(versions);
    }

    /** The number of the current version. */
    int version() {
        return versions.size();
    }

    /** What made the current version. */
    EventEnvelope<ProgramEvent> last() {
        return versions.get(versions.size() - 1);
    }

    /** What a command is decided against. */
    Program program() {
        return ProgramDecider.replay(versions.stream().map(EventEnvelope::data).toList());
    }

    /** The versions, as far as they say what is due. */
    ProgramHistory history() {
        return new ProgramHistory(
                last().data().programId(),
                versions.stream()
                        .map(event -> PlanVersion.of(event.data(), event.recordedAt()))
                        .toList());
    }

    /** The file with one more version. */
    ProgramFile with(EventEnvelope<ProgramEvent> event) {
        List<EventEnvelope<ProgramEvent>> longer = new ArrayList<>(versions);
        longer.add(event);
        return new ProgramFile(longer);
    }
}
