package app.backtrack.notification.triage;

import app.backtrack.events.InsightRule;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What became of a clinic's alerts.
 *
 * @param from the first instant that it covers, UTC
 * @param to the first instant after it, UTC
 * @param rules one row for each rule and version that raised an alert
 */
@Schema(name = "AlertReport")
record AlertReport(Instant from, Instant to, List<Row> rules) {

    /**
     * What became of one rule's alerts.
     *
     * @param rule the rule
     * @param ruleVersion its version, from 1
     * @param raised how many alerts
     * @param withdrawn how many of them hold no longer
     * @param actedOn how many were closed with something done
     * @param dismissed how many were closed as known already or not relevant
     * @param precision acted on as a percentage of all that were closed; null while none is
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "AlertReportRow")
    record Row(
            @Schema(type = SchemaType.STRING, examples = "trend-worsening")
            InsightRule rule,

            int ruleVersion,
            int raised,
            int withdrawn,
            int actedOn,
            int dismissed,

            @Schema(examples = "75", minimum = "0", maximum = "100") @Nullable
            Integer precision) {}
}
