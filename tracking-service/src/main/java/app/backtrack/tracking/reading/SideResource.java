package app.backtrack.tracking.reading;

import static app.backtrack.runtime.http.Roles.CLINIC_ADMIN;
import static app.backtrack.runtime.http.Roles.CLINIC_SYSTEM;
import static app.backtrack.runtime.http.Roles.PATIENT;
import static app.backtrack.runtime.http.Roles.THERAPIST;

import app.backtrack.runtime.access.SystemScope;
import app.backtrack.tracking.reading.ProgressReader.Reading;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Shows how the left and the right side compare. */
@Path("/v1/patients/{patientId}/progress/sides")
@Tag(name = "Progress")
@SecurityRequirement(name = "token")
@Produces(MediaType.APPLICATION_JSON)
@APIResponse(responseCode = "404", description = "`unknown-patient`: no such patient in the caller's clinic.")
@RunOnVirtualThread
@SystemScope("progress")
public class SideResource {
    private final ProgressReader reader;

    SideResource(ProgressReader reader) {
        this.reader = reader;
    }

    @GET
    @RolesAllowed({PATIENT, THERAPIST, CLINIC_ADMIN, CLINIC_SYSTEM})
    @Operation(
            operationId = "getSides",
            summary = "Show how the sides compare, exercise by exercise",
            description =
                    "From sessions whose plan asked the same of both sides, and from self-checks. `likely` or `unclear`, never a "
                            + "cause: asymmetry and pain are mostly unrelated.")
    @APIResponse(
            responseCode = "200",
            description = "The comparison",
            headers =
                    @Header(
                            name = "Backtrack-Applied",
                            description = "With `after`: whether what it names is in this answer",
                            schema = @Schema(type = SchemaType.BOOLEAN)),
            content = @Content(schema = @Schema(implementation = SidesAnswer.class)))
    public Response sides(
            @Parameter(description = "The patient's pseudonym") @PathParam("patientId") String patientId,
            @BeanParam WindowParameters parameters) {
        Reading reading = reader.read(patientId, parameters.query(), parameters.after());
        return reading.answer(SidesAnswer.of(reading));
    }
}
