package app.backtrack.notification.contact;

import app.backtrack.events.PatientRef;
import app.backtrack.events.Role;
import app.backtrack.notification.Recipient;
import app.backtrack.notification.home.HomeStore;
import app.backtrack.runtime.access.Shown;
import app.backtrack.runtime.access.Shows;
import app.backtrack.runtime.access.SystemScope;
import app.backtrack.runtime.http.Caller;
import app.backtrack.runtime.http.Problem.Flaw;
import app.backtrack.runtime.http.Refusal;
import app.backtrack.runtime.http.Roles;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
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

/** Lets patients say where mail reaches them, and their clinic name a first address. */
@Path("/v1/patients/{patientId}/mailbox")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Patients' mailboxes", description = "Where patients are reached; kept here only, and erasable.")
@SecurityRequirement(name = "token")
@APIResponse(
        responseCode = "404",
        description = "`unknown-patient`: not enrolled, or another patient's mailbox. "
                + "`unknown-mailbox`: the patient has none.")
@RunOnVirtualThread
@SystemScope("patients")
@Shows(Shown.PATIENT_IN_PATH)
public class PatientMailboxResource {
    private final MailboxStore mailboxes;
    private final AddressChecks checks;
    private final HomeStore homes;
    private final Caller caller;

    PatientMailboxResource(MailboxStore mailboxes, AddressChecks checks, HomeStore homes, Caller caller) {
        this.mailboxes = mailboxes;
        this.checks = checks;
        this.homes = homes;
        this.caller = caller;
    }

    /** Names an address and mails a code there. */
    @PUT
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Roles.PATIENT, Roles.THERAPIST, Roles.CLINIC_ADMIN, Roles.CLINIC_SYSTEM})
    @Operation(
            operationId = "putPatientMailbox",
            summary = "Name an address of a patient and mail a code there",
            description =
                    "Nothing else is sent there until the patient has given the code; mail goes to the former address "
                            + "meanwhile. The same address again mails another code. The clinic may name a first address; "
                            + "once the patient has named or shown one, only the patient changes it.")
    @APIResponse(
            responseCode = "200",
            description = "A code was mailed.",
            content = @Content(schema = @Schema(implementation = PatientMailbox.class)))
    @APIResponse(
            responseCode = "409",
            description =
                    "`address-is-the-patients`: only the patient changes it. `mail-refused`: the mail server takes "
                            + "no mail for this address.")
    @APIResponse(
            responseCode = "429",
            description = "`too-many-codes`: one a minute and " + AddressCheck.CODES_A_DAY
                    + " a day; the detail says in " + "how many seconds the next one can be mailed.")
    @APIResponse(responseCode = "503", description = "`mail-server-away`: no code was mailed; send it again.")
    public PatientMailbox put(@PathParam("patientId") String patientId, @NotNull @Valid MailboxContent body) {
        PatientRef patient = patient(patientId);
        checks.start(patient, new EmailAddress(body.email()), caller.role() == Role.PATIENT);
        return mailbox(patient);
    }

    /** Shows that an address is the patient's, by the code that was mailed there. */
    @POST
    @Path("/verification")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Roles.PATIENT)
    @Operation(
            operationId = "verifyPatientMailbox",
            summary = "Give the code that was mailed",
            description =
                    "From then on mail goes to this address. A code can be used once, within 30 minutes, and is void "
                            + "after " + AddressCheck.MAX_TRIES + " wrong ones.")
    @APIResponse(
            responseCode = "200",
            description = "Mail goes there from now on.",
            content = @Content(schema = @Schema(implementation = PatientMailbox.class)))
    @APIResponse(responseCode = "409", description = "`no-code`: none can be used any more; name the address again.")
    public PatientMailbox verify(@PathParam("patientId") String patientId, @NotNull @Valid PatientMailbox.Code body) {
        PatientRef patient = patient(patientId);
        if (!checks.verify(patient, body.code())) {
            throw Refusal.invalid(Flaw.at("/code", "is not the one that was mailed last"));
        }
        return mailbox(patient);
    }

    /** Shows where a patient is reached. */
    @GET
    @RolesAllowed({Roles.PATIENT, Roles.THERAPIST, Roles.CLINIC_ADMIN, Roles.CLINIC_SYSTEM})
    @Operation(operationId = "getPatientMailbox", summary = "Show where a patient is reached")
    @APIResponse(
            responseCode = "200",
            description = "The address, and one that was not shown to be the patient's yet.",
            content = @Content(schema = @Schema(implementation = PatientMailbox.class)))
    public PatientMailbox show(@PathParam("patientId") String patientId) {
        PatientMailbox mailbox = mailbox(patient(patientId));
        if (mailbox.email() == null && mailbox.unverified() == null) {
            throw Refusal.notFound("unknown-mailbox", "No mailbox is known");
        }
        return mailbox;
    }

    /** Forgets where a patient is reached. */
    @DELETE
    @RolesAllowed({Roles.PATIENT, Roles.CLINIC_ADMIN, Roles.CLINIC_SYSTEM})
    @Operation(
            operationId = "deletePatientMailbox",
            summary = "Forget where a patient is reached",
            description = "Mail that waits for this patient is not sent. Again changes nothing.")
    @APIResponse(responseCode = "204", description = "Nothing is known now.")
    public void erase(@PathParam("patientId") String patientId) {
        PatientRef patient = patient(patientId);
        mailboxes.erase(patient.clinic(), new Recipient.Patient(patient.patient()));
        checks.erase(patient);
    }

    /** The patient in the path: the caller, or one of the caller's clinic. */
    private PatientRef patient(String idInPath) {
        PatientRef patient = caller.patient(idInPath);
        if (caller.role() != Role.PATIENT && homes.find(patient).isEmpty()) {
            throw Refusal.unknownPatient();
        }
        return patient;
    }

    private PatientMailbox mailbox(PatientRef patient) {
        return new PatientMailbox(
                mailboxes
                        .find(patient.clinic(), new Recipient.Patient(patient.patient()))
                        .map(EmailAddress::value)
                        .orElse(null),
                checks.pending(patient).map(EmailAddress::value).orElse(null));
    }
}
