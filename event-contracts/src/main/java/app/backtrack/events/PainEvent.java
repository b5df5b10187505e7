package app.backtrack.events;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What a patient reported about pain and warning signs; topic {@code pain-events}. */
public sealed interface PainEvent extends FactEvent {

    /**
     * A pain score on the 11-point numeric rating scale.
     *
     * @param id made by the client
     * @param revision 1 to 1000
     * @param score whole points, 0 (no pain) to 10 (worst pain)
     * @param context what the score is about
     * @param occurredAt the moment the score speaks of, UTC
     * @param zone IANA zone the patient was in
     * @param localDate the patient's date at that moment
     * @param site where it hurts, if said
     * @param side which side hurts, if said
     * @param note the patient's own words, at most 1,000 characters
     * @param reason why this revision was made; null for revision 1
     */
    record PainScoreRecorded(
            UUID id,
            int revision,
            int score,
            PainContext context,
            Instant occurredAt,
            String zone,
            LocalDate localDate,
            @Nullable BodySite site,
            @Nullable BodySide side,
            @Nullable String note,
            @Nullable AmendmentReason reason)
            implements PainEvent, Report {

        /** Refuses numbers out of range. */
        public PainScoreRecorded {
            Bounds.requireRevision(revision);
            Bounds.require("score", score, 0, Bounds.MAX_RATING);
        }

        @Override
        public FactKind kind() {
            return FactKind.PAIN_SCORE;
        }
    }

    /**
     * A pain score taken back.
     *
     * @param id of the score
     * @param revision 1 to 1000
     * @param reason why
     */
    record PainScoreRetracted(UUID id, int revision, AmendmentReason reason) implements PainEvent, Retraction {

        /** Refuses numbers out of range. */
        public PainScoreRetracted {
            Bounds.requireRevision(revision);
        }

        @Override
        public FactKind kind() {
            return FactKind.PAIN_SCORE;
        }
    }

    /**
     * A red-flag checklist answered.
     *
     * @param id made by the client
     * @param revision 1 to 1000
     * @param positive the signs answered with yes, in the enum's order, none twice; empty when all is well
     * @param occurredAt when it was answered, UTC
     * @param zone IANA zone the patient was in
     * @param localDate the patient's date at that moment
     * @param reason why this revision was made; null for revision 1
     */
    record RedFlagScreened(
            UUID id,
            int revision,
            List<RedFlag> positive,
            Instant occurredAt,
            String zone,
            LocalDate localDate,
            @Nullable AmendmentReason reason)
            implements PainEvent, Report {

        /**
         * Brings the signs into one order, so that equal answers are equal events, and refuses numbers out of range.
         */
        public RedFlagScreened {
            Bounds.requireRevision(revision);
            positive = positive.stream().distinct().sorted().toList();
        }

        @Override
        public FactKind kind() {
            return FactKind.RED_FLAG_SCREEN;
        }
    }

    /**
     * A red-flag checklist taken back; the alert that it raised stands until a clinician closes it.
     *
     * @param id of the screen
     * @param revision 1 to 1000
     * @param reason why
     */
    record RedFlagScreenRetracted(UUID id, int revision, AmendmentReason reason) implements PainEvent, Retraction {

        /** Refuses numbers out of range. */
        public RedFlagScreenRetracted {
            Bounds.requireRevision(revision);
        }

        @Override
        public FactKind kind() {
            return FactKind.RED_FLAG_SCREEN;
        }
    }
}
