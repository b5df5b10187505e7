package app.backtrack.notification.alert;

import app.backtrack.events.AlertEvent;
import app.backtrack.events.EventEnvelope;
import app.backtrack.events.InsightEvent.InsightRaised;
import app.backtrack.events.PatientRef;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a finding and of what was decided about it. The two come from topics without an order between them,
 * so any part can be there first; each part can be added any number of times.
 *
 * @param patient whom it is about
 * @param insightId the insight's id within the patient
 * @param raised what was found, and when; null while only decisions or a withdrawal are known
 * @param withdrawnAt when it was recorded that it holds no longer, UTC; null while it holds
 * @param decisions what was decided, in the order of their times
 * @param version how often the document changed; 0 before the first time
 */
public record Alert(
        PatientRef patient,
        String insightId,
        @Nullable Raised raised,
        @Nullable Instant withdrawnAt,
        List<AlertDecision> decisions,
        int version) {

    /** Keeps a copy of the list. */
    public Alert {
        decisions = List.copyOf(decisions);
    }

    /**
     * What was found.
     *
     * @param insight what
     * @param at when that was recorded, UTC
     */
    public record Raised(InsightRaised insight, Instant at) {}

    /** An alert of which nothing is known yet. */
    static Alert unknown(PatientRef patient, String insightId) {
        return new Alert(patient, insightId, null, null, List.of(), 0);
    }

    /** Names the alert to the outside. */
    public AlertId id() {
        return AlertId.of(patient, insightId);
    }

    /** With what was found; of two records of it the earlier one counts. */
    Alert raised(InsightRaised insight, Instant at) {
        if (raised != null && !at.isBefore(raised.at())) {
            return this;
        }
        return new Alert(patient, insightId, new Raised(insight, at), withdrawnAt, decisions, version);
    }

    /** With the withdrawal; of two records of it the earlier one counts. */
    Alert withdrawn(Instant at) {
        if (withdrawnAt != null && !at.isBefore(withdrawnAt)) {
            return this;
        }
        return new Alert(patient, insightId, raised, at, decisions, version);
    }

    /** With a decision; of two records of it the earlier one counts. */
    Alert decided(EventEnvelope<? extends AlertEvent> envelope) {
        AlertDecision decision =
                new AlertDecision(envelope.id(), envelope.data(), envelope.actor(), envelope.recordedAt());
        if (decisions.stream()
                .anyMatch(known ->
                        known.id().equals(decision.id()) && !decision.at().isBefore(known.at()))) {
            return this;
        }
        List<AlertDecision> all = Stream.concat(
                        decisions.stream().filter(known -> !known.id().equals(decision.id())), Stream.of(decision))
                .sorted()
                .toList();
        return new Alert(patient, insightId, raised, withdrawnAt, all, version);
    }

    /** Where the alert stands by all its decisions. */
    public AlertView view() {
        return AlertProjection.of(decisions);
    }
}
