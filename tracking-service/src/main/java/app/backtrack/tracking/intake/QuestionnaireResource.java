package app.backtrack.tracking.intake;

import static app.backtrack.runtime.http.Roles.CLINIC_ADMIN;
import static app.backtrack.runtime.http.Roles.CLINIC_SYSTEM;
import static app.backtrack.runtime.http.Roles.PATIENT;
import static app.backtrack.runtime.http.Roles.THERAPIST;

import app.backtrack.events.FactKind;
import app.backtrack.runtime.access.SystemScope;
import app.backtrack.tracking.intake.FactDesk.Receipt;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.concurrent.CompletionStage;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Takes in answered questionnaires. */
@Path("/v1/patients/{patientId}/questionnaires/{id}")
@Tag(name = "Facts")
@SecurityRequirement(name = "token")
@Produces(MediaType.APPLICATION_JSON)
@APIResponse(
        responseCode = "202",
        description = "The log has it",
        headers = @Header(name = FactDesk.POSITION, description = "For `after` of the progress"),
        content = @Content(schema = @Schema(implementation = Receipt.class)))
@APIResponse(responseCode = "404", description = "`unknown-patient`: no such patient in the caller's clinic.")
@APIResponse(responseCode = "429", description = "`too-many-facts`: more than 300 speak of one day of this patient.")
@SystemScope("facts")
public class QuestionnaireResource {
    private final FactDesk desk;

    QuestionnaireResource(FactDesk desk) {
        this.desk = desk;
    }

    @PUT
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({PATIENT, THERAPIST, CLINIC_ADMIN, CLINIC_SYSTEM})
    @Operation(
            operationId = "putQuestionnaire",
            summary = "Report a questionnaire, or correct it",
            description =
                    "Of ODI and STarT Back only the total is taken. Sending the same again is safe. A correction is the next revision, whole, with a reason. "
                            + "Another content under a revision that exists is taken too, and shows on the timeline as a conflict.")
    public CompletionStage<Response> report(
            @Parameter(description = "The patient's pseudonym") @PathParam("patientId") String patientId,
            @Parameter(description = "Any UUID, made by you") @PathParam("id") String id,
            @NotNull @Valid QuestionnaireRequest body) {
        return desk.report(patientId, id, body);
    }

    @DELETE
    @RolesAllowed({PATIENT, THERAPIST, CLINIC_ADMIN, CLINIC_SYSTEM})
    @Operation(
            operationId = "retractQuestionnaire",
            summary = "Take a questionnaire back",
            description = "A retraction is a revision too, and a later one may take it back.")
    public CompletionStage<Response> retract(
            @Parameter(description = "The patient's pseudonym") @PathParam("patientId") String patientId,
            @PathParam("id") String id,
            @Parameter(description = "The next revision, 2 to 1000", required = true, example = "2")
                    @QueryParam("revision")
                    @Nullable
                    String revision,
            @Parameter(description = "Why, as a code", required = true, example = "entered-in-error")
                    @QueryParam("reason")
                    @Nullable
                    String reason) {
        return desk.retract(FactKind.QUESTIONNAIRE, patientId, id, revision, reason);
    }
}
