package app.backtrack.program.patient;

import app.backtrack.events.ConsentPurpose;
import app.backtrack.events.WireName;
import app.backtrack.program.patient.PatientCommand.GiveConsent;
import app.backtrack.program.patient.PatientCommand.WithdrawConsent;
import app.backtrack.program.patient.PatientRegister.Request;
import app.backtrack.runtime.access.SystemScope;
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

/** Keeps what a patient agreed to. */
@Path("/v1/patients/{patientId}/consents")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Patients")
@SecurityRequirement(name = "token")
@APIResponse(responseCode = "404", description = "`unknown-patient`: not one of the caller's clinic.")
@RunOnVirtualThread
@SystemScope("patients")
public class ConsentResource {
    private final PatientRegister register;
    private final PatientStore patients;
    private final PatientAsking asking;

    ConsentResource(PatientRegister register, PatientStore patients, PatientAsking asking) {
        this.register = register;
        this.patients = patients;
        this.asking = asking;
    }

    /** What the patient agreed to. */
    @GET
    @RolesAllowed({Roles.CLINIC_SYSTEM, Roles.CLINIC_ADMIN, Roles.THERAPIST, Roles.PATIENT})
    @Operation(
            operationId = "listConsents",
            summary = "See what a patient agreed to",
            description =
                    "For each purpose whether consent stands, since when, who noted it, and what follows from it.")
    @APIResponse(
            responseCode = "200",
            description = "Every purpose",
            headers = @Header(name = "ETag", schema = @Schema(implementation = String.class, examples = "\"2\"")),
            content = @Content(schema = @Schema(implementation = ConsentsAnswer.class)))
    public Response list(@PathParam("patientId") String patientId) {
        Request request = asking.read(patientId);
        PatientFile file = patients.file(request.patient()).orElseThrow(Refusal::unknownPatient);
        return answer(file);
    }

    /** Notes that consent was given or withdrawn. */
    @PUT
    @Path("/{purpose}")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Roles.CLINIC_SYSTEM, Roles.CLINIC_ADMIN, Roles.THERAPIST})
    @Operation(
            operationId = "putConsent",
            summary = "Note that a patient agreed, or agrees no longer",
            description =
                    "While consent to `tracking` is withdrawn, tracking-service takes in no new facts of the patient (409"
                            + " `consent-withdrawn`); what was taken in stays until it is erased. Consent that was never"
                            + " noted withholds nothing: the clinic has it in another way.")
    @APIResponse(
            responseCode = "200",
            description = "What the patient agrees to now",
            headers = @Header(name = "ETag", schema = @Schema(implementation = String.class, examples = "\"2\"")),
            content = @Content(schema = @Schema(implementation = ConsentsAnswer.class)))
    @APIResponse(responseCode = "409", description = "`too-many-versions`.")
    public Response put(
            @PathParam("patientId") String patientId,
            @PathParam("purpose") String purpose,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @NotNull @Valid ConsentRequest body) {
        Request request = asking.read(patientId);
        ConsentPurpose known = WireName.find(ConsentPurpose.class, purpose)
                .orElseThrow(() -> Refusal.notFound("unknown-purpose", "There is no such purpose"));
        PatientFile file = patients.file(request.patient()).orElseThrow(Refusal::unknownPatient);
        @Nullable Boolean stands = ConsentsAnswer.stands(file, known);
        PatientCommand command = body.given()
                ? new GiveConsent(known, body.wording(), stands, request.at())
                : new WithdrawConsent(known, stands, request.at());
        PatientAnswers.done(register.change(ETags.requiredVersion(ifMatch), command, request));
        return answer(patients.file(request.patient()).orElseThrow(Refusal::unknownPatient));
    }

    private static Response answer(PatientFile file) {
        return Response.ok(ConsentsAnswer.of(file))
                .header(HttpHeaders.ETAG, ETags.of(file.version()))
                .build();
    }
}
