package app.backtrack.tracking.progression;

import app.backtrack.events.WireName;
import com.fasterxml.jackson.annotation.JsonValue;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Suggestions about all exercises that are prescribed on a local date.
 *
 * @param on the date
 * @param withheld why there are none; null where there may be
 * @param advice in the plan's order; each exercise at least once, if only to say why nothing is suggested
 */
public record Progression(LocalDate on, @Nullable Withheld withheld, List<Advice> advice) {

    public Progression {
        advice = List.copyOf(advice);
    }

    /** Why nothing is suggested at all. */
    public enum Withheld implements WireName {
        /** A red flag is open: a clinician looks at the patient first. */
        RED_FLAG("red-flag"),
        /** No program is under way. */
        NO_PROGRAM("no-program");

        private final String wireName;

        Withheld(String wireName) {
            this.wireName = wireName;
        }

        @JsonValue
        @Override
        public String wireName() {
            return wireName;
        }
    }
}
