package app.backtrack.program.patient;

import app.backtrack.events.PatientEvent.PatientEnrolled;
import app.backtrack.events.PatientId;
import app.backtrack.program.identity.PatientIdentity;
import app.backtrack.program.patient.PatientAnswer.Warning;
import app.backtrack.program.patient.PatientRegister.Enrolment;
import app.backtrack.program.patient.PatientRegister.Request;
import app.backtrack.program.query.Choice;
import app.backtrack.program.query.Page;
import app.backtrack.runtime.access.AccessNotes;
import app.backtrack.runtime.access.Shown;
import app.backtrack.runtime.access.Shows;
import app.backtrack.runtime.access.SystemScope;
import app.backtrack.runtime.http.Caller;
import app.backtrack.runtime.http.ETags;
import app.backtrack.runtime.http.Problem.Flaw;
import app.backtrack.runtime.http.Refusal;
import app.backtrack.runtime.http.Roles;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Enrols, shows and finds a clinic's patients. */
@Path("/v1/patients")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Patients", description = "Who is in a clinic's care.")
@SecurityRequirement(name = "token")
@RunOnVirtualThread
@SystemScope("patients")
public class PatientResource {
    private static final Pattern CLINICIAN = Pattern.compile(CareRequest.CLINICIAN);

    private final PatientRegister register;
    private final PatientStore patients;
    private final PatientAsking asking;
    private final Caller caller;
    private final AccessNotes notes;

    PatientResource(
            PatientRegister register, PatientStore patients, PatientAsking asking, Caller caller, AccessNotes notes) {
        this.register = register;
        this.patients = patients;
        this.asking = asking;
        this.caller = caller;
        this.notes = notes;
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
            headers = @Header(name = "ETag", schema = @Schema(implementation = String.class, examples = "\"1\"")),
            content = @Content(schema = @Schema(implementation = PatientAnswer.class)))
    @APIResponse(
            responseCode = "200",
            description = "Was enrolled already, with the same content; the patient as they are now.",
            headers = @Header(name = "ETag", schema = @Schema(implementation = String.class, examples = "\"3\"")),
            content = @Content(schema = @Schema(implementation = PatientAnswer.class)))
    @APIResponse(
            responseCode = "409",
            description = "`patient-exists`: enrolled with other content. `patient-discharged`: was enrolled, and "
                    + "discharged since. `own-identifier-taken`: another patient has it.")
    public Response enrol(
            @Parameter(description = "Any UUID, made by the clinic.") @PathParam("patientId") String patientId,
            @NotNull @Valid EnrolmentRequest body) {
        Request request = asking.readNew(patientId);
        String zone = CareRequest.known(body.zone());
        PatientIdentity identity = PatientAnswers.checked(body.identity(), request.at());
        LocalDate enrolledOn = LocalDate.ofInstant(request.at(), ZoneId.of(zone));
        List<Warning> warnings = asking.warnings(request.patient(), body.therapists());
        PatientEnrolled enrolled = new PatientEnrolled(1, enrolledOn, zone, CareRequest.sorted(body.therapists()));
        return switch (register.enrol(enrolled, identity, request)) {
            case Enrolment.New made ->
                PatientAnswers.of(
                        Response.status(Response.Status.CREATED)
                                .header(
                                        HttpHeaders.LOCATION,
                                        "/v1/patients/" + request.patient().patient()),
                        made.patient(),
                        request.at(),
                        warnings);
            case Enrolment.Same before -> {
                notes.shows(before.patient().ref());
                yield PatientAnswers.of(Response.ok(), before.patient(), request.at(), warnings);
            }
            case Enrolment.Differs differs ->
                throw Refusal.conflict(
                        "patient-exists",
                        "This patient is enrolled already",
                        "The stored enrolment has other content; read it to see what differs.");
            case Enrolment.Discharged discharged -> throw PatientAnswers.refusal(PatientRejection.DISCHARGED);
            case Enrolment.IdentifierTaken taken -> throw PatientAnswers.identifierTaken();
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
            headers = @Header(name = "ETag", schema = @Schema(implementation = String.class, examples = "\"3\"")),
            content = @Content(schema = @Schema(implementation = PatientAnswer.class)))
    @APIResponse(responseCode = "404", description = "`unknown-patient`: not one of the caller's clinic.")
    public Response get(@PathParam("patientId") String patientId) {
        Patient patient = patients.find(caller.patient(patientId)).orElseThrow(Refusal::unknownPatient);
        return Response.ok(PatientAnswer.of(patient, asking.now()))
                .header(HttpHeaders.ETAG, ETags.of(patient.care().version()))
                .build();
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
            headers = @Header(name = HttpHeaders.LINK, schema = @Schema(implementation = String.class)),
            content = @Content(schema = @Schema(implementation = PatientAnswer.Listing.class)))
    @Shows(Shown.PATIENTS_NAMED)
    public Response list(
            @Parameter(
                            description = "Only these; all if not given.",
                            schema = @Schema(implementation = CareStatus.class))
                    @QueryParam("status")
                    @Nullable
                    String status,
            @Parameter(description = "Only patients of this therapist.", example = "thea.harbour")
                    @QueryParam("therapist")
                    @Nullable
                    String therapist,
            @Parameter(description = "1 to 200, 50 if not given.", schema = @Schema(implementation = Integer.class))
                    @QueryParam("limit")
                    @Nullable
                    String limit,
            @Parameter(description = "From the `Link` of the page before.") @QueryParam("cursor") @Nullable
                    String cursor,
            @Context UriInfo request) {
        Page page = Page.of(limit, cursor);
        if (therapist != null && !CLINICIAN.matcher(therapist).matches()) {
            throw Refusal.invalid(Flaw.ofParameter("therapist", CareRequest.CLINICIAN_MESSAGE));
        }
        CareStatus wanted = Choice.parameter("status", status, CareStatus.class);
        List<Patient> read = read(new PatientFilter(wanted, therapist, null, null), page);
        Response.ResponseBuilder answer = Response.ok(listing(read, page));
        page.nextLink(request, read, patient -> patient.ref().patient().value())
                .ifPresent(link -> answer.header(HttpHeaders.LINK, link));
        return answer.build();
    }

    /** Looks for patients by who they are. */
    @POST
    @Path("/search")
    @RolesAllowed({Roles.CLINIC_SYSTEM, Roles.CLINIC_ADMIN, Roles.THERAPIST})
    @Operation(
            operationId = "searchPatients",
            summary = "Look for patients by name or own identifier",
            description = "Changes nothing; a body, so that names stay out of URLs. In the order of the ids; `cursor` "
                    + "leads on.")
    @APIResponse(
            responseCode = "200",
            description = "One page.",
            content = @Content(schema = @Schema(implementation = PatientAnswer.Listing.class)))
    @Shows(Shown.PATIENTS_NAMED)
    public PatientAnswer.Listing search(@NotNull @Valid SearchRequest body) {
        Page page = Page.of(body.limit() == null ? null : body.limit().toString(), body.cursor());
        return listing(read(body.filter(), page), page);
    }

    private List<Patient> read(PatientFilter filter, Page page) {
        PatientId after = page.after() == null ? null : new PatientId(page.after());
        PatientFilter reached = caller.onlyPatientsOf().map(filter::of).orElse(filter);
        return patients.list(caller.clinic(), reached, after, page.lookAhead());
    }

    private PatientAnswer.Listing listing(List<Patient> read, Page page) {
        Instant now = asking.now();
        notes.shows(page.cut(read).stream().map(Patient::ref).toList());
        return new PatientAnswer.Listing(
                page.cut(read).stream()
                        .map(patient -> PatientAnswer.of(patient, now))
                        .toList(),
                page.nextCursor(read, patient -> patient.ref().patient().value())
                        .orElse(null));
    }
}
