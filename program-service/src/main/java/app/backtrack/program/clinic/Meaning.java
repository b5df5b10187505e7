package app.backtrack.program.clinic;

import app.backtrack.events.Threshold;

/** Says in words what each number of the rules does. */
final class Meaning {
    private Meaning() {}

    static String of(Threshold threshold) {
        return switch (threshold) {
            case WORSENING_WEEKS -> "The window whose verdict tells of worsening.";
            case IMPROVEMENT_WEEKS -> "The window whose verdict tells of improvement.";
            case SPIKE_POINTS -> "How far a daily value lies above the median of the days before to be a spike.";
            case SPIKE_RATIO -> "The same as a multiple of the median.";
            case SPIKE_ALONE_POINTS -> "A single daily value that is a spike by itself where the median is low.";
            case SPIKE_ALONE_MEDIAN -> "The highest median at which a single value is a spike by itself.";
            case SILENCE_HOURS -> "Nothing arrived for so long: worth a look.";
            case LONG_SILENCE_DAYS -> "Nothing arrived for so long: worth a call.";
            case LAPSE_DUE_DAYS -> "Due days in a row without anything that count as a lapse while pain rises.";
            case ASYMMETRY_CHANGE -> "The smallest change of an asymmetry that is told of.";
            case ASYMMETRY_SESSIONS ->
                "Sessions a side, in 14 days before and in 14 days now, below which nothing is said of a change.";
            case EXERCISE_PAIN_FINE -> "The highest pain during an exercise at which the next step is suggested.";
            case EXERCISE_PAIN_MODIFY -> "Pain during an exercise from which easing is suggested.";
            case PROGRESSION_EFFORT -> "The highest effort at which the next step is suggested.";
            case PROGRESSION_SESSIONS -> "Sessions in a row within the limits before the next step is suggested.";
            case ESCALATION_MINUTES -> "After so long an unacknowledged red flag goes to further clinicians.";
        };
    }
}
