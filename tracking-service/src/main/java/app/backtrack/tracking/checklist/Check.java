package app.backtrack.tracking.checklist;

import app.backtrack.events.WireName;
import com.fasterxml.jackson.annotation.JsonValue;
import org.jspecify.annotations.Nullable;

/**
 * An item of the weekly checklist, by its id in the catalog. Targets are those that the catalog's source C states; they
 * are advice for everybody and no prescription.
 */
public enum Check implements WireName {
    /** Different functional movement patterns in the week. */
    FUNCTIONAL_PATTERNS("chk-functional-patterns", Span.WEEK, 3),
    /** Posture resets in the day. */
    POSTURE_RESETS("chk-posture-resets", Span.DAY, 3),
    /** Minutes of diaphragmatic breathing at night. */
    BREATHING("chk-breathing", Span.DAY, 5),
    /** No longer than 30 minutes still, by the patient's own word. */
    STATIC_LIMIT("chk-static-limit", Span.DAY, null),
    /** Times of thoracic foam rolling in the week: 2 to 3, so two will do. */
    FOAM_ROLL("chk-foam-roll", Span.WEEK, 2),
    /** A supported, neutral position at night, by the patient's own word. */
    SLEEP("chk-sleep", Span.DAY, null),
    /** Footwear looked at in the week, by the patient's own word. */
    FOOTWEAR("chk-footwear", Span.WEEK, null);

    private final String wireName;
    private final Span span;
    private final @Nullable Integer target;

    Check(String wireName, Span span, @Nullable Integer target) {
        this.wireName = wireName;
        this.span = span;
        this.target = target;
    }

    @JsonValue
    @Override
    public String wireName() {
        return wireName;
    }

    /** What it is looked at for. */
    Span span() {
        return span;
    }

    /** The fewest times or minutes; null where it is a yes or no. */
    @Nullable
    Integer target() {
        return target;
    }

    /** The span of days that an item is looked at for. */
    public enum Span implements WireName {
        DAY("day"),
        WEEK("week");

        private final String wireName;

        Span(String wireName) {
            this.wireName = wireName;
        }

        @JsonValue
        @Override
        public String wireName() {
            return wireName;
        }
    }
}
