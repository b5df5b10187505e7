package app.backtrack.program.erasure;

import app.backtrack.events.ClinicId;
import app.backtrack.events.PatientId;
import app.backtrack.events.PatientRef;
import app.backtrack.runtime.access.AccessNotes;
import app.backtrack.runtime.access.Shown;
import app.backtrack.runtime.access.Shows;
import app.backtrack.runtime.http.Caller;
import app.backtrack.runtime.http.Roles;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Says beforehand whom a clinic's retention will erase. */
@Path("/v1/retention-due")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Erasure")
@SecurityRequirement(name = "token")
@RunOnVirtualThread
@Shows(Shown.PATIENTS_NAMED)
public class RetentionResource {
    private final RetentionDesk desk;
    private final Caller caller;
    private final AccessNotes notes;

    RetentionResource(RetentionDesk desk, Caller caller, AccessNotes notes) {
        this.desk = desk;
        this.caller = caller;
        this.notes = notes;
    }

    /** Whom it will erase. */
    @GET
    @RolesAllowed(Roles.CLINIC_ADMIN)
    @Operation(
            operationId = "listRetentionDue",
            summary = "See whom the clinic's retention will erase",
            description =
                    "Discharged patients whose years of retention, which the clinic has set (`retentionYears` of its settings),"
                            + " end within some days. A clinic that has set none keeps everybody.")
    @APIResponse(
            responseCode = "200",
            description = "The patients; none where the clinic keeps everybody",
            content = @Content(schema = @Schema(implementation = RetentionAnswer.class)))
    public RetentionAnswer due(
            @Parameter(description = "How many days ahead.") @QueryParam("days") @DefaultValue("30") @Min(0) @Max(400)
                    int days) {
        ClinicId clinic = caller.clinic();
        RetentionAnswer due = desk.due(clinic, days);
        notes.shows(due.patients().stream()
                .map(one -> new PatientRef(clinic, PatientId.of(one.patientId())))
                .toList());
        return due;
    }
}
