package app.backtrack.program.prescription;

import app.backtrack.events.ExerciseSide;
import app.backtrack.program.FreeText;
import app.backtrack.program.plan.PlanBody;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The body of a request to prescribe a program. */
@Schema(name = "Prescription")
record PrescriptionRequest(
        @Schema(description = "Id of the template to begin with.", examples = "lower-back-starter")
        @NotNull
        @Size(max = 64)
        String template,

        @Schema(
                description = "The patient's local date of program day 1: at most two years back, at most one ahead.",
                examples = "2026-09-01")
        @NotNull
        LocalDate startsOn,

        @Schema(
                description = "Left or right, for a template that begins with the weaker side. Without it, both sides "
                        + "are worked alike.")
        @Nullable
        ExerciseSide weakerSide,

        @Schema(description = "What is prescribed in place of the template's plan, where it was changed.")
        @Valid
        @Nullable
        PlanBody plan,

        @Schema(description = "Blocking cautions to set aside, each with its reason.") @Size(max = 20) @Nullable
        List<@NotNull @Valid OverrideRequest> overrides,

        @Schema(description = "Why, for the history.", examples = "Pain for three months, desk work")
        @Size(max = 500)
        @Pattern(regexp = FreeText.REGEXP, message = FreeText.MESSAGE)
        @Nullable
        String reason) {

    List<CautionOverride> cautionOverrides() {
        return overrides == null
                ? List.of()
                : overrides.stream().map(OverrideRequest::override).toList();
    }
}
