package app.backtrack.notification.reminder;

import app.backtrack.events.InsightEvent;
import app.backtrack.events.InsightEvent.InsightRaised;
import app.backtrack.events.InsightEvent.InsightWithdrawn;
import app.backtrack.events.PatientRef;
import app.backtrack.notification.EntryId;
import app.backtrack.notification.Fingerprint;
import app.backtrack.notification.NoticeKind;
import app.backtrack.notification.delivery.DeliveryPlanner;
import app.backtrack.runtime.log.Outcome;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.InstantSource;

/**
 * Tells patients of their milestones, each once. That one was reached is said, and never why: what the patient did and
 * how the pain went are two observations.
 */
@Singleton
class Encouragement {
    private final PatientPost post;
    private final InstantSource clock;

    Encouragement(PatientPost post, InstantSource clock) {
        this.post = post;
        this.clock = clock;
    }

    /** Tells of a milestone, unless it is no news any more: so a replay of the log tells nothing. */
    Outcome raised(PatientRef patient, InsightRaised raised, Instant recordedAt) {
        Instant end = recordedAt.plus(DeliveryPlanner.NEWS);
        if (!isMilestone(raised) || !clock.instant().isBefore(end)) {
            return Outcome.IGNORED;
        }
        post.tell(patient, id(patient, raised), NoticeKind.MILESTONE, recordedAt, end);
        return Outcome.APPLIED;
    }

    /** Takes back a milestone that holds no longer; too late for a message that is under way. */
    Outcome withdrawn(PatientRef patient, InsightWithdrawn withdrawn) {
        if (!isMilestone(withdrawn)) {
            return Outcome.IGNORED;
        }
        post.withdraw(patient, id(patient, withdrawn));
        return Outcome.APPLIED;
    }

    private static boolean isMilestone(InsightEvent insight) {
        return switch (insight.rule()) {
            case MILESTONE_30, MILESTONE_50 -> true;
            case TREND_WORSENING,
                    TREND_IMPROVING,
                    RED_FLAG,
                    PAIN_SPIKE,
                    FLARE,
                    SILENCE,
                    LONG_SILENCE,
                    ADHERENCE_LAPSE,
                    REVIEW_DUE,
                    NO_MEANINGFUL_CHANGE,
                    ASYMMETRY_CHANGED -> false;
        };
    }

    private static EntryId id(PatientRef patient, InsightEvent insight) {
        return new EntryId(Fingerprint.of(patient.key() + "|milestone|" + insight.insightId()));
    }
}
