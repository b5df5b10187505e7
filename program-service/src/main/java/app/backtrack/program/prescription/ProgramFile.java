package app.backtrack.program.prescription;

import app.backtrack.events.EventEnvelope;
import app.backtrack.events.ProgramEvent;
import app.backtrack.events.ProgramEvent.ContraindicationOverridden;
import app.backtrack.events.ProgramEvent.ProgramPaused;
import app.backtrack.events.ProgramStatus;
import app.backtrack.events.Role;
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

    /** The file with more versions. */
    ProgramFile with(List<EventEnvelope<ProgramEvent>> events) {
        List<EventEnvelope<ProgramEvent>> longer = new ArrayList<>(versions);
        longer.addAll(events);
        return new ProgramFile(longer);
    }

    /** What was decided first. */
    List<ProgramEvent> first(int count) {
        return versions.stream().limit(count).map(EventEnvelope::data).toList();
    }

    /** Cautions that were set aside in any version; that goes on holding. */
    List<CautionOverride> overridden() {
        List<CautionOverride> overrides = new ArrayList<>();
        for (EventEnvelope<ProgramEvent> version : versions) {
            if (version.data() instanceof ContraindicationOverridden event) {
                overrides.add(new CautionOverride(event.exercise(), event.caution(), event.because()));
            }
        }
        return overrides;
    }

    /** Whether it is paused, and that by us rather than by a person. */
    boolean isHeldByRedFlag() {
        if (last().data().status() != ProgramStatus.PAUSED) {
            return false;
        }
        boolean held = false;
        for (EventEnvelope<ProgramEvent> version : versions) {
            held = version.data() instanceof ProgramPaused
                    ? version.actor().role() == Role.BACKTRACK
                    : held && version.data().status() == ProgramStatus.PAUSED;
        }
        return held;
    }
}
