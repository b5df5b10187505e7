package app.backtrack.tracking.trend;

import app.backtrack.events.WireName;
import com.fasterxml.jackson.annotation.JsonValue;
import org.jspecify.annotations.Nullable;

/**
 * The verdict on a trend and, where there is none yet, what is missing.
 *
 * @param verdict what may be said
 * @param reason why the verdict is uncertain, null where it is not
 * @param daysNeeded the fewest further days in a row, from the day after the window on, that have to be scored before a
 *     verdict is possible: 1 to 13, null unless the reason is {@link Reason#TOO_FEW_DAYS}
 */
public record Finding(
        Verdict verdict, @Nullable Reason reason, @Nullable Integer daysNeeded) {

    static Finding of(Verdict verdict) {
        return new Finding(verdict, null, null);
    }

    static Finding notDecisive() {
        return new Finding(Verdict.UNCERTAIN, Reason.NOT_DECISIVE, null);
    }

    static Finding tooFewDays(int daysNeeded) {
        return new Finding(Verdict.UNCERTAIN, Reason.TOO_FEW_DAYS, daysNeeded);
    }

    /** Why a verdict is uncertain. */
    public enum Reason implements WireName {
        /** More scored days are needed. */
        TOO_FEW_DAYS("too-few-days"),
        /** There are days enough, but they allow both a change that matters and none. */
        NOT_DECISIVE("not-decisive");

        private final String wireName;

        Reason(String wireName) {
            this.wireName = wireName;
        }

        @JsonValue
        @Override
        public String wireName() {
            return wireName;
        }
    }
}
