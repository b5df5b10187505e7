package app.backtrack.events;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What a patient reported about pain, warning signs and limits in daily life; topic {@code pain-events}. */
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

    /**
     * A flare as the patient declares it: worsening that lasts hours to weeks. It is never derived from scores: of the
     * days that people call a flare, most have no score above their average.
     *
     * @param id made by the client
     * @param revision 1 to 1000
     * @param hardToTolerate whether it is hard to tolerate
     * @param limitsActivities whether it limits usual activities
     * @param affectsMood whether it affects emotions
     * @param occurredAt when it began, UTC
     * @param zone IANA zone the patient was in
     * @param localDate the patient's date at that moment
     * @param endedOn the patient's date on which it was over, not before {@code localDate}; null while it lasts
     * @param note the patient's own words, at most 1,000 characters
     * @param reason why this revision was made; null for revision 1
     */
    record FlareDeclared(
            UUID id,
            int revision,
            boolean hardToTolerate,
            boolean limitsActivities,
            boolean affectsMood,
            Instant occurredAt,
            String zone,
            LocalDate localDate,
            @Nullable LocalDate endedOn,
            @Nullable String note,
            @Nullable AmendmentReason reason)
            implements PainEvent, Report {

        /** Refuses numbers out of range, and an end before the beginning. */
        public FlareDeclared {
            Bounds.requireRevision(revision);
            if (endedOn != null && endedOn.isBefore(localDate)) {
                throw new IllegalArgumentException("endedOn must not be before localDate");
            }
        }

        @Override
        public FactKind kind() {
            return FactKind.FLARE;
        }
    }

    /**
     * A flare taken back.
     *
     * @param id of the flare
     * @param revision 1 to 1000
     * @param reason why
     */
    record FlareRetracted(UUID id, int revision, AmendmentReason reason) implements PainEvent, Retraction {

        /** Refuses numbers out of range. */
        public FlareRetracted {
            Bounds.requireRevision(revision);
        }

        @Override
        public FactKind kind() {
            return FactKind.FLARE;
        }
    }

    /**
     * A questionnaire answered. Of licensed ones only the total is kept, as an item named {@code total}.
     *
     * @param id made by the client
     * @param revision 1 to 1000
     * @param questionnaire which
     * @param answers one for each item that was answered, none twice; 1 to 30
     * @param occurredAt when it was answered, UTC
     * @param zone IANA zone the patient was in
     * @param localDate the patient's date at that moment
     * @param reason why this revision was made; null for revision 1
     */
    record QuestionnaireAnswered(
            UUID id,
            int revision,
            Questionnaire questionnaire,
            List<ItemAnswer> answers,
            Instant occurredAt,
            String zone,
            LocalDate localDate,
            @Nullable AmendmentReason reason)
            implements PainEvent, Report {

        /**
         * Brings the answers into one order, so that equal answers are equal events, and refuses numbers out of range.
         */
        public QuestionnaireAnswered {
            Bounds.requireRevision(revision);
            Bounds.require("answers", answers.size(), 1, 30);
            answers = answers.stream()
                    .sorted(Comparator.comparing(ItemAnswer::item))
                    .toList();
            if (answers.stream().map(ItemAnswer::item).distinct().count() < answers.size()) {
                throw new IllegalArgumentException("answers must not hold an item twice");
            }
        }

        @Override
        public FactKind kind() {
            return FactKind.QUESTIONNAIRE;
        }
    }

    /**
     * The answer to one item of a questionnaire.
     *
     * @param item names it: {@code pain}, {@code enjoyment}, {@code activity} of PEG, an activity's id of PSFS,
     *     {@code 1} to {@code 24} of RMDQ, {@code total} of a licensed one
     * @param score points, 0 to 100; each questionnaire has its own range within that
     */
    record ItemAnswer(String item, int score) {

        /** Refuses numbers out of range. */
        public ItemAnswer {
            Bounds.require("score", score, 0, 100);
        }
    }

    /**
     * A questionnaire taken back.
     *
     * @param id of the questionnaire
     * @param revision 1 to 1000
     * @param reason why
     */
    record QuestionnaireRetracted(UUID id, int revision, AmendmentReason reason) implements PainEvent, Retraction {

        /** Refuses numbers out of range. */
        public QuestionnaireRetracted {
            Bounds.requireRevision(revision);
        }

        @Override
        public FactKind kind() {
            return FactKind.QUESTIONNAIRE;
        }
    }
}
