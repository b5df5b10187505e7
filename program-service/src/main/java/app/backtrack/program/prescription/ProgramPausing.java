package app.backtrack.program.prescription;

import app.backtrack.events.Actor;
import app.backtrack.events.EventEnvelope;
import app.backtrack.events.PatientRef;
import app.backtrack.events.ProgramEvent;
import app.backtrack.events.Role;
import app.backtrack.program.patient.PatientStore;
import app.backtrack.program.prescription.Decision.Accepted;
import app.backtrack.program.prescription.Decision.Rejected;
import app.backtrack.program.prescription.ProgramCommand.Pause;
import app.backtrack.program.prescription.ProgramRegister.Request;
import app.backtrack.program.stream.Relay;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/** Pauses a patient's program by a rule, once for each cause, until a clinician resumes it. */
@Singleton
public final class ProgramPausing {
    /** What the history says; patients read it, too. */
    static final String REASON = "A warning sign was reported. A clinician looks at it before the program goes on.";

    private static final Actor US = new Actor(Role.BACKTRACK, "program-service");

    private final ProgramStore programs;
    private final PatientStore patients;
    private final Relay relay;
    private final Clock clock;

    ProgramPausing(ProgramStore programs, PatientStore patients, Relay relay, Clock clock) {
        this.programs = programs;
        this.patients = patients;
        this.relay = relay;
        this.clock = clock;
    }

    /**
     * Pauses the patient's open program, if {@link PausingRules} say so. Whoever edits it at the same time wins, and it
     * is looked at again: each miss is another version, of which there are few.
     *
     * @return whether it was paused by this call
     */
    public boolean pause(PatientRef patient, Cause cause) {
        while (true) {
            Optional<ProgramFile> open = programs.findOpen(patient);
            Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
            Optional<LocalDate> today = patients.today(patient, now);
            if (open.isEmpty() || today.isEmpty() || !isToBePaused(patient, open.get(), cause)) {
                return false;
            }
            Pause pause = new Pause(null, REASON, today.get());
            switch (ProgramDecider.decide(pause, open.get().program())) {
                case Rejected rejected -> {
                    return false;
                }
                case Accepted accepted -> {
                    Request request = new Request(patient, US, now, cause);
                    if (append(open.get(), request.envelopes(accepted.events()))) {
                        return true;
                    }
                }
            }
        }
    }

    /** Also another program of the patient's may have heeded the cause, and have been ended since. */
    private boolean isToBePaused(PatientRef patient, ProgramFile open, Cause cause) {
        return PausingRules.pauses(open.versions(), cause) && !programs.hasHeeded(patient, cause.id());
    }

    private boolean append(ProgramFile open, List<EventEnvelope<ProgramEvent>> events) {
        if (!programs.append(open.version(), events)) {
            return false;
        }
        EventEnvelope<ProgramEvent> paused = events.get(0);
        relay.publish(
                programs.streams(),
                ProgramStore.key(paused.subject(), paused.data().programId()));
        return true;
    }
}
