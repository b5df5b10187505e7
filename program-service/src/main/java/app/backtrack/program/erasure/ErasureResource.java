package app.backtrack.program.erasure;

import app.backtrack.events.ErasureReason;
import app.backtrack.events.PatientRef;
import app.backtrack.runtime.access.Shown;
import app.backtrack.runtime.access.Shows;
import app.backtrack.runtime.gone.OpenWhenErased;
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
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Erases patients for good, and says what became of it. */
@Path("/v1/patients/{patientId}/erasure")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Erasure")
@SecurityRequirement(name = "token")
@RunOnVirtualThread
// Nothing is left to show, and no key to seal a note with; who asked for it stands in the event and the receipt.
@Shows(Shown.NOBODY)
public class ErasureResource {
    private final ErasureDesk desk;
    private final Caller caller;
    private final Clock clock;

    ErasureResource(ErasureDesk desk, Caller caller, Clock clock) {
        this.desk = desk;
        this.caller = caller;
        this.clock = clock;
    }

    /** Erases a patient. */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Roles.CLINIC_ADMIN)
    @OpenWhenErased
    @Operation(
            operationId = "erasePatient",
            summary = "Erase a patient for good",
            description =
                    "Destroys the patient's key, which makes all that the log holds of them unreadable, and has every service"
                            + " delete what it keeps. It cannot be turned back, also not by restoring a backup. An open program"
                            + " ends with it; the id can never be enrolled again. Export what the patient is to have before.")
    @APIResponse(
            responseCode = "202",
            description = "The key is destroyed; the services delete. Asked for again, the same decision stands.",
            content = @Content(schema = @Schema(implementation = ErasureAnswer.class)))
    @APIResponse(responseCode = "404", description = "`unknown-patient`: not one of the caller's clinic.")
    @APIResponse(
            responseCode = "422",
            description =
                    "`invalid-request`: the id in the body is not that of the path, or the reason is none of a person's.")
    public Response erase(@PathParam("patientId") String patientId, @NotNull @Valid ErasureRequest body) {
        PatientRef patient = caller.patient(patientId);
        if (!desk.knows(patient)) {
            throw Refusal.unknownPatient();
        }
        if (!body.patientId().equals(patient.patient().toString())) {
            throw Refusal.invalid(Flaw.at("/patientId", "must be the patient id of the path"));
        }
        if (body.reason() == ErasureReason.RETENTION_OVER) {
            throw Refusal.invalid(Flaw.at("/reason", "is given by Backtrack alone"));
        }
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        if (desk.erase(patient, body.reason(), caller.actor(), now).isEmpty()) {
            throw Refusal.unknownPatient();
        }
        return Response.accepted(desk.find(patient).orElseThrow(Refusal::unknownPatient))
                .build();
    }

    /** Says what became of an erasure. */
    @GET
    @RolesAllowed(Roles.CLINIC_ADMIN)
    @OpenWhenErased
    @Operation(
            operationId = "getErasure",
            summary = "See what became of an erasure",
            description = "Which service deleted what, and, once all of them have deleted twice, a signed receipt.")
    @APIResponse(
            responseCode = "200",
            description = "The erasure",
            content = @Content(schema = @Schema(implementation = ErasureAnswer.class)))
    @APIResponse(
            responseCode = "404",
            description = "`unknown-patient`: not one of the caller's clinic; `not-erased`: no erasure was asked for.")
    public ErasureAnswer find(@PathParam("patientId") String patientId) {
        return desk.find(caller.patient(patientId))
                .orElseThrow(() -> Refusal.notFound("not-erased", "This patient was not erased, or is unknown"));
    }
}
