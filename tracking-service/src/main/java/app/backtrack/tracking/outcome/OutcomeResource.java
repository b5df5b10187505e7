package app.backtrack.tracking.outcome;

import static app.backtrack.runtime.http.Roles.CLINIC_ADMIN;
import static app.backtrack.runtime.http.Roles.CLINIC_SYSTEM;
import static app.backtrack.runtime.http.Roles.THERAPIST;

import app.backtrack.runtime.access.Shown;
import app.backtrack.runtime.access.Shows;
import app.backtrack.runtime.access.SystemScope;
import app.backtrack.runtime.http.Caller;
import app.backtrack.runtime.http.Problem.Flaw;
import app.backtrack.runtime.http.Refusal;
import app.backtrack.tracking.reading.LocalDates;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Shows what came of a clinic's programs. */
@Path("/v1/outcomes")
@Tag(name = "Caseload")
@SecurityRequirement(name = "token")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@SystemScope("progress")
@Shows(Shown.NOBODY)
public class OutcomeResource {
    private static final int MOST_YEARS = 2;

    private final Outcomes outcomes;
    private final Caller caller;

    OutcomeResource(Outcomes outcomes, Caller caller) {
        this.outcomes = outcomes;
        this.caller = caller;
    }

    /** Counts the patients whose programs start in a range. */
    @GET
    @RolesAllowed({THERAPIST, CLINIC_ADMIN, CLINIC_SYSTEM})
    @Operation(
            operationId = "getOutcomes",
            summary = "Show how many patients have less pain by weeks 4, 6, 8 and 12",
            description = "Of the patients whose program starts in the range: shares with Wilson's 95 % intervals, and"
                    + " how many nothing is known of. Numbers of one clinic's patients compare no treatments.")
    @APIResponse(
            responseCode = "200",
            description = "The outcomes",
            content = @Content(schema = @Schema(implementation = OutcomeAnswer.class)))
    public OutcomeAnswer outcomes(
            @Parameter(
                            description = "First local date on which a program may start",
                            required = true,
                            example = "2026-01-01")
                    @QueryParam("from")
                    @Nullable
                    String from,
            @Parameter(
                            description = "Last local date on which a program may start; at most two years later",
                            required = true,
                            example = "2026-06-30")
                    @QueryParam("through")
                    @Nullable
                    String through) {
        LocalDate first = LocalDates.required("from", from);
        LocalDate last = LocalDates.required("through", through);
        if (last.isBefore(first) || last.isAfter(first.plusYears(MOST_YEARS))) {
            throw Refusal.invalid(Flaw.ofParameter("through", "must not be before from, nor 2 years after it"));
        }
        return OutcomeAnswer.of(first, last, outcomes.starting(caller.clinic(), first, last));
    }
}
