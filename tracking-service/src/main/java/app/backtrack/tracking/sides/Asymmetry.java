package app.backtrack.tracking.sides;

import app.backtrack.events.ExerciseSide;
import app.backtrack.events.WireName;
import app.backtrack.tracking.statistics.Interval;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How the sides compare in one exercise. Made by {@link SideRules}.
 *
 * @param exercise its id in the catalog
 * @param source where the measures come from; sources are not mixed
 * @param measure what is compared
 * @param finding what may be said
 * @param left sessions with the left side, of the last 14 days
 * @param right sessions with the right side, of the last 14 days
 * @param leftMissing further sessions with the left side that a comparison takes; 0 where there are enough
 * @param rightMissing the same of the right side
 * @param comparison the figures; null where there are too few sessions
 * @param points each session of the whole span, ascending by date; those of the last 14 days are what the finding rests
 *     on
 */
public record Asymmetry(
        String exercise,
        SideSource source,
        SideMeasure measure,
        SideFinding finding,
        int left,
        int right,
        int leftMissing,
        int rightMissing,
        @Nullable SideComparison comparison,
        List<SidePoint> points) {

    public Asymmetry {
        points = List.copyOf(points);
    }

    /**
     * The figures of a comparison.
     *
     * @param leftMean mean of the sessions' means, in the measure's unit
     * @param rightMean the same of the right side
     * @param difference left − right
     * @param interval 95 % bootstrap interval of the difference
     * @param percent 100 · |left − right| / the larger, 0 to 100; null where both are 0
     * @param weaker the side with the lower mean; null where both are equal
     */
    public record SideComparison(
            double leftMean,
            double rightMean,
            double difference,
            Interval interval,
            @Nullable Double percent,
            @Nullable ExerciseSide weaker) {}

    /** Where measures come from. */
    public enum SideSource implements WireName {
        SESSIONS("sessions"),
        SELF_CHECKS("self-checks");

        private final String wireName;

        SideSource(String wireName) {
            this.wireName = wireName;
        }

        @JsonValue
        @Override
        public String wireName() {
            return wireName;
        }
    }

    /** What is compared of a set. */
    public enum SideMeasure implements WireName {
        /** Repetitions × load, in grams. */
        VOLUME("rep-grams"),
        REPS("reps"),
        HOLD("hold-seconds");

        private final String wireName;

        SideMeasure(String wireName) {
            this.wireName = wireName;
        }

        @JsonValue
        @Override
        public String wireName() {
            return wireName;
        }
    }

    /** What may be said of a difference. */
    public enum SideFinding implements WireName {
        /** The interval of the difference excludes 0. */
        LIKELY("likely"),
        /** It does not. */
        UNCLEAR("unclear"),
        /** One session says nothing: hold tests vary by 31 % from one to the next. */
        TOO_FEW("too-few");

        private final String wireName;

        SideFinding(String wireName) {
            this.wireName = wireName;
        }

        @JsonValue
        @Override
        public String wireName() {
            return wireName;
        }
    }
}
