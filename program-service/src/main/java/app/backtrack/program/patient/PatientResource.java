package app.backtrack.program.patient;

import app.backtrack.events.PatientEvent.PatientEnrolled;
import app.backtrack.events.PatientId;
import app.backtrack.events.PatientRef;
import app.backtrack.program.patient.PatientRegister.Enrolment;
import app.backtrack.program.query.Page;
import app.backtrack.runtime.http.Caller;
import app.backtrack.runtime.http.Problem.Flaw;
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
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Enrols and shows a clinic's patients. */
@Path("/v1/patients")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Patients", description = "Who is in a clinic's care.")
@SecurityRequirement(name = "token")
@RunOnVirtualThread
public class PatientResource {
    private final PatientRegister register;
    private final PatientStore patients;
    private final Caller caller;
    private final Clock clock;

    PatientResource(PatientRegister register, PatientStore patients, Caller caller, Clock clock) {
        this.register = register;
        this.patients = patients;
        this.caller = caller;
        this.clock = clock;
    }

    /** Enrols a patient under a pseudonym that the clinic's system made. */
    @PUT
    @Path("/{patientId}")
    @RolesAllowed({Roles.CLINIC_SYSTEM, Roles.CLINIC_ADMIN, Roles.THERAPIST})
    @Operation(
            operationId = "enrolPatient",
            summary = "Enrol a patient",
            description = "The same request again changes nothing, so it is safe to repeat after a time-out.")
    @APIResponse(
            responseCode = "201",
            description = "Enrolled.",
            content = @Content(schema = @Schema(implementation = PatientAnswer.class)))
    @APIResponse(
            responseCode = "200",
            description = "Was enrolled already, with the same content.",
            content = @Content(schema = @Schema(implementation = PatientAnswer.class)))
    @APIResponse(
            responseCode = "409",
            description =
                    "`patient-exists`: enrolled with other content. `own-identifier-taken`: another patient has it.")
    public Response enrol(
            @Parameter(description = "Any UUID, made by the clinic.") @PathParam("patientId") String patientId,
            @NotNull @Valid EnrolmentRequest body) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        Patient patient = patient(new PatientRef(caller.clinic(), newId(patientId)), body, now);
        return switch (register.enrol(patient, caller.actor(), now)) {
            case Enrolment.New enrolled ->
                Response.status(Response.Status.CREATED)
                        .header(
                                HttpHeaders.LOCATION,
                                "/v1/patients/" + patient.ref().patient())
                        .entity(PatientAnswer.of(enrolled.patient()))
                        .build();
            case Enrolment.Same before ->
                Response.ok(PatientAnswer.of(before.patient())).build();
            case Enrolment.Differs differs ->
                throw Refusal.conflict(
                        "patient-exists",
                        "This patient is enrolled already",
                        "The stored enrolment has other content; read it to see what differs.");
            case Enrolment.IdentifierTaken taken ->
                throw Refusal.conflict(
                        "own-identifier-taken",
                        "Another patient has this own identifier",
                        "An own identifier names one patient of the clinic; send the right one, or none.");
        };
    }

    /** Shows one patient. */
    @GET
    @Path("/{patientId}")
    @RolesAllowed({Roles.CLINIC_SYSTEM, Roles.CLINIC_ADMIN, Roles.THERAPIST, Roles.PATIENT})
    @Operation(operationId = "getPatient", summary = "Show a patient")
    @APIResponse(
            responseCode = "200",
            description = "The patient.",
            content = @Content(schema = @Schema(implementation = PatientAnswer.class)))
    @APIResponse(responseCode = "404", description = "`unknown-patient`: not one of the caller's clinic.")
    public PatientAnswer get(@PathParam("patientId") String patientId) {
        return patients.find(caller.patient(patientId)).map(PatientAnswer::of).orElseThrow(Refusal::unknownPatient);
    }

    /** Lists the clinic's patients. */
    @GET
    @RolesAllowed({Roles.CLINIC_SYSTEM, Roles.CLINIC_ADMIN, Roles.THERAPIST})
    @Operation(
            operationId = "listPatients",
            summary = "List the clinic's patients",
            description = "In the order of their ids; `Link: <…>; rel=\"next\"` leads on.")
    @APIResponse(
            responseCode = "200",
            description = "One page.",
            content = @Content(schema = @Schema(implementation = PatientAnswer.Listing.class)))
    public Response list(
            @Parameter(description = "1 to 200, 50 if not given.", schema = @Schema(implementation = Integer.class))
                    @QueryParam("limit")
                    @Nullable
                    String limit,
            @Parameter(description = "From the `Link` of the page before.") @QueryParam("cursor") @Nullable
                    String cursor) {
        Page page = Page.of(limit, cursor);
        PatientId after = page.after() == null ? null : new PatientId(page.after());
        List<Patient> read = patients.list(caller.clinic(), after, page.lookAhead());
        Response.ResponseBuilder answer = Response.ok(new PatientAnswer.Listing(
                page.cut(read).stream().map(PatientAnswer::of).toList()));
        page.nextLink("/v1/patients", read, patient -> patient.ref().patient().value())
                .ifPresent(link -> answer.header(HttpHeaders.LINK, link));
        return answer.build();
    }

    private static PatientId newId(String text) {
        try {
            return PatientId.of(text);
        } catch (IllegalArgumentException e) {
            throw Refusal.invalid(Flaw.ofParameter("patientId", "must be a UUID"));
        }
    }

    private static Patient patient(PatientRef ref, EnrolmentRequest body, Instant now) {
        if (!ZoneId.getAvailableZoneIds().contains(body.zone())) {
            throw Refusal.invalid(Flaw.at("/zone", "must be an IANA time zone such as Europe/Berlin"));
        }
        LocalDate enrolledOn = LocalDate.ofInstant(now, ZoneId.of(body.zone()));
        List<String> therapists = body.therapists().stream().distinct().sorted().toList();
        return new Patient(
                ref,
                new PatientEnrolled(1, enrolledOn, body.zone(), therapists),
                new PatientIdentity(body.ownIdentifier(), body.name()));
    }
}
