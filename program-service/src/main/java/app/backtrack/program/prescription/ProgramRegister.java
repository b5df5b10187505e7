package app.backtrack.program.prescription;

import app.backtrack.events.Actor;
import app.backtrack.events.EventEnvelope;
import app.backtrack.events.PatientRef;
import app.backtrack.events.ProgramEvent;
import app.backtrack.events.Role;
import app.backtrack.program.prescription.Decision.Accepted;
import app.backtrack.program.prescription.Decision.Rejected;
import app.backtrack.program.prescription.Program.NotPrescribed;
import app.backtrack.program.prescription.ProgramCommand.Change;
import app.backtrack.program.prescription.ProgramCommand.Prescribe;
import app.backtrack.program.prescription.ProgramCommand.Resume;
import app.backtrack.program.stream.Relay;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Has commands decided against the stored programs, appends what follows, and sees it into the log. */
@Singleton
final class ProgramRegister {
    private final ProgramStore programs;
    private final Relay relay;

    ProgramRegister(ProgramStore programs, Relay relay) {
        this.programs = programs;
        this.relay = relay;
    }

    /** Begins a program; the same again changes nothing, and brings to the log what an outage held back. */
    Result prescribe(Prescribe command, Request request) {
        return switch (ProgramDecider.decide(command, new NotPrescribed())) {
            case Rejected rejected -> new Result.Refused(rejected.rejection());
            case Accepted accepted -> begin(accepted.events(), request);
        };
    }

    /** Changes a program that the caller saw at version {@code expected}. */
    Result change(UUID programId, int expected, Change command, Request request) {
        Optional<ProgramFile> found = programs.find(request.patient(), programId);
        if (found.isEmpty()) {
            return new Result.Refused(Rejection.NOT_PRESCRIBED);
        }
        ProgramFile file = found.get();
        if (file.version() != expected) {
            return new Result.Stale(expected, file.version());
        }
        if (command instanceof Resume
                && file.isHeldByRedFlag()
                && request.actor().role() == Role.CLINIC_SYSTEM) {
            return new Result.Refused(Rejection.CLINICIAN_NEEDED);
        }
        return switch (ProgramDecider.decide(command, file.program())) {
            case Rejected rejected -> new Result.Refused(rejected.rejection());
            case Accepted accepted -> append(file, accepted.events(), request);
        };
    }

    private Result begin(List<ProgramEvent> events, Request request) {
        UUID programId = events.get(0).programId();
        List<EventEnvelope<ProgramEvent>> envelopes = request.envelopes(events);
        if (programs.begin(envelopes)) {
            seeIntoLog(request.patient(), programId);
            return new Result.Begun(new ProgramFile(envelopes));
        }
        Optional<ProgramFile> before = programs.find(request.patient(), programId);
        if (before.isEmpty()) {
            return new Result.Refused(Rejection.ANOTHER_IS_OPEN);
        }
        if (!before.get().first(events.size()).equals(events)) {
            return new Result.Refused(Rejection.ALREADY_PRESCRIBED);
        }
        seeIntoLog(request.patient(), programId);
        return new Result.Done(before.get());
    }

    private Result append(ProgramFile file, List<ProgramEvent> events, Request request) {
        UUID programId = events.get(0).programId();
        List<EventEnvelope<ProgramEvent>> envelopes = request.envelopes(events);
        if (!programs.append(file.version(), envelopes)) {
            int now = programs.find(request.patient(), programId)
                    .map(ProgramFile::version)
                    .orElse(file.version());
            return new Result.Stale(file.version(), now);
        }
        seeIntoLog(request.patient(), programId);
        return new Result.Done(file.with(envelopes));
    }

    private void seeIntoLog(PatientRef patient, UUID programId) {
        relay.publish(programs.streams(), ProgramStore.key(patient, programId));
    }

    /**
     * Who asks for what patient, and when.
     *
     * @param at the clock's reading, whole milliseconds
     * @param cause what led to it; null for a person's doing
     */
    record Request(
            PatientRef patient,
            Actor actor,
            Instant at,
            @Nullable Cause cause) {

        List<EventEnvelope<ProgramEvent>> envelopes(List<ProgramEvent> events) {
            return events.stream().map(this::envelope).toList();
        }

        private EventEnvelope<ProgramEvent> envelope(ProgramEvent event) {
            String id = "program/" + event.programId() + "/" + event.version();
            return new EventEnvelope<>(
                    id,
                    patient,
                    at,
                    actor,
                    cause == null ? null : cause.eventId(),
                    cause == null ? null : cause.id(),
                    event);
        }
    }

    /** What became of a command. */
    sealed interface Result {

        /** The program began with it. */
        record Begun(ProgramFile file) implements Result {}

        /** The program is as asked for. */
        record Done(ProgramFile file) implements Result {}

        /** It was refused. */
        record Refused(Rejection rejection) implements Result {}

        /** The caller spoke of version {@code seen}, which is not {@code current}. */
        record Stale(int seen, int current) implements Result {}
    }
}
