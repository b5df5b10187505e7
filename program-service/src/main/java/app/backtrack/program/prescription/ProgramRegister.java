package app.backtrack.program.prescription;

import app.backtrack.events.Actor;
import app.backtrack.events.EventEnvelope;
import app.backtrack.events.PatientRef;
import app.backtrack.events.ProgramEvent;
import app.backtrack.program.prescription.Decision.Accepted;
import app.backtrack.program.prescription.Decision.Rejected;
import app.backtrack.program.prescription.Program.NotPrescribed;
import app.backtrack.program.prescription.ProgramCommand.Change;
import app.backtrack.program.prescription.ProgramCommand.Prescribe;
import app.backtrack.program.stream.Relay;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

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
            case Accepted accepted -> begin(accepted.event(), request);
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
            return new Result.Stale(file.version());
        }
        return switch (ProgramDecider.decide(command, file.program())) {
            case Rejected rejected -> new Result.Refused(rejected.rejection());
            case Accepted accepted -> append(file, accepted.event(), request);
        };
    }

    private Result begin(ProgramEvent event, Request request) {
        EventEnvelope<ProgramEvent> envelope = request.envelope(event);
        if (programs.begin(envelope)) {
            seeIntoLog(request.patient(), event.programId());
            return new Result.Begun(new ProgramFile(List.of(envelope)));
        }
        Optional<ProgramFile> before = programs.find(request.patient(), event.programId());
        if (before.isEmpty()) {
            return new Result.Refused(Rejection.ANOTHER_IS_OPEN);
        }
        if (!before.get().versions().get(0).data().equals(event)) {
            return new Result.Refused(Rejection.ALREADY_PRESCRIBED);
        }
        seeIntoLog(request.patient(), event.programId());
        return new Result.Done(before.get());
    }

    private Result append(ProgramFile file, ProgramEvent event, Request request) {
        EventEnvelope<ProgramEvent> envelope = request.envelope(event);
        if (!programs.append(file.version(), envelope)) {
            int now = programs.find(request.patient(), event.programId())
                    .map(ProgramFile::version)
                    .orElse(file.version());
            return new Result.Stale(now);
        }
        seeIntoLog(request.patient(), event.programId());
        return new Result.Done(file.with(envelope));
    }

    private void seeIntoLog(PatientRef patient, UUID programId) {
        relay.publish(programs.streams(), ProgramStore.key(patient, programId));
    }

    /**
     * Who asks for what patient, and when.
     *
     * @param at the clock's reading, whole milliseconds
     */
    record Request(PatientRef patient, Actor actor, Instant at) {

        EventEnvelope<ProgramEvent> envelope(ProgramEvent event) {
            String id = "program/" + event.programId() + "/" + event.version();
            return new EventEnvelope<>(id, patient, at, actor, null, null, event);
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

        /** The caller spoke of an older version than {@code current}. */
        record Stale(int current) implements Result {}
    }
}
