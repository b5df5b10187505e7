package app.backtrack.program.entry;

import app.backtrack.events.WireName;
import com.fasterxml.jackson.annotation.JsonValue;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * One number that a source states, or a span of numbers.
 *
 * @param of what is counted
 * @param min the least; null where only an upper bound is stated
 * @param max the most, not below {@code min}; null where only a lower bound is stated
 * @param note what the number is where it is no plain advice, such as an example; null otherwise
 */
@Schema(name = "CatalogAmount")
public record Amount(
        Unit of,

        @Schema(minimum = "1", description = "Null where only an upper bound is stated.") @Nullable
        Integer min,

        @Schema(minimum = "1", description = "Null where only a lower bound is stated.") @Nullable
        Integer max,

        @Schema(description = "What the number is where it is no plain advice.") @Nullable
        String note) {
    private static final int MAX_NOTE = 200;

    /** Refuses an amount without a number, below 1, above what makes sense, or ending before it begins. */
    public Amount {
        if (min == null && max == null) {
            throw new IllegalArgumentException("an amount has a number");
        }
        int least = min == null ? 1 : min;
        int most = max == null ? of.max : max;
        if (least < 1 || most < least || most > of.max) {
            throw new IllegalArgumentException("out of range");
        }
        if (note != null && (note.isBlank() || note.length() > MAX_NOTE)) {
            throw new IllegalArgumentException("a note has 1 to 200 characters");
        }
    }

    /** What can be counted, and the most that makes sense. */
    @Schema(name = "CatalogUnit")
    public enum Unit implements WireName {
        SETS("sets", 20, null),
        REPS("reps", 100, Measure.REPS),
        HOLD_SECONDS("hold-seconds", 600, Measure.HOLD_SECONDS),
        DURATION_SECONDS("duration-seconds", 3600, Measure.DURATION_SECONDS),
        MINUTES("minutes", 240, Measure.MINUTES),
        WARM_MINUTES("warm-minutes", 60, Measure.MINUTES),
        COOL_MINUTES("cool-minutes", 60, Measure.MINUTES),
        TIMES_PER_DAY("times-per-day", 48, Measure.COUNT),
        TIMES_PER_WEEK("times-per-week", 100, Measure.COUNT),
        EVERY_HOURS("every-hours", 24, null),
        EVERY_MINUTES("every-minutes", 240, null),
        /** At a stretch, without moving. */
        STILL_MINUTES("still-minutes", 240, null),
        /** Of different movements, in a week. */
        PATTERNS_PER_WEEK("patterns-per-week", 10, Measure.COUNT);

        private final String wireName;
        private final int max;
        private final @Nullable Measure measure;

        Unit(String wireName, int max, @Nullable Measure measure) {
            this.wireName = wireName;
            this.max = max;
            this.measure = measure;
        }

        @JsonValue
        @Override
        public String wireName() {
            return wireName;
        }

        /** The measure whose dose this settles; null where it only says how often. */
        @Nullable
        Measure measure() {
            return measure;
        }
    }
}
