package app.backtrack.events;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What a patient reported about exercising; topic {@code session-events}. */
public sealed interface SessionEvent extends FactEvent {

    /**
     * A session of exercises.
     *
     * @param id made by the client
     * @param revision 1 to 1000
     * @param exercises what was done, in the patient's order; 1 to 30
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
            Instant occurredAt,
            String zone,
            LocalDate localDate,
            @Nullable String note,
            @Nullable AmendmentReason reason)
            implements SessionEvent, Report {

        /** Keeps a copy of the list and refuses numbers out of range. */
        public SessionLogged {
            Bounds.requireRevision(revision);
            Bounds.require("exercises", exercises.size(), 1, 30);
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
     * @param sets what was done, in order; 1 to 20
     * @param effort perceived effort, 0 (none) to 10 (maximal), if said
     * @param pain worst pain during the exercise, 0 to 10, if said
     */
    record ExerciseDone(
            String exercise,
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
}
