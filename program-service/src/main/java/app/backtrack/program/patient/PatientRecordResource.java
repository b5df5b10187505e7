package app.backtrack.program.patient;

import app.backtrack.program.identity.IdentityAnswer;
import app.backtrack.program.identity.IdentityRequest;
import app.backtrack.program.identity.PatientIdentity;
import app.backtrack.program.patient.PatientRegister.Request;
import app.backtrack.program.patient.PatientStore.Identified;
import app.backtrack.runtime.access.Shown;
import app.backtrack.runtime.access.Shows;
import app.backtrack.runtime.access.SystemScope;
import app.backtrack.runtime.http.Caller;
import app.backtrack.runtime.http.ETags;
import app.backtrack.runtime.http.Refusal;
import app.backtrack.runtime.http.Roles;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Shows what a clinic keeps about a patient, and changes who the patient is. */
@Path("/v1/patients/{patientId}")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Patients")
@SecurityRequirement(name = "token")
@APIResponse(responseCode = "404", description = "`unknown-patient`: not one of the caller's clinic.")
@RunOnVirtualThread
@SystemScope("patients")
public class PatientRecordResource {
    private final PatientStore patients;
    private final PatientAsking asking;
    private final Caller caller;

    PatientRecordResource(PatientStore patients, PatientAsking asking, Caller caller) {
        this.patients = patients;
        this.asking = asking;
        this.caller = caller;
    }

    /** Shows who decided what about a patient, when and why. */
    @GET
    @Path("/history")
    @RolesAllowed({Roles.CLINIC_SYSTEM, Roles.CLINIC_ADMIN, Roles.THERAPIST, Roles.PATIENT})
    @Operation(operationId = "getPatientHistory", summary = "Show who decided what about a patient, when and why")
    @APIResponse(
            responseCode = "200",
            description = "Every decision, the first one first.",
            content = @Content(schema = @Schema(implementation = PatientHistoryAnswer.class)))
    public PatientHistoryAnswer history(@PathParam("patientId") String patientId) {
        return patients.file(caller.patient(patientId))
                .map(PatientHistoryAnswer::of)
                .orElseThrow(Refusal::unknownPatient);
    }

    /** Shows what the patient wants to reach. */
    @GET
    @Path("/goals")
    @RolesAllowed({Roles.CLINIC_SYSTEM, Roles.CLINIC_ADMIN, Roles.THERAPIST, Roles.PATIENT})
    @Operation(operationId = "getGoals", summary = "Show a patient's goals and limited activities")
    @APIResponse(
            responseCode = "200",
            description = "The goals.",
            headers = @Header(name = "ETag", schema = @Schema(implementation = String.class, examples = "\"2\"")),
            content = @Content(schema = @Schema(implementation = GoalsAnswer.class)))
    public Response goals(@PathParam("patientId") String patientId) {
        Patient patient = found(patientId);
        return Response.ok(GoalsAnswer.of(patient))
                .header(HttpHeaders.ETAG, ETags.of(patient.care().version()))
                .build();
    }

    /** Shows the time zones of the patient's home. */
    @GET
    @Path("/time-zone")
    @RolesAllowed({Roles.CLINIC_SYSTEM, Roles.CLINIC_ADMIN, Roles.THERAPIST, Roles.PATIENT})
    @Operation(operationId = "getTimeZones", summary = "Show the time zones of a patient's home, past and to come")
    @APIResponse(
            responseCode = "200",
            description = "The zones.",
            headers = @Header(name = "ETag", schema = @Schema(implementation = String.class, examples = "\"2\"")),
            content = @Content(schema = @Schema(implementation = ZonesAnswer.class)))
    public Response timeZones(@PathParam("patientId") String patientId) {
        Care care = found(patientId).care();
        return Response.ok(ZonesAnswer.of(care, asking.now()))
                .header(HttpHeaders.ETAG, ETags.of(care.version()))
                .build();
    }

    /** Shows who the patient is. */
    @GET
    @Path("/identity")
    @RolesAllowed({Roles.CLINIC_SYSTEM, Roles.CLINIC_ADMIN, Roles.THERAPIST, Roles.PATIENT})
    @Operation(operationId = "getIdentity", summary = "Show who a patient is")
    @APIResponse(
            responseCode = "200",
            description = "The identity, with an ETag of its own.",
            headers = @Header(name = "ETag", schema = @Schema(implementation = String.class, examples = "\"1\"")),
            content = @Content(schema = @Schema(implementation = IdentityAnswer.class)))
    public Response identity(@PathParam("patientId") String patientId) {
        return answer(found(patientId));
    }

    /** Changes who the patient is. */
    @PUT
    @Path("/identity")
    @RolesAllowed({Roles.CLINIC_SYSTEM, Roles.CLINIC_ADMIN, Roles.THERAPIST})
    @Operation(
            operationId = "changeIdentity",
            summary = "Change who a patient is",
            description = "Sends the whole identity; what it replaces is forgotten. It goes to no event and no other "
                    + "service.")
    @APIResponse(
            responseCode = "200",
            description = "The identity in its new version.",
            headers = @Header(name = "ETag", schema = @Schema(implementation = String.class, examples = "\"2\"")),
            content = @Content(schema = @Schema(implementation = IdentityAnswer.class)))
    @APIResponse(responseCode = "409", description = "`own-identifier-taken`: another patient has it.")
    @Shows(Shown.PATIENT_IN_PATH)
    public Response changeIdentity(
            @PathParam("patientId") String patientId,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @NotNull @Valid IdentityRequest body) {
        Request request = asking.read(patientId);
        PatientIdentity identity = PatientAnswers.checked(body.identity(), request.at());
        int current = found(patientId).identity().number();
        int expected = ETags.requiredVersion(ifMatch);
        if (expected != current) {
            throw ETags.stale(current);
        }
        Identified result = patients.identify(request.patient(), expected, identity, request.actor(), request.at());
        return switch (result) {
            case DONE -> answer(found(patientId));
            case STALE -> throw ETags.stale(found(patientId).identity().number());
            case IDENTIFIER_TAKEN -> throw PatientAnswers.identifierTaken();
        };
    }

    private static Response answer(Patient patient) {
        return Response.ok(IdentityAnswer.of(patient.identity()))
                .header(HttpHeaders.ETAG, ETags.of(patient.identity().number()))
                .build();
    }

    private Patient found(String patientId) {
        return patients.find(caller.patient(patientId)).orElseThrow(Refusal::unknownPatient);
    }
}
