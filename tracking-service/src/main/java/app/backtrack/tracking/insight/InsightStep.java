package app.backtrack.tracking.insight;

import app.backtrack.events.Actor;
import app.backtrack.events.EventEnvelope;
import app.backtrack.events.InsightEvent;
import app.backtrack.events.InsightEvent.InsightRaised;
import app.backtrack.events.InsightEvent.InsightWithdrawn;
import app.backtrack.events.PatientRef;
import app.backtrack.events.Role;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * Something that was decided about an insight and is not done yet. Kept beside the progress that it was decided on, so
 * that a crash repeats it word for word.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "step")
@JsonSubTypes({
    @JsonSubTypes.Type(value = InsightStep.Raise.class, name = "raise"),
    @JsonSubTypes.Type(value = InsightStep.Withdraw.class, name = "withdraw"),
    @JsonSubTypes.Type(value = InsightStep.Note.class, name = "note")
})
public sealed interface InsightStep {

    /** The insight, by its id within the patient. */
    String insightId();

    /** The event that tells of it; empty where nobody is told. */
    Optional<EventEnvelope<InsightEvent>> announcement(PatientRef patient);

    /**
     * Tell that it holds.
     *
     * @param eventId drawn at random: an event's id lies open in the log, and which insight it is may not
     */
    record Raise(UUID eventId, InsightRaised insight, Instant decidedAt) implements InsightStep {
        @Override
        public String insightId() {
            return insight.insightId();
        }

        @Override
        public Optional<EventEnvelope<InsightEvent>> announcement(PatientRef patient) {
            return Optional.of(envelope(eventId, patient, decidedAt, insight));
        }
    }

    /**
     * Tell that it holds no longer.
     *
     * @param eventId drawn at random, as that of a {@link Raise}
     */
    record Withdraw(UUID eventId, InsightWithdrawn insight, Instant decidedAt) implements InsightStep {
        @Override
        public String insightId() {
            return insight.insightId();
        }

        @Override
        public Optional<EventEnvelope<InsightEvent>> announcement(PatientRef patient) {
            return Optional.of(envelope(eventId, patient, decidedAt, insight));
        }
    }

    /**
     * Enter it into the ledger and tell nobody: it is old news, or was.
     *
     * @param insightId which
     * @param holds whether it holds, as against no longer
     * @param decidedAt when that was found, UTC
     */
    record Note(String insightId, boolean holds, Instant decidedAt) implements InsightStep {
        @Override
        public Optional<EventEnvelope<InsightEvent>> announcement(PatientRef patient) {
            return Optional.empty();
        }
    }

    private static EventEnvelope<InsightEvent> envelope(
            UUID id, PatientRef patient, Instant decidedAt, InsightEvent insight) {
        Actor rules = new Actor(Role.BACKTRACK, "tracking-service");
        return new EventEnvelope<>("insight/" + id, patient, decidedAt, rules, null, null, insight);
    }
}
