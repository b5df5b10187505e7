package app.backtrack.tracking.rehearsal;

import app.backtrack.events.InsightRule;
import app.backtrack.events.Threshold;
import java.util.List;

/**
 * Says in words what a rule says.
 *
 * @param says when it holds
 * @param source where its numbers come from; docs/clinical.md tells more
 * @param thresholds the numbers that a clinic can change
 */
record RuleText(String says, String source, List<Threshold> thresholds) {
    private static final String OURS = "Ours: a default to be changed";
    private static final String IMMPACT = "doi 10.1016/j.jpain.2007.09.005";
    private static final String MEANINGFUL = "doi 10.1055/a-1304-3677, doi 10.1016/j.jpain.2007.09.005";

    static RuleText of(InsightRule rule) {
        return switch (rule) {
            case RED_FLAG ->
                new RuleText(
                        "A red-flag screen had a yes, and no clinician has closed it.", "Clinical practice", List.of());
            case TREND_WORSENING ->
                new RuleText(
                        "The verdict over the window is worsening.",
                        "PMC6196118 for the days needed; the window is ours",
                        List.of(Threshold.WORSENING_WEEKS));
            case TREND_IMPROVING ->
                new RuleText(
                        "The verdict over the window is improving.",
                        "doi 10.1055/a-1304-3677; the window is ours",
                        List.of(Threshold.IMPROVEMENT_WEEKS));
            case MILESTONE_30 ->
                new RuleText(
                        "Pain fell by 30 % since the baseline while the verdict was improving.",
                        IMMPACT, List.of(Threshold.IMPROVEMENT_WEEKS));
            case MILESTONE_50 ->
                new RuleText(
                        "Pain fell by 50 % since the baseline while the verdict was improving.",
                        IMMPACT, List.of(Threshold.IMPROVEMENT_WEEKS));
            case PAIN_SPIKE ->
                new RuleText(
                        "Two of the last three days lie far above the median of the two weeks before, or one is very "
                                + "high after low ones.",
                        OURS,
                        List.of(
                                Threshold.SPIKE_POINTS,
                                Threshold.SPIKE_RATIO,
                                Threshold.SPIKE_ALONE_POINTS,
                                Threshold.SPIKE_ALONE_MEDIAN));
            case FLARE -> new RuleText("The patient declared a flare that lasts.", "The patient's word", List.of());
            case SILENCE ->
                new RuleText(
                        "Nothing was heard of a patient whose program is under way.",
                        OURS,
                        List.of(Threshold.SILENCE_HOURS));
            case LONG_SILENCE ->
                new RuleText(
                        "Nothing was heard for long of a patient whose program is under way.",
                        OURS,
                        List.of(Threshold.LONG_SILENCE_DAYS));
            case ADHERENCE_LAPSE ->
                new RuleText(
                        "Nothing was logged on due days in a row, and each of the last three scored days was worse.",
                        OURS,
                        List.of(Threshold.LAPSE_DUE_DAYS));
            case REVIEW_DUE ->
                new RuleText(
                        "Program week 4, 6, 8 or 12 is over.", "Less pain is expected from week 4 to 6", List.of());
            case NO_MEANINGFUL_CHANGE ->
                new RuleText(
                        "After program week 6 or 12 pain is not meaningfully less than at the baseline.",
                        MEANINGFUL,
                        List.of());
            case ASYMMETRY_CHANGED ->
                new RuleText(
                        "The asymmetry of an exercise in 14 days likely differs from that in the 14 days before.",
                        "Ours; the fewest sessions because side-hold tests vary by 31 %",
                        List.of(Threshold.ASYMMETRY_CHANGE, Threshold.ASYMMETRY_SESSIONS));
        };
    }
}
