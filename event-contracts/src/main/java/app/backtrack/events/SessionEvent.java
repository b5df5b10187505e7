package app.backtrack.events;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What was done: exercises, habits and checks by the patient, and a clinician's time for them; topic
 * {@code session-events}.
 */
public sealed interface SessionEvent extends FactEvent {

    /**
     * A session of exercises; at least one is done or skipped.
     *
     * @param id made by the client
     * @param revision 1 to 1000
     * @param exercises what was done, in the patient's order; at most 30
     * @param skipped what was due and left out, each with its reason; null where nothing was, at most 30
     * @param occurredAt when the session ended, UTC
     * @param zone IANA zone the patient was in
     * @param localDate the patient's date at that moment
     * @param note the patient's own words, at most 1,000 characters
     * @param reason why this revision was made; null for revision 1
     */
    record SessionLogged(
            UUID id,
            int revision,
            List<ExerciseDone> exercises,
            @Nullable List<ExerciseSkipped> skipped,
            Instant occurredAt,
            String zone,
            LocalDate localDate,
            @Nullable String note,
            @Nullable AmendmentReason reason)
            implements SessionEvent, Report {

        /** Keeps a copy of the list and refuses numbers out of range. */
        public SessionLogged {
            Bounds.requireRevision(revision);
            skipped = skipped == null || skipped.isEmpty() ? null : List.copyOf(skipped);
            Bounds.require("exercises", exercises.size(), skipped == null ? 1 : 0, 30);
            Bounds.require("skipped", skipped == null ? null : skipped.size(), 1, 30);
            exercises = List.copyOf(exercises);
        }

        @Override
        public FactKind kind() {
            return FactKind.SESSION;
        }
    }

    /**
     * A session taken back.
     *
     * @param id of the session
     * @param revision 1 to 1000
     * @param reason why
     */
    record SessionRetracted(UUID id, int revision, AmendmentReason reason) implements SessionEvent, Retraction {

        /** Refuses numbers out of range. */
        public SessionRetracted {
            Bounds.requireRevision(revision);
        }

        @Override
        public FactKind kind() {
            return FactKind.SESSION;
        }
    }

    /**
     * One exercise of a session.
     *
     * @param exercise its id in the catalog
     * @param insteadOf id of the planned exercise that it stood in for; null where it is the planned one or an extra
     * @param sets what was done, in order; 1 to 20
     * @param effort perceived effort, 0 (none) to 10 (maximal), if said
     * @param pain worst pain during the exercise, 0 to 10, if said
     */
    record ExerciseDone(
            String exercise,
            @Nullable String insteadOf,
            List<SetDone> sets,
            @Nullable Integer effort,
            @Nullable Integer pain) {

        /** Keeps a copy of the list and refuses numbers out of range. */
        public ExerciseDone {
            Bounds.require("sets", sets.size(), 1, 20);
            Bounds.require("effort", effort, 0, Bounds.MAX_RATING);
            Bounds.require("pain", pain, 0, Bounds.MAX_RATING);
            sets = List.copyOf(sets);
        }
    }

    /**
     * One set; at least repetitions or a hold.
     *
     * @param side the side that worked
     * @param reps repetitions, 0 to 1,000
     * @param holdSeconds seconds held, 0 to 3,600
     * @param loadGrams load in grams, 0 to 500,000; null where none was used or said
     */
    record SetDone(
            ExerciseSide side,
            @Nullable Integer reps,
            @Nullable Integer holdSeconds,
            @Nullable Integer loadGrams) {

        /** Refuses numbers out of range. */
        public SetDone {
            Bounds.require("reps", reps, 0, 1_000);
            Bounds.require("holdSeconds", holdSeconds, 0, 3_600);
            Bounds.require("loadGrams", loadGrams, 0, 500_000);
        }
    }

    /**
     * A planned exercise that was left out.
     *
     * @param exercise its id in the catalog
     * @param why what kept the patient from it
     */
    record ExerciseSkipped(String exercise, SkipReason why) {}

    /**
     * A habit, or an item of the weekly checklist, that the patient looked back on.
     *
     * @param id made by the client
     * @param revision 1 to 1000
     * @param habit its id in the catalog
     * @param kept whether it was kept
     * @param amount how many times or minutes, where the habit is counted; 0 to 1,440
     * @param why what kept the patient from it; null where it was kept or nothing was said
     * @param occurredAt the moment it speaks of, UTC
     * @param zone IANA zone the patient was in
     * @param localDate the patient's date at that moment
     * @param reason why this revision was made; null for revision 1
     */
    record HabitCheckedIn(
            UUID id,
            int revision,
            String habit,
            boolean kept,
            @Nullable Integer amount,
            @Nullable SkipReason why,
            Instant occurredAt,
            String zone,
            LocalDate localDate,
            @Nullable AmendmentReason reason)
            implements SessionEvent, Report {

        /** Refuses numbers out of range. */
        public HabitCheckedIn {
            Bounds.requireRevision(revision);
            Bounds.require("amount", amount, 0, 1_440);
        }

        @Override
        public FactKind kind() {
            return FactKind.HABIT_CHECK_IN;
        }
    }

    /**
     * A habit check-in taken back.
     *
     * @param id of the check-in
     * @param revision 1 to 1000
     * @param reason why
     */
    record HabitCheckInRetracted(UUID id, int revision, AmendmentReason reason) implements SessionEvent, Retraction {

        /** Refuses numbers out of range. */
        public HabitCheckInRetracted {
            Bounds.requireRevision(revision);
        }

        @Override
        public FactKind kind() {
            return FactKind.HABIT_CHECK_IN;
        }
    }

    /**
     * A self-check of asymmetry: an observation, no diagnosis.
     *
     * @param id made by the client
     * @param revision 1 to 1000
     * @param check its id in the catalog: a sign to look for, or an exercise that was held on each side
     * @param seen whether the sign was seen; null for a hold
     * @param side where it was seen; null where it was not, or has no side
     * @param holds how long each side was held; null for a sign
     * @param occurredAt when, UTC
     * @param zone IANA zone the patient was in
     * @param localDate the patient's date at that moment
     * @param reason why this revision was made; null for revision 1
     */
    record SelfCheckRecorded(
            UUID id,
            int revision,
            String check,
            @Nullable Boolean seen,
            @Nullable BodySide side,
            @Nullable SideHolds holds,
            Instant occurredAt,
            String zone,
            LocalDate localDate,
            @Nullable AmendmentReason reason)
            implements SessionEvent, Report {

        /** Refuses numbers out of range, and a check that is neither a sign nor a hold, or both. */
        public SelfCheckRecorded {
            Bounds.requireRevision(revision);
            if ((seen == null) == (holds == null)) {
                throw new IllegalArgumentException("a self-check has either seen or holds");
            }
        }

        @Override
        public FactKind kind() {
            return FactKind.SELF_CHECK;
        }
    }

    /**
     * The same hold on both sides.
     *
     * @param leftSeconds 0 to 3,600
     * @param rightSeconds 0 to 3,600
     */
    record SideHolds(int leftSeconds, int rightSeconds) {

        /** Refuses numbers out of range. */
        public SideHolds {
            Bounds.require("leftSeconds", leftSeconds, 0, 3_600);
            Bounds.require("rightSeconds", rightSeconds, 0, 3_600);
        }
    }

    /**
     * A self-check taken back.
     *
     * @param id of the self-check
     * @param revision 1 to 1000
     * @param reason why
     */
    record SelfCheckRetracted(UUID id, int revision, AmendmentReason reason) implements SessionEvent, Retraction {

        /** Refuses numbers out of range. */
        public SelfCheckRetracted {
            Bounds.requireRevision(revision);
        }

        @Override
        public FactKind kind() {
            return FactKind.SELF_CHECK;
        }
    }

    /**
     * Time that a clinician spent on the patient's remote care.
     *
     * @param id made by the client
     * @param revision 1 to 1000
     * @param minutes whole minutes, 1 to 480
     * @param live whether clinician and patient spoke with each other in real time; a message is no such interaction
     * @param occurredAt when it ended, UTC
     * @param zone IANA zone that the calendar month is taken in
     * @param localDate the date at that moment
     * @param reason why this revision was made; null for revision 1
     */
    record CareTimeLogged(
            UUID id,
            int revision,
            int minutes,
            boolean live,
            Instant occurredAt,
            String zone,
            LocalDate localDate,
            @Nullable AmendmentReason reason)
            implements SessionEvent, Report {

        /** Refuses numbers out of range. */
        public CareTimeLogged {
            Bounds.requireRevision(revision);
            Bounds.require("minutes", minutes, 1, 480);
        }

        @Override
        public FactKind kind() {
            return FactKind.CARE_TIME;
        }
    }

    /**
     * Care time taken back.
     *
     * @param id of the entry
     * @param revision 1 to 1000
     * @param reason why
     */
    record CareTimeRetracted(UUID id, int revision, AmendmentReason reason) implements SessionEvent, Retraction {

        /** Refuses numbers out of range. */
        public CareTimeRetracted {
            Bounds.requireRevision(revision);
        }

        @Override
        public FactKind kind() {
            return FactKind.CARE_TIME;
        }
    }
}
