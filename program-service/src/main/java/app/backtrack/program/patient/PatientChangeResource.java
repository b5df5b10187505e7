package app.backtrack.program.patient;

import app.backtrack.events.PatientEvent.Goal;
import app.backtrack.program.patient.PatientAnswer.Warning;
import app.backtrack.program.patient.PatientCommand.AssignTherapists;
import app.backtrack.program.patient.PatientCommand.ChangeTimeZone;
import app.backtrack.program.patient.PatientCommand.Discharge;
import app.backtrack.program.patient.PatientCommand.EnrolAgain;
import app.backtrack.program.patient.PatientCommand.SetGoals;
import app.backtrack.program.patient.PatientRegister.Request;
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
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Changes the care of a patient who was enrolled. */
@Path("/v1/patients/{patientId}")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Patients")
@SecurityRequirement(name = "token")
@APIResponse(
        responseCode = "200",
        description = "The patient in the new version; in the same one if nothing was to be changed.",
        headers = @Header(name = "ETag", schema = @Schema(implementation = String.class, examples = "\"2\"")),
        content = @Content(schema = @Schema(implementation = PatientAnswer.class)))
@APIResponse(responseCode = "404", description = "`unknown-patient`: not one of the caller's clinic.")
@APIResponse(responseCode = "409", description = "`patient-discharged` or `too-many-versions`.")
@RunOnVirtualThread
@SystemScope("patients")
@Shows(Shown.WHAT_WAS_WRITTEN)
public class PatientChangeResource {
    private final PatientRegister register;
    private final OpenPrograms programs;
    private final PatientAsking asking;

    PatientChangeResource(PatientRegister register, OpenPrograms programs, PatientAsking asking) {
        this.register = register;
        this.programs = programs;
        this.asking = asking;
    }

    /** Ends the care. */
    @POST
    @Path("/discharge")
    @RolesAllowed({Roles.CLINIC_SYSTEM, Roles.CLINIC_ADMIN, Roles.THERAPIST})
    @Operation(
            operationId = "dischargePatient",
            summary = "Discharge a patient",
            description =
                    "Today is the last day in care: nothing is due and nobody is reminded from tomorrow on. An open "
                            + "program must be completed or stopped first; its history stays.")
    @APIResponse(
            responseCode = "409",
            description = "`program-open`: the detail names it. `patient-discharged`: is so already.")
    public Response discharge(
            @PathParam("patientId") String patientId,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @RequestBody(required = false) @Valid @Nullable DischargeRequest body) {
        Request request = asking.read(patientId);
        String reason = body == null ? null : body.reason();
        return change(
                ifMatch,
                new Discharge(reason, programs.openProgram(request.patient()).orElse(null), request.at()),
                request);
    }

    /** Takes a discharged patient on again. */
    @POST
    @Path("/enrol")
    @RolesAllowed({Roles.CLINIC_SYSTEM, Roles.CLINIC_ADMIN, Roles.THERAPIST})
    @Operation(
            operationId = "enrolPatientAgain",
            summary = "Enrol a discharged patient again",
            description = "Under the same id, from today on; zone and therapists are given anew. Goals, identity and "
                    + "history stay.")
    @APIResponse(responseCode = "409", description = "`patient-enrolled` or `too-many-versions`.")
    public Response enrolAgain(
            @PathParam("patientId") String patientId,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @NotNull @Valid CareRequest body) {
        Request request = asking.read(patientId);
        String zone = CareRequest.known(body.zone());
        List<Warning> warnings = asking.warnings(request.patient(), body.therapists());
        return change(
                ifMatch, new EnrolAgain(zone, CareRequest.sorted(body.therapists()), request.at()), request, warnings);
    }

    /** Has other therapists look after the patient. */
    @PUT
    @Path("/therapists")
    @RolesAllowed({Roles.CLINIC_SYSTEM, Roles.CLINIC_ADMIN, Roles.THERAPIST})
    @Operation(
            operationId = "assignTherapists",
            summary = "Say who looks after a patient",
            description = "Sends the whole list. Therapists whom the clinic never had are taken, with a warning.")
    public Response assign(
            @PathParam("patientId") String patientId,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @NotNull @Valid TherapistsRequest body) {
        Request request = asking.read(patientId);
        List<Warning> warnings = asking.warnings(request.patient(), body.therapists());
        return change(
                ifMatch, new AssignTherapists(CareRequest.sorted(body.therapists()), request.at()), request, warnings);
    }

    /** Notes that the patient's home has another time zone. */
    @PUT
    @Path("/time-zone")
    @RolesAllowed({Roles.CLINIC_SYSTEM, Roles.CLINIC_ADMIN, Roles.THERAPIST})
    @Operation(
            operationId = "changeTimeZone",
            summary = "Change the time zone of a patient's home",
            description =
                    "From today in the new zone, or from a day up to a year ahead. What was logged before keeps its "
                            + "dates.")
    public Response changeTimeZone(
            @PathParam("patientId") String patientId,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @NotNull @Valid ZoneRequest body) {
        Request request = asking.read(patientId);
        String zone = CareRequest.known(body.zone());
        return change(ifMatch, new ChangeTimeZone(zone, body.effectiveFrom(), request.at()), request);
    }

    /** Writes down anew what the patient wants to reach. */
    @PUT
    @Path("/goals")
    @RolesAllowed({Roles.CLINIC_SYSTEM, Roles.CLINIC_ADMIN, Roles.THERAPIST})
    @Operation(
            operationId = "setGoals",
            summary = "Write down a patient's goals and limited activities",
            description = "Sends both whole lists.")
    @APIResponse(
            responseCode = "200",
            description = "The goals in the new version; in the same one if nothing was to be changed.",
            headers = @Header(name = "ETag", schema = @Schema(implementation = String.class, examples = "\"2\"")),
            content = @Content(schema = @Schema(implementation = GoalsAnswer.class)))
    public Response setGoals(
            @PathParam("patientId") String patientId,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @NotNull @Valid GoalsRequest body) {
        Request request = asking.read(patientId);
        List<Goal> goals = GoalsRequest.read(body.goals());
        List<Goal> activities = GoalsRequest.read(body.activities());
        PatientAnswers.require(GoalRules.flaws(goals, activities));
        Patient patient = PatientAnswers.done(register.change(
                ETags.requiredVersion(ifMatch), new SetGoals(goals, activities, request.at()), request));
        return Response.ok(GoalsAnswer.of(patient))
                .header(HttpHeaders.ETAG, ETags.of(patient.care().version()))
                .build();
    }

    private Response change(@Nullable String ifMatch, PatientCommand command, Request request) {
        return change(ifMatch, command, request, List.of());
    }

    private Response change(@Nullable String ifMatch, PatientCommand command, Request request, List<Warning> warnings) {
        Patient patient = PatientAnswers.done(register.change(ETags.requiredVersion(ifMatch), command, request));
        return PatientAnswers.of(Response.ok(), patient, request.at(), warnings);
    }
}
