package app.backtrack.notification.contact;

import app.backtrack.events.Role;
import app.backtrack.notification.ClinicianId;
import app.backtrack.notification.Recipient;
import app.backtrack.runtime.access.Shown;
import app.backtrack.runtime.access.Shows;
import app.backtrack.runtime.access.SystemScope;
import app.backtrack.runtime.http.Caller;
import app.backtrack.runtime.http.Problem.Flaw;
import app.backtrack.runtime.http.Refusal;
import app.backtrack.runtime.http.Roles;
import io.quarkus.security.ForbiddenException;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Lets a clinic, or clinicians themselves, say where mail reaches them. */
@Path("/v1/clinicians/{clinicianId}/mailbox")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Mailboxes", description = "Where clinicians are reached.")
@SecurityRequirement(name = "token")
@APIResponse(
        responseCode = "403",
        description = "`forbidden`: a role that may not do this, or another clinician's mailbox.")
@RunOnVirtualThread
@SystemScope("clinic")
@Shows(Shown.NOBODY)
public class MailboxResource {
    private final MailboxStore mailboxes;
    private final Caller caller;

    MailboxResource(MailboxStore mailboxes, Caller caller) {
        this.mailboxes = mailboxes;
        this.caller = caller;
    }

    /** Sets where a clinician is reached. */
    @PUT
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Roles.THERAPIST, Roles.CLINIC_ADMIN, Roles.CLINIC_SYSTEM})
    @Operation(
            operationId = "putMailbox",
            summary = "Say where a clinician is reached",
            description =
                    "By the clinician, an administrator or the clinic's system. Again with the same changes nothing.")
    @APIResponse(
            responseCode = "200",
            description = "The mailbox as it is now.",
            content = @Content(schema = @Schema(implementation = MailboxContent.class)))
    public MailboxContent put(@PathParam("clinicianId") String clinicianId, @NotNull @Valid MailboxContent body) {
        mailboxes.put(caller.clinic(), clinician(clinicianId), new EmailAddress(body.email()));
        return body;
    }

    /** Shows where a clinician is reached. */
    @GET
    @RolesAllowed({Roles.THERAPIST, Roles.CLINIC_ADMIN, Roles.CLINIC_SYSTEM})
    @Operation(operationId = "getMailbox", summary = "Show where a clinician is reached")
    @APIResponse(
            responseCode = "200",
            description = "The mailbox.",
            content = @Content(schema = @Schema(implementation = MailboxContent.class)))
    @APIResponse(responseCode = "404", description = "`unknown-mailbox`: there is none.")
    public MailboxContent show(@PathParam("clinicianId") String clinicianId) {
        return mailboxes
                .find(caller.clinic(), clinician(clinicianId))
                .map(address -> new MailboxContent(address.value()))
                .orElseThrow(() -> Refusal.notFound("unknown-mailbox", "No mailbox is known"));
    }

    /** Forgets where a clinician is reached. */
    @DELETE
    @RolesAllowed({Roles.THERAPIST, Roles.CLINIC_ADMIN, Roles.CLINIC_SYSTEM})
    @Operation(
            operationId = "deleteMailbox",
            summary = "Forget where a clinician is reached",
            description = "Mail that waits for this clinician is not sent. Again changes nothing.")
    @APIResponse(responseCode = "204", description = "Nothing is known now.")
    public void erase(@PathParam("clinicianId") String clinicianId) {
        mailboxes.erase(caller.clinic(), clinician(clinicianId));
    }

    /** The clinician in the path, if this caller may speak for them. */
    private Recipient clinician(String idInPath) {
        if (caller.role() == Role.THERAPIST && !idInPath.equals(caller.actor().id())) {
            throw new ForbiddenException("another clinician's mailbox");
        }
        return ClinicianId.find(idInPath)
                .<Recipient>map(Recipient.Clinician::new)
                .orElseThrow(() -> Refusal.invalid(Flaw.ofParameter(
                        "clinicianId", "must be 1 to 64 letters, digits, dots, underscores, hyphens")));
    }
}
