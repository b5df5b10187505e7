package app.backtrack.program.prescription;

import app.backtrack.events.PatientRef;
import app.backtrack.program.prescription.Asking.Asked;
import app.backtrack.program.prescription.ProgramCommand.Prescribe;
import app.backtrack.program.query.Page;
import app.backtrack.program.query.TimeParameter;
import app.backtrack.runtime.access.AccessNotes;
import app.backtrack.runtime.access.SystemScope;
import app.backtrack.runtime.http.Refusal;
import app.backtrack.runtime.http.Roles;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Prescribes programs and shows them, with all that was ever decided about them. */
@Path("/v1/patients/{patientId}/programs")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Programs", description = "What a patient is to do.")
@SecurityRequirement(name = "token")
@RunOnVirtualThread
@SystemScope("programs")
public class ProgramResource {
    private final ProgramRegister register;
    private final ProgramStore programs;
    private final PlanDesk plans;
    private final ProgramReader reader;
    private final Asking asking;
    private final AccessNotes notes;

    ProgramResource(
            ProgramRegister register,
            ProgramStore programs,
            PlanDesk plans,
            ProgramReader reader,
            Asking asking,
            AccessNotes notes) {
        this.register = register;
        this.programs = programs;
        this.plans = plans;
        this.reader = reader;
        this.asking = asking;
        this.notes = notes;
    }

    /** Prescribes a program from a template. */
    @PUT
    @Path("/{programId}")
    @RolesAllowed({Roles.CLINIC_SYSTEM, Roles.CLINIC_ADMIN, Roles.THERAPIST})
    @Operation(
            operationId = "prescribeProgram",
            summary = "Prescribe a program",
            description =
                    "From one of our templates or of the clinic's own, with all its phases; or with a plan of the "
                            + "therapist's in its place. The start may lie in the past. `warnings` say what the prescriber should "
                            + "know. A caution that blocks an exercise is overridden by naming it in `overrides` with a reason. "
                            + "The same request again changes nothing.")
    @APIResponse(
            responseCode = "201",
            description = "Prescribed.",
            headers = @Header(name = "ETag", schema = @Schema(implementation = String.class, examples = "\"1\"")),
            content = @Content(schema = @Schema(implementation = ProgramAnswer.class)))
    @APIResponse(
            responseCode = "200",
            description = "Was prescribed already, with the same content; the program as it is now.",
            headers = @Header(name = "ETag", schema = @Schema(implementation = String.class, examples = "\"3\"")),
            content = @Content(schema = @Schema(implementation = ProgramAnswer.class)))
    @APIResponse(responseCode = "404", description = "`unknown-patient`.")
    @APIResponse(
            responseCode = "409",
            description = "`another-program-open`: the patient has another active or paused program. "
                    + "`program-exists`: prescribed already with other content. `patient-discharged`: enrol them again "
                    + "first.")
    @APIResponse(
            responseCode = "422",
            description = "`contraindicated`: a caution blocks an exercise; or not valid: `errors` names each place.")
    public Response prescribe(
            @PathParam("patientId") String patientId,
            @Parameter(description = "Any UUID, made by the caller.") @PathParam("programId") String programId,
            @NotNull @Valid PrescriptionRequest body) {
        Asked asked = asking.readEnrolled(patientId);
        UUID id = Answers.newProgramId(programId);
        CheckedPlan checked = plans.prescribed(asked, body);
        Prescribe command = new Prescribe(id, checked.plan(), checked.overrides(), body.reason(), asked.today());
        ProgramRegister.Result result = register.prescribe(command, asked.request());
        if (result instanceof ProgramRegister.Result.Done) {
            // It was so already: no event says that it was seen.
            notes.shows(asked.request().patient());
        }
        return Answers.of(result, checked.warnings());
    }

    /** Shows a program as it is, or as it was on a day or known at a time. */
    @GET
    @Path("/{programId}")
    @RolesAllowed({Roles.CLINIC_SYSTEM, Roles.CLINIC_ADMIN, Roles.THERAPIST, Roles.PATIENT})
    @Operation(
            operationId = "getProgram",
            summary = "Show a program as it is, was in force, or was known",
            description = "Without `on` and `asOf` its newest version. With both: the version that, by what was known "
                    + "then, was in force on that day.")
    @APIResponse(
            responseCode = "200",
            description = "The program.",
            headers = @Header(name = "ETag", schema = @Schema(implementation = String.class, examples = "\"3\"")),
            content = @Content(schema = @Schema(implementation = ProgramAnswer.class)))
    @APIResponse(
            responseCode = "404",
            description = "`unknown-patient` or `unknown-program`. `no-version-then`: it had no version yet.")
    public Response get(
            @PathParam("patientId") String patientId,
            @PathParam("programId") String programId,
            @Parameter(
                            description = "The patient's local date on which the version was in force.",
                            example = "2026-10-05",
                            schema = @Schema(implementation = LocalDate.class))
                    @QueryParam("on")
                    @Nullable
                    String on,
            @Parameter(
                            description = "The instant of knowledge, UTC: what was decided later is left out.",
                            example = "2026-10-05T12:00:00Z",
                            schema = @Schema(implementation = Instant.class))
                    @QueryParam("asOf")
                    @Nullable
                    String asOf) {
        LocalDate day = on == null ? null : TimeParameter.date("on", on);
        Instant known = asOf == null ? null : TimeParameter.instant("asOf", asOf);
        return VersionRules.version(reader.file(patientId, programId).versions(), day, known)
                .map(Answers::version)
                .orElseThrow(() -> Refusal.notFound("no-version-then", "The program had no version then"));
    }

    /** Lists a patient's programs. */
    @GET
    @RolesAllowed({Roles.CLINIC_SYSTEM, Roles.CLINIC_ADMIN, Roles.THERAPIST, Roles.PATIENT})
    @Operation(
            operationId = "listPrograms",
            summary = "List a patient's programs",
            description = "In the order of their ids; `Link: <…>; rel=\"next\"` leads on.")
    @APIResponse(
            responseCode = "200",
            description = "One page.",
            headers = @Header(name = HttpHeaders.LINK, schema = @Schema(implementation = String.class)),
            content = @Content(schema = @Schema(implementation = ProgramAnswer.Listing.class)))
    @APIResponse(responseCode = "404", description = "`unknown-patient`.")
    public Response list(
            @PathParam("patientId") String patientId,
            @Parameter(description = "1 to 200, 50 if not given.", schema = @Schema(implementation = Integer.class))
                    @QueryParam("limit")
                    @Nullable
                    String limit,
            @Parameter(description = "From the `Link` of the page before.") @QueryParam("cursor") @Nullable
                    String cursor) {
        Page page = Page.of(limit, cursor);
        PatientRef patient = reader.patient(patientId);
        List<ProgramSummary> read = programs.list(patient, page.after(), page.lookAhead());
        Response.ResponseBuilder answer = Response.ok(new ProgramAnswer.Listing(page.cut(read)));
        page.nextLink("/v1/patients/" + patient.patient() + "/programs", read, ProgramSummary::programId)
                .ifPresent(link -> answer.header(HttpHeaders.LINK, link));
        return answer.build();
    }
}
