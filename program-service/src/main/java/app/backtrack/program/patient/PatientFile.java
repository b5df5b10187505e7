package app.backtrack.program.patient;

import app.backtrack.events.EventEnvelope;
import app.backtrack.events.PatientEvent;
import app.backtrack.events.PatientEvent.PatientEnrolled;
import app.backtrack.program.stream.EventStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Everything that was decided about one patient.
 *
 * @param versions the events in their order, at least one; the one at index {@code n} made version {@code n + 1}
 */
record PatientFile(List<EventEnvelope<PatientEvent>> versions) {

    /** Keeps a copy of the list. */
    PatientFile {
        versions = List.copyOf(versions);
    }

    /**
     * Reads a stream.
     *
     * @throws IllegalStateException if it is not a patient's
     */
    static PatientFile of(EventStream<EventEnvelope<?>> stream) {
        List<EventEnvelope<PatientEvent>> versions = new ArrayList<>();
        for (EventEnvelope<?> event : stream.events()) {
            if (!(event.data() instanceof PatientEvent data)) {
                throw new IllegalStateException("a patient's stream holds another event");
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
        return new PatientFile(versions);
    }

    /** The number of the current version. */
    int version() {
        return versions.size();
    }

    /** How the patient was first enrolled. */
    PatientEnrolled enrolment() {
        if (versions.get(0).data() instanceof PatientEnrolled enrolled) {
            return enrolled;
        }
        throw new IllegalStateException("a patient's stream does not begin with an enrolment");
    }

    /** What a command is decided against. */
    Care care() {
        @Nullable Care care = null;
        for (EventEnvelope<PatientEvent> event : versions) {
            care = PatientDecider.evolve(care, event.data());
        }
        return Objects.requireNonNull(care);
    }
}
