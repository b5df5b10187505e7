package app.backtrack.program.prescription;

import app.backtrack.program.prescription.Asking.Asked;
import app.backtrack.program.prescription.ProgramCommand.Change;
import app.backtrack.program.prescription.ProgramCommand.Complete;
import app.backtrack.program.prescription.ProgramCommand.Pause;
import app.backtrack.program.prescription.ProgramCommand.Resume;
import app.backtrack.program.prescription.ProgramCommand.Revise;
import app.backtrack.program.prescription.ProgramCommand.Stop;
import app.backtrack.program.prescription.ProgramRegister.Result;
import app.backtrack.runtime.access.Shown;
import app.backtrack.runtime.access.Shows;
import app.backtrack.runtime.access.SystemScope;
import app.backtrack.runtime.http.ETags;
import app.backtrack.runtime.http.Roles;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Changes programs; each change names, by {@code If-Match}, the version that the caller saw. */
@Path("/v1/patients/{patientId}/programs/{programId}")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Programs")
@SecurityRequirement(name = "token")
@APIResponse(
        responseCode = "200",
        description = "The program in its new version.",
        headers = @Header(name = "ETag", schema = @Schema(implementation = String.class, examples = "\"2\"")),
        content = @Content(schema = @Schema(implementation = ProgramAnswer.class)))
@APIResponse(
        responseCode = "409",
        description = "`program-ended`, `program-not-active`, `program-not-paused`, `too-many-versions` or "
                + "`clinician-needed`: a red flag paused it, and a clinician resumes it.")
@RunOnVirtualThread
@SystemScope("programs")
@Shows(Shown.WHAT_WAS_WRITTEN)
public class ProgramChangeResource {
    private static final ChangeRequest NOTHING_SAID = new ChangeRequest(null, null);

    private final ProgramRegister register;
    private final Asking asking;
    private final PlanDesk plans;
    private final ProgramReader reader;

    ProgramChangeResource(ProgramRegister register, Asking asking, PlanDesk plans, ProgramReader reader) {
        this.register = register;
        this.asking = asking;
        this.plans = plans;
        this.reader = reader;
    }

    /** Replaces what is to be done. */
    @PUT
    @Path("/plan")
    @RolesAllowed({Roles.CLINIC_SYSTEM, Roles.CLINIC_ADMIN, Roles.THERAPIST})
    @Operation(
            operationId = "reviseProgram",
            summary = "Revise a program",
            description =
                    "Sends the whole new plan; the start of the program stays as it was. Each exercise is one of the "
                            + "catalog's, and asked for as the catalog measures it. `warnings` say what the prescriber "
                            + "should know. A caution that blocks an exercise is overridden by naming it in `overrides` "
                            + "with a reason; that holds for the rest of the program.")
    @APIResponse(
            responseCode = "422",
            description = "`contraindicated`: a caution blocks an exercise; or not valid: `errors` names each place.")
    public Response revise(
            @PathParam("patientId") String patientId,
            @PathParam("programId") String programId,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @NotNull @Valid PlanRequest body) {
        Asked asked = asking.read(patientId);
        int expected = ETags.requiredVersion(ifMatch);
        ProgramFile file = reader.file(asked.request().patient(), programId);
        CheckedPlan checked = plans.revised(asked, file, body);
        Revise command =
                new Revise(checked.plan(), checked.overrides(), body.effectiveFrom(), body.reason(), asked.today());
        Result result = register.change(Answers.programId(programId), expected, command, asked.request());
        return Answers.of(result, checked.warnings());
    }

    /** Asks nothing of the patient until the program is resumed. */
    @POST
    @Path("/pause")
    @RolesAllowed({Roles.CLINIC_SYSTEM, Roles.CLINIC_ADMIN, Roles.THERAPIST})
    @Operation(operationId = "pauseProgram", summary = "Pause an active program")
    public Response pause(
            @PathParam("patientId") String patientId,
            @PathParam("programId") String programId,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @RequestBody(required = false) @Valid @Nullable ChangeRequest body) {
        return change(patientId, programId, ifMatch, body, Pause::new);
    }

    /** Goes on after a pause. */
    @POST
    @Path("/resume")
    @RolesAllowed({Roles.CLINIC_SYSTEM, Roles.CLINIC_ADMIN, Roles.THERAPIST})
    @Operation(operationId = "resumeProgram", summary = "Resume a paused program")
    public Response resume(
            @PathParam("patientId") String patientId,
            @PathParam("programId") String programId,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @RequestBody(required = false) @Valid @Nullable ChangeRequest body) {
        return change(patientId, programId, ifMatch, body, Resume::new);
    }

    /** Closes a program that reached its end. */
    @POST
    @Path("/complete")
    @RolesAllowed({Roles.CLINIC_SYSTEM, Roles.CLINIC_ADMIN, Roles.THERAPIST})
    @Operation(operationId = "completeProgram", summary = "Complete a program")
    public Response complete(
            @PathParam("patientId") String patientId,
            @PathParam("programId") String programId,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @RequestBody(required = false) @Valid @Nullable ChangeRequest body) {
        return change(patientId, programId, ifMatch, body, Complete::new);
    }

    /** Closes a program before its time. */
    @POST
    @Path("/stop")
    @RolesAllowed({Roles.CLINIC_SYSTEM, Roles.CLINIC_ADMIN, Roles.THERAPIST})
    @Operation(operationId = "stopProgram", summary = "Stop a program before its end")
    public Response stop(
            @PathParam("patientId") String patientId,
            @PathParam("programId") String programId,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @RequestBody(required = false) @Valid @Nullable ChangeRequest body) {
        return change(patientId, programId, ifMatch, body, Stop::new);
    }

    private Response change(
            String patientId,
            String programId,
            @Nullable String ifMatch,
            @Nullable ChangeRequest body,
            ChangeOfStatus change) {
        ChangeRequest said = body == null ? NOTHING_SAID : body;
        Asked asked = asking.read(patientId);
        int expected = ETags.requiredVersion(ifMatch);
        Change command = change.of(said.effectiveFrom(), said.reason(), asked.today());
        return Answers.of(register.change(Answers.programId(programId), expected, command, asked.request()));
    }

    /** Makes one of the commands that differ in nothing but their name. */
    @FunctionalInterface
    private interface ChangeOfStatus {
        Change of(@Nullable LocalDate effectiveFrom, @Nullable String reason, LocalDate today);
    }
}
