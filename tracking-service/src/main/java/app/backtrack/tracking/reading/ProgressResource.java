package app.backtrack.tracking.reading;

import static app.backtrack.runtime.http.Roles.CLINIC_ADMIN;
import static app.backtrack.runtime.http.Roles.CLINIC_SYSTEM;
import static app.backtrack.runtime.http.Roles.PATIENT;
import static app.backtrack.runtime.http.Roles.THERAPIST;

import app.backtrack.runtime.access.SystemScope;
import app.backtrack.tracking.reading.ProgressReader.Reading;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
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
import org.jspecify.annotations.Nullable;

/** Shows a patient's progress over 4 to 12 weeks. */
@Path("/v1/patients/{patientId}/progress")
@Tag(name = "Progress")
@SecurityRequirement(name = "token")
@Produces(MediaType.APPLICATION_JSON)
@APIResponse(responseCode = "404", description = "`unknown-patient`: no such patient in the caller's clinic.")
@RunOnVirtualThread
@SystemScope("progress")
public class ProgressResource {
    private final ProgressReader reader;

    ProgressResource(ProgressReader reader) {
        this.reader = reader;
    }

    @GET
    @RolesAllowed({PATIENT, THERAPIST, CLINIC_ADMIN, CLINIC_SYSTEM})
    @Operation(
            operationId = "getProgress",
            summary = "Show progress over 4 to 12 weeks",
            description =
                    "Daily values, reliability by week, baseline, slope with its interval, changes and a verdict. "
                            + "Lack of data is never `stable`. Not medical advice.")
    @APIResponse(
            responseCode = "200",
            description = "The progress",
            headers =
                    @Header(
                            name = "Backtrack-Applied",
                            description = "With `after`: whether what it names is in this answer",
                            schema = @Schema(type = SchemaType.BOOLEAN)),
            content = @Content(schema = @Schema(implementation = ProgressAnswer.class)))
    public Response progress(
            @Parameter(description = "The patient's pseudonym") @PathParam("patientId") String patientId,
            @Parameter(
                            description = "Weeks of the window",
                            schema =
                                    @Schema(
                                            type = SchemaType.INTEGER,
                                            minimum = "4",
                                            maximum = "12",
                                            defaultValue = "6"))
                    @QueryParam("weeks")
                    @Nullable
                    String weeks,
            @Parameter(description = "The series; left out, `average-24h` where there is enough of it, else `now`")
                    @QueryParam("context")
                    @Nullable
                    String context,
            @Parameter(description = "The window's last local date; left out, the patient's today")
                    @QueryParam("until")
                    @Nullable
                    String until,
            @Parameter(description = "Shows what was known at that time, UTC") @QueryParam("asOf") @Nullable
                    String asOf,
            @Parameter(description = "A `Backtrack-Position`: waits up to 2 s until it is applied")
                    @QueryParam("after")
                    @Nullable
                    String after) {
        ProgressQuery query = ProgressQuery.of(weeks, context, until, asOf);
        Reading reading = reader.read(patientId, query, after);
        return reading.answer(ProgressAnswer.of(
                reading.patient().patient(), reading.view(), reading.window(), query.context(), query.asOf()));
    }
}
