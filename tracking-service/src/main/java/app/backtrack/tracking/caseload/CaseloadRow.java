package app.backtrack.tracking.caseload;

import app.backtrack.events.InsightRule;
import app.backtrack.events.PatientId;
import app.backtrack.events.ProgramStatus;
import app.backtrack.events.Severity;
import app.backtrack.events.WireName;
import app.backtrack.tracking.statistics.Proportion;
import app.backtrack.tracking.trend.Finding;
import app.backtrack.tracking.trend.ProgramChange;
import app.backtrack.tracking.trend.Verdict;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonValue;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** One patient of a caseload, judged for one of their local dates. Names are in program-service. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "CaseloadRow")
public record CaseloadRow(
        @Schema(implementation = UUID.class) PatientId patientId,

        @Schema(description = "The patient's local date that all of it is judged for")
        LocalDate evaluatedFor,

        CareStatus status,

        @Schema(description = "Who looks after the patient; clinician ids")
        List<String> therapists,

        @Schema(description = "The program under way, else the one that started last") @Nullable
        Program program,

        @Schema(description = "When the patient's own latest entry was recorded, UTC") @Nullable
        Instant lastHeard,

        @Schema(description = "The last 4 weeks, which tell of worsening")
        Outlook fourWeeks,

        @Schema(description = "The last 12 weeks, which tell of improvement")
        Outlook twelveWeeks,

        @Schema(description = "The last week against the program's baseline") @Nullable
        ProgramChange programChange,

        @Schema(description = "How much of what was due was done in 28 days; left out where nothing was due") @Nullable
        Adherence adherence,

        @Schema(
                description =
                        "Insights that hold, were told and wait for a clinician: neither closed nor, but for red flags,"
                                + " acknowledged; the most urgent and then the newest first")
        List<OpenAlert> alerts,

        @Schema(description = "The alert by which the row is sorted; left out where none wants a clinician") @Nullable
        OpenAlert reason) {

    /** Keeps copies. */
    public CaseloadRow {
        therapists = List.copyOf(therapists);
        alerts = List.copyOf(alerts);
    }

    /** Whether the patient is in care. */
    public enum CareStatus implements WireName {
        ENROLLED("enrolled"),
        DISCHARGED("discharged");

        private final String wireName;

        CareStatus(String wireName) {
            this.wireName = wireName;
        }

        @JsonValue
        @Override
        public String wireName() {
            return wireName;
        }
    }

    /** The state of a program. */
    @Schema(name = "CaseloadProgram")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Program(
            UUID programId,
            ProgramStatus status,
            LocalDate startsOn,
            @Schema(description = "Planned length in weeks") int weeks,

            @Schema(description = "Which week it is in, from 1; left out before its start and after its end") @Nullable
            Integer week) {}

    /** What may be said of the trend over one window. */
    @Schema(name = "CaseloadOutlook")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Outlook(
            Verdict verdict,

            @Schema(description = "Why the verdict is uncertain")
            Finding.@Nullable Reason reason,

            @Schema(description = "Fewest further days in a row with a score before a verdict is possible") @Nullable
            Integer daysNeeded,

            @Schema(description = "Current − start in NRS points; negative is less pain") @Nullable
            Double change) {}

    /**
     * How much of the exercises that were due was done over the last 28 days, as far as it is settled.
     *
     * @param rate done / due with its 95 % interval after Wilson
     */
    @Schema(name = "CaseloadAdherence")
    public record Adherence(
            @Schema(description = "The first of the 28 local dates; the last one is `evaluatedFor`")
            LocalDate from,

            @Schema(description = "How often an exercise was due: done, left out, or its day is over")
            int due,

            @Schema(description = "How often it was done; more than due counts as due")
            int done,

            Proportion rate) {}

    /** An insight that holds and was told. */
    @Schema(name = "OpenAlert")
    public record OpenAlert(
            @Schema(examples = "trend-worsening/1/2026-11-18")
            String insightId,

            InsightRule rule,
            Severity severity,

            @Schema(description = "The local date on which it first held")
            LocalDate since) {}
}
