package app.backtrack.program.prescription;

import app.backtrack.events.ProgramEvent.PlannedExercise;
import app.backtrack.program.item.ItemCheck;
import app.backtrack.program.prescription.Asking.Asked;
import app.backtrack.program.prescription.ProgramCommand.Change;
import app.backtrack.program.prescription.ProgramCommand.Complete;
import app.backtrack.program.prescription.ProgramCommand.Pause;
import app.backtrack.program.prescription.ProgramCommand.Resume;
import app.backtrack.program.prescription.ProgramCommand.Revise;
import app.backtrack.program.prescription.ProgramCommand.Stop;
import app.backtrack.runtime.http.ETags;
import app.backtrack.runtime.http.Problem.Flaw;
import app.backtrack.runtime.http.Refusal;
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
import java.util.List;
import java.util.function.Function;
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
        description = "`program-ended`, `program-not-active`, `program-not-paused` or `too-many-versions`.")
@RunOnVirtualThread
public class ProgramChangeResource {
    private static final ChangeRequest NOTHING_SAID = new ChangeRequest(null, null);

    private final ProgramRegister register;
    private final Asking asking;
    private final ItemCheck items;

    ProgramChangeResource(ProgramRegister register, Asking asking, ItemCheck items) {
        this.register = register;
        this.asking = asking;
        this.items = items;
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
                            + "catalog's, and asked for as the catalog measures it.")
    public Response revise(
            @PathParam("patientId") String patientId,
            @PathParam("programId") String programId,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @NotNull @Valid PlanRequest body) {
        Asked asked = asking.read(patientId);
        List<PlannedExercise> planned = body.plannedExercises();
        List<Flaw> flaws = items.flaws(asked.request().patient().clinic(), planned, "/items");
        if (!flaws.isEmpty()) {
            throw Refusal.invalid(flaws.toArray(Flaw[]::new));
        }
        return change(
                asked,
                programId,
                ifMatch,
                today -> new Revise(body.name(), body.weeks(), planned, body.effectiveFrom(), body.reason(), today));
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
        return change(
                asking.read(patientId),
                programId,
                ifMatch,
                today -> change.of(said.effectiveFrom(), said.reason(), today));
    }

    private Response change(
            Asked asked, String programId, @Nullable String ifMatch, Function<LocalDate, Change> change) {
        int expected = ETags.requiredVersion(ifMatch);
        return Answers.of(
                register.change(Answers.programId(programId), expected, change.apply(asked.today()), asked.request()));
    }

    /** Makes one of the commands that differ in nothing but their name. */
    @FunctionalInterface
    private interface ChangeOfStatus {
        Change of(@Nullable LocalDate effectiveFrom, @Nullable String reason, LocalDate today);
    }
}
