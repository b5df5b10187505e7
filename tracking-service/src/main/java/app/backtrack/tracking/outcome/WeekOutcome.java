package app.backtrack.tracking.outcome;

import app.backtrack.events.WireName;
import com.fasterxml.jackson.annotation.JsonValue;

/**
 * What came of a program by the end of one of its weeks.
 *
 * @param week of the program
 * @param state whether it is known
 * @param meaningful whether pain is less by the amount that patients who start there call better
 * @param moderate whether pain is less by at least 30 %
 * @param substantial whether pain is less by at least 50 %
 */
public record WeekOutcome(int week, State state, boolean meaningful, boolean moderate, boolean substantial) {

    /** Of a week of which nothing is known. */
    static WeekOutcome missing(int week, State why) {
        return new WeekOutcome(week, why, false, false, false);
    }

    /** Whether the outcome is known, and if not, why. */
    public enum State implements WireName {
        /** Baseline and week have scores enough. */
        MEASURED("measured"),
        /** The week is not over yet. */
        NOT_REACHED("not-reached"),
        /** The week is over, and it or the baseline has too few scored days. */
        THIN_DATA("thin-data"),
        /** The program was stopped or the patient discharged before the week was over, and there are too few scores. */
        DROPPED_OUT("dropped-out"),
        /** The program was completed or planned to end before the week was over, and there are too few scores. */
        FINISHED("finished");

        private final String wireName;

        State(String wireName) {
            this.wireName = wireName;
        }

        @JsonValue
        @Override
        public String wireName() {
            return wireName;
        }
    }
}
