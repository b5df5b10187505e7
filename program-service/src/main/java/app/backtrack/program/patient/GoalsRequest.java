package app.backtrack.program.patient;

import app.backtrack.events.PatientEvent.Goal;
import app.backtrack.program.FreeText;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The body of a request to write down anew what a patient wants to reach. */
@Schema(name = "GoalsChange")
record GoalsRequest(
        @Schema(description = "All of them from now on; may be empty.") @NotNull @Size(max = 10)
        List<@NotNull @Valid GoalBody> goals,

        @Schema(
                description =
                        "Activities that the pain limits, to be rated on the Patient-Specific Functional Scale: all "
                                + "of them from now on; may be empty.")
        @NotNull
        @Size(max = 5)
        List<@NotNull @Valid GoalBody> activities) {

    /** A goal or an activity. */
    @Schema(name = "GoalChange")
    record GoalBody(
            @Schema(description = "Made by the client, one of all goals and activities; stays when words are mended.")
            @NotNull
            UUID id,

            @Schema(description = "In the patient's words.", examples = "Sit through a film")
            @NotNull
            @Size(max = 200)
            @Pattern(regexp = FreeText.REGEXP, message = FreeText.MESSAGE)
            String text,

            @Schema(description = "When it is to be reached, if said.", examples = "2027-02-01") @Nullable
            LocalDate targetDate) {

        private Goal goal() {
            return new Goal(id, text, targetDate);
        }
    }

    static List<Goal> read(List<GoalBody> bodies) {
        return bodies.stream().map(GoalBody::goal).toList();
    }
}
