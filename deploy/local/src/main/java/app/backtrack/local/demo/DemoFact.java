package app.backtrack.local.demo;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One item for {@code POST /v1/journal}, as the public API takes it. */
public sealed interface DemoFact {

    /** Always the same for the same patient, day and kind. */
    UUID id();

    /** When it happened. */
    Instant occurredAt();

    /**
     * A pain score of the last 24 hours.
     *
     * @param patientId whose
     * @param kind {@code pain-score}
     * @param id client-made
     * @param revision 1, or 2 for a correction
     * @param score 0 to 10
     * @param context {@code average-24h}
     * @param site the region that hurts
     * @param side its side, if it has one
     * @param occurredAt the instant of rating
     * @param zone the patient's zone
     * @param reason why it was corrected
     */
    record PainScore(
            UUID patientId,
            String kind,
            UUID id,
            int revision,
            int score,
            String context,
            String site,
            @Nullable String side,
            Instant occurredAt,
            String zone,
            @Nullable String reason)
            implements DemoFact {}

    /**
     * A session of exercises.
     *
     * @param patientId whose
     * @param kind {@code session}
     * @param id client-made
     * @param revision 1
     * @param exercises what was done
     * @param occurredAt when it ended
     * @param zone the patient's zone
     */
    record Session(
            UUID patientId,
            String kind,
            UUID id,
            int revision,
            List<Exercise> exercises,
            Instant occurredAt,
            String zone)
            implements DemoFact {

        /** Copies the list. */
        public Session {
            exercises = List.copyOf(exercises);
        }
    }

    /**
     * One exercise of a session.
     *
     * @param exercise its id in the catalog
     * @param sets what was done
     * @param effort 0 to 10
     * @param pain the worst pain during it, 0 to 10
     */
    record Exercise(String exercise, List<ExerciseSet> sets, int effort, int pain) {

        /** Copies the list. */
        public Exercise {
            sets = List.copyOf(sets);
        }
    }

    /**
     * One set: repetitions or a hold.
     *
     * @param side {@code left}, {@code right} or {@code both}
     * @param reps repetitions
     * @param holdSeconds seconds held
     */
    record ExerciseSet(
            String side, @Nullable Integer reps, @Nullable Integer holdSeconds) {

        static ExerciseSet reps(String side, int reps) {
            return new ExerciseSet(side, reps, null);
        }

        static ExerciseSet hold(String side, int seconds) {
            return new ExerciseSet(side, null, seconds);
        }
    }
}
