package app.backtrack.program.redflag;

import app.backtrack.events.EventEnvelope;
import app.backtrack.events.InsightEvent.InsightRaised;
import app.backtrack.events.InsightRule;
import app.backtrack.events.PatientRef;
import app.backtrack.program.prescription.Cause;
import app.backtrack.program.prescription.ProgramPausing;
import app.backtrack.runtime.log.BatchHandler;
import app.backtrack.runtime.log.Outcome;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;

/**
 * Pauses the program of a patient about whom a red flag was raised. That it was withdrawn later resumes nothing: a
 * clinician does.
 */
@Singleton
class RedFlagProjector implements BatchHandler {
    private final ProgramPausing programs;

    RedFlagProjector(ProgramPausing programs) {
        this.programs = programs;
    }

    @Override
    public List<Outcome> handle(List<EventEnvelope<?>> events) {
        return events.stream().map(this::heed).toList();
    }

    private Outcome heed(EventEnvelope<?> event) {
        boolean paused = event.data() instanceof InsightRaised raised
                && raised.rule() == InsightRule.RED_FLAG
                && programs.pause(event.subject(), cause(event, raised));
        return paused ? Outcome.APPLIED : Outcome.IGNORED;
    }

    private static Cause cause(EventEnvelope<?> event, InsightRaised raised) {
        return new Cause("insight/" + stableId(event.subject(), raised), event.id(), event.recordedAt());
    }

    /**
     * The insight's id as a digest: an insight that is raised again is the same one, whatever its event is called, and
     * a causation id stands outside the seal, where nothing may say what was found.
     */
    private static UUID stableId(PatientRef patient, InsightRaised raised) {
        return UUID.nameUUIDFromBytes((patient.key() + "/" + raised.insightId()).getBytes(StandardCharsets.UTF_8));
    }
}
