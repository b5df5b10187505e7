package app.backtrack.events;

import com.fasterxml.jackson.annotation.JsonValue;
import java.math.BigDecimal;

/**
 * Names a number of the clinical rules that a clinic can change, with its unit, the number as shipped and the range
 * that makes sense. docs/clinical.md says where each comes from.
 */
public enum Threshold implements WireName {
    /** Window whose verdict tells of worsening: short, so that it is told early. */
    WORSENING_WEEKS("worsening-weeks", "weeks", "4", "4", "12"),
    /** Window whose verdict tells of improvement: long, because less pain is expected from week 4 to 6 on only. */
    IMPROVEMENT_WEEKS("improvement-weeks", "weeks", "12", "4", "12"),
    /** How far a daily value lies above the median of the days before to be a spike. */
    SPIKE_POINTS("spike-points", "points", "2", "1", "6"),
    /** The same as a multiple of the median. */
    SPIKE_RATIO("spike-ratio", "times", "1.3", "1.1", "3"),
    /** A single daily value that is a spike by itself where the median is low. */
    SPIKE_ALONE_POINTS("spike-alone-points", "points", "7", "5", "10"),
    /** The highest median at which a single value is a spike by itself. */
    SPIKE_ALONE_MEDIAN("spike-alone-median", "points", "4", "0", "6"),
    /** Nothing arrived for so long: worth a look. */
    SILENCE_HOURS("silence-hours", "hours", "49", "24", "336"),
    /** Nothing arrived for so long: worth a call. */
    LONG_SILENCE_DAYS("long-silence-days", "days", "14", "3", "60"),
    /** Due days in a row without any data that count as a lapse while pain rises. */
    LAPSE_DUE_DAYS("lapse-due-days", "days", "2", "1", "14"),
    /** Smallest change of an asymmetry that is told of, in points of its percentage. */
    ASYMMETRY_CHANGE("asymmetry-change", "percentage points", "10", "5", "50"),
    /** Sessions a side in 14 days, before and now, below which nothing is said of a change. */
    ASYMMETRY_SESSIONS("asymmetry-sessions", "sessions", "3", "3", "10"),
    /** Highest pain during an exercise at which the next step is suggested. */
    EXERCISE_PAIN_FINE("exercise-pain-fine", "points", "3", "0", "5"),
    /** Pain during an exercise from which easing is suggested. */
    EXERCISE_PAIN_MODIFY("exercise-pain-modify", "points", "6", "4", "10"),
    /** Highest effort at which the next step is suggested. */
    PROGRESSION_EFFORT("progression-effort", "points", "6", "3", "9"),
    /** Sessions in a row within the limits before the next step is suggested. */
    PROGRESSION_SESSIONS("progression-sessions", "sessions", "3", "2", "10"),
    /** Minutes after which an unacknowledged red flag goes to further clinicians. */
    ESCALATION_MINUTES("escalation-minutes", "minutes", "15", "5", "120");

    private final String wireName;
    private final String unit;
    private final BigDecimal shipped;
    private final BigDecimal min;
    private final BigDecimal max;

    Threshold(String wireName, String unit, String shipped, String min, String max) {
        this.wireName = wireName;
        this.unit = unit;
        this.shipped = new BigDecimal(shipped);
        this.min = new BigDecimal(min);
        this.max = new BigDecimal(max);
    }

    @JsonValue
    @Override
    public String wireName() {
        return wireName;
    }

    /** What it is counted in. */
    public String unit() {
        return unit;
    }

    /** The number as shipped. */
    public BigDecimal shipped() {
        return shipped;
    }

    /** The smallest number that makes sense. */
    public BigDecimal min() {
        return min;
    }

    /** The largest number that makes sense. */
    public BigDecimal max() {
        return max;
    }

    /** Whether a number is within the range, and whole where it is counted in whole things. */
    public boolean accepts(BigDecimal value) {
        boolean whole = shipped.scale() > 0 || value.stripTrailingZeros().scale() <= 0;
        return whole && value.compareTo(min) >= 0 && value.compareTo(max) <= 0;
    }
}
