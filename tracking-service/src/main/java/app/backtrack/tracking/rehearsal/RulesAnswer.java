package app.backtrack.tracking.rehearsal;

import app.backtrack.events.ClinicEvent.ClinicSettings;
import app.backtrack.events.InsightRule;
import app.backtrack.events.Severity;
import app.backtrack.events.Threshold;
import app.backtrack.tracking.insight.InsightRules;
import app.backtrack.tracking.insight.RuleVersion;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * The rules that raise insights, as a clinic has them.
 *
 * @param on the patient-local date for which they are in force
 * @param rules all of them
 */
@Schema(name = "InsightRules")
record RulesAnswer(
        @Schema(description = "The patients' local date") LocalDate on, List<RuleAnswer> rules) {

    static RulesAnswer of(ClinicSettings settings, LocalDate date) {
        return new RulesAnswer(
                date,
                Arrays.stream(InsightRule.values())
                        .map(rule -> RuleAnswer.of(rule, settings))
                        .toList());
    }

    /**
     * A rule.
     *
     * @param id names it
     * @param version from 1
     * @param severity how urgently it wants a clinician
     * @param says when it holds
     * @param source where its numbers come from
     * @param thresholds the numbers that a clinic can change
     */
    @Schema(name = "InsightRule")
    record RuleAnswer(
            @Schema(examples = "pain-spike") InsightRule id,
            @Schema(examples = "1") int version,
            @Schema(examples = "high") Severity severity,

            @Schema(examples = "The patient declared a flare that lasts.")
            String says,

            @Schema(examples = "The patient's word") String source,
            List<ThresholdAnswer> thresholds) {

        static RuleAnswer of(InsightRule rule, ClinicSettings settings) {
            RuleText text = RuleText.of(rule);
            return new RuleAnswer(
                    rule,
                    RuleVersion.of(rule).version(),
                    InsightRules.severity(rule),
                    text.says(),
                    text.source(),
                    text.thresholds().stream()
                            .map(threshold -> ThresholdAnswer.of(threshold, settings))
                            .toList());
        }
    }

    /**
     * A number of a rule.
     *
     * @param id names it
     * @param value in force for the clinic
     * @param shipped what it is where the clinic has set nothing
     * @param unit what it is counted in
     */
    @Schema(name = "InsightThreshold")
    record ThresholdAnswer(
            @Schema(examples = "spike-points") Threshold id,
            @Schema(examples = "2") BigDecimal value,
            @Schema(examples = "2") BigDecimal shipped,
            @Schema(examples = "1") BigDecimal min,
            @Schema(examples = "6") BigDecimal max,
            @Schema(examples = "points") String unit) {

        static ThresholdAnswer of(Threshold threshold, ClinicSettings settings) {
            return new ThresholdAnswer(
                    threshold,
                    settings.threshold(threshold),
                    threshold.shipped(),
                    threshold.min(),
                    threshold.max(),
                    threshold.unit());
        }
    }
}
