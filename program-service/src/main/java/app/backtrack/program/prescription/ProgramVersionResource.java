package app.backtrack.program.prescription;

import app.backtrack.program.query.WholeNumber;
import app.backtrack.runtime.access.SystemScope;
import app.backtrack.runtime.http.Problem.Flaw;
import app.backtrack.runtime.http.Refusal;
import app.backtrack.runtime.http.Roles;
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
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Shows how a program came to be what it is: its history, its versions, and what changed between them. */
@Path("/v1/patients/{patientId}/programs/{programId}")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Programs")
@SecurityRequirement(name = "token")
@RunOnVirtualThread
@SystemScope("programs")
public class ProgramVersionResource {
    private final ProgramReader reader;

    ProgramVersionResource(ProgramReader reader) {
        this.reader = reader;
    }

    /** Shows who decided what about a program, when and why. */
    @GET
    @Path("/history")
    @RolesAllowed({Roles.CLINIC_SYSTEM, Roles.CLINIC_ADMIN, Roles.THERAPIST, Roles.PATIENT})
    @Operation(operationId = "getProgramHistory", summary = "Show who decided what, when and why")
    @APIResponse(
            responseCode = "200",
            description = "Every decision, the first one first.",
            content = @Content(schema = @Schema(implementation = ProgramHistoryAnswer.class)))
    @APIResponse(responseCode = "404", description = "`unknown-patient` or `unknown-program`.")
    public ProgramHistoryAnswer history(
            @PathParam("patientId") String patientId, @PathParam("programId") String programId) {
        return ProgramHistoryAnswer.of(reader.file(patientId, programId));
    }

    /** Shows a program in one of its versions. */
    @GET
    @Path("/versions/{version}")
    @RolesAllowed({Roles.CLINIC_SYSTEM, Roles.CLINIC_ADMIN, Roles.THERAPIST, Roles.PATIENT})
    @Operation(operationId = "getProgramVersion", summary = "Show a version of a program")
    @APIResponse(
            responseCode = "200",
            description = "The program in that version.",
            headers = @Header(name = "ETag", schema = @Schema(implementation = String.class, examples = "\"2\"")),
            content = @Content(schema = @Schema(implementation = ProgramAnswer.class)))
    @APIResponse(responseCode = "404", description = "`unknown-patient`, `unknown-program` or `unknown-version`.")
    public Response version(
            @PathParam("patientId") String patientId,
            @PathParam("programId") String programId,
            @Parameter(description = "From 1.", example = "2", schema = @Schema(implementation = Integer.class))
                    @PathParam("version")
                    String version) {
        ProgramFile file = reader.file(patientId, programId);
        int number = number("version", version, file);
        return Answers.version(file.versions().get(number - 1));
    }

    /** Compares two versions of a program. */
    @GET
    @Path("/diff")
    @RolesAllowed({Roles.CLINIC_SYSTEM, Roles.CLINIC_ADMIN, Roles.THERAPIST, Roles.PATIENT})
    @Operation(
            operationId = "diffProgram",
            summary = "Show what changed between two versions",
            description = "Items are matched by exercise and weeks. Everything that did not change is left out.")
    @APIResponse(
            responseCode = "200",
            description = "What differs, and who decided what between them.",
            content = @Content(schema = @Schema(implementation = ProgramDiffAnswer.class)))
    @APIResponse(responseCode = "404", description = "`unknown-patient`, `unknown-program` or `unknown-version`.")
    public ProgramDiffAnswer diff(
            @PathParam("patientId") String patientId,
            @PathParam("programId") String programId,
            @Parameter(
                            description = "The version to begin with, from 1.",
                            required = true,
                            example = "1",
                            schema = @Schema(implementation = Integer.class))
                    @QueryParam("from")
                    @Nullable
                    String from,
            @Parameter(
                            description = "The version to compare it with; the current one if not given.",
                            example = "3",
                            schema = @Schema(implementation = Integer.class))
                    @QueryParam("to")
                    @Nullable
                    String to) {
        ProgramFile file = reader.file(patientId, programId);
        if (from == null) {
            throw Refusal.invalid(Flaw.ofParameter("from", "is needed: the version to begin with"));
        }
        int first = number("from", from, file);
        return ProgramDiffAnswer.of(file, first, to == null ? file.version() : number("to", to, file));
    }

    private static int number(String parameter, String text, ProgramFile file) {
        int number = WholeNumber.parameter(parameter, text, 1, ProgramDecider.LAST_VERSION);
        if (number > file.version()) {
            throw Refusal.notFound("unknown-version", "The program has no such version");
        }
        return number;
    }
}
