package app.backtrack.program.prescription;

import app.backtrack.events.PatientRef;
import app.backtrack.events.ProgramEvent.ProgramPlan;
import app.backtrack.program.patient.PatientStore;
import app.backtrack.program.prescription.Asking.Asked;
import app.backtrack.program.prescription.ProgramCommand.Prescribe;
import app.backtrack.program.query.Page;
import app.backtrack.program.query.WholeNumber;
import app.backtrack.runtime.http.Caller;
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
public class ProgramResource {
    private static final int LAST_VERSION = ProgramDecider.MAX_VERSIONS + 1;

    private final ProgramRegister register;
    private final ProgramStore programs;
    private final TemplatePlans plans;
    private final PatientStore patients;
    private final Asking asking;
    private final Caller caller;

    ProgramResource(
            ProgramRegister register,
            ProgramStore programs,
            TemplatePlans plans,
            PatientStore patients,
            Asking asking,
            Caller caller) {
        this.register = register;
        this.programs = programs;
        this.plans = plans;
        this.patients = patients;
        this.asking = asking;
        this.caller = caller;
    }

    /** Prescribes a program from a template. */
    @PUT
    @Path("/{programId}")
    @RolesAllowed({Roles.CLINIC_SYSTEM, Roles.CLINIC_ADMIN, Roles.THERAPIST})
    @Operation(
            operationId = "prescribeProgram",
            summary = "Prescribe a program",
            description = "From one of our templates or of the clinic's own, of which it takes the items of the first "
                    + "phase. The start may lie in the past. The same request again changes nothing.")
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
    public Response prescribe(
            @PathParam("patientId") String patientId,
            @Parameter(description = "Any UUID, made by the caller.") @PathParam("programId") String programId,
            @NotNull @Valid PrescriptionRequest body) {
        Asked asked = asking.readEnrolled(patientId);
        UUID id = Answers.newProgramId(programId);
        ProgramPlan plan = plans.plan(asked.request().patient().clinic(), body.template(), body.startsOn());
        return Answers.of(register.prescribe(new Prescribe(id, plan, body.reason(), asked.today()), asked.request()));
    }

    /** Shows a program as it is, or as it was in one of its versions. */
    @GET
    @Path("/{programId}")
    @RolesAllowed({Roles.CLINIC_SYSTEM, Roles.CLINIC_ADMIN, Roles.THERAPIST, Roles.PATIENT})
    @Operation(operationId = "getProgram", summary = "Show a program, or a past version of it")
    @APIResponse(
            responseCode = "200",
            description = "The program.",
            headers = @Header(name = "ETag", schema = @Schema(implementation = String.class, examples = "\"3\"")),
            content = @Content(schema = @Schema(implementation = ProgramAnswer.class)))
    @APIResponse(responseCode = "404", description = "`unknown-patient`, `unknown-program` or `unknown-version`.")
    public Response get(
            @PathParam("patientId") String patientId,
            @PathParam("programId") String programId,
            @Parameter(
                            description = "A version from 1; the current one if not given.",
                            schema = @Schema(implementation = Integer.class))
                    @QueryParam("version")
                    @Nullable
                    String version) {
        ProgramFile file = file(patientId, programId);
        if (version == null) {
            return Answers.version(file.last());
        }
        int number = WholeNumber.parameter("version", version, 1, LAST_VERSION);
        if (number > file.version()) {
            throw Refusal.notFound("unknown-version", "The program has no such version");
        }
        return Answers.version(file.versions().get(number - 1));
    }

    /** Shows who decided what about a program, when and why. */
    @GET
    @Path("/{programId}/history")
    @RolesAllowed({Roles.CLINIC_SYSTEM, Roles.CLINIC_ADMIN, Roles.THERAPIST, Roles.PATIENT})
    @Operation(operationId = "getProgramHistory", summary = "Show who decided what, when and why")
    @APIResponse(
            responseCode = "200",
            description = "Every decision, the first one first.",
            content = @Content(schema = @Schema(implementation = ProgramHistoryAnswer.class)))
    @APIResponse(responseCode = "404", description = "`unknown-patient` or `unknown-program`.")
    public ProgramHistoryAnswer history(
            @PathParam("patientId") String patientId, @PathParam("programId") String programId) {
        return ProgramHistoryAnswer.of(file(patientId, programId));
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
        PatientRef patient = known(patientId);
        List<ProgramSummary> read = programs.list(patient, page.after(), page.lookAhead());
        Response.ResponseBuilder answer = Response.ok(new ProgramAnswer.Listing(page.cut(read)));
        page.nextLink("/v1/patients/" + patient.patient() + "/programs", read, ProgramSummary::programId)
                .ifPresent(link -> answer.header(HttpHeaders.LINK, link));
        return answer.build();
    }

    private ProgramFile file(String patientId, String programId) {
        PatientRef patient = known(patientId);
        return programs.find(patient, Answers.programId(programId))
                .orElseThrow(() -> Answers.refusal(Rejection.NOT_PRESCRIBED));
    }

    private PatientRef known(String patientId) {
        PatientRef patient = caller.patient(patientId);
        if (!patients.isKnown(patient)) {
            throw Refusal.unknownPatient();
        }
        return patient;
    }
}
