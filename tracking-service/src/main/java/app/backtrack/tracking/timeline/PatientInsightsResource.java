package app.backtrack.tracking.timeline;

import static app.backtrack.runtime.http.Roles.CLINIC_ADMIN;
import static app.backtrack.runtime.http.Roles.CLINIC_SYSTEM;
import static app.backtrack.runtime.http.Roles.THERAPIST;

import app.backtrack.events.PatientRef;
import app.backtrack.runtime.access.SystemScope;
import app.backtrack.tracking.insight.InsightLedger;
import app.backtrack.tracking.insight.InsightLedgerStore;
import app.backtrack.tracking.reading.KnownPatients;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Shows which insights a patient has had, and what was known of each by when. For clinicians. */
@Path("/v1/patients/{patientId}/insights")
@Tag(name = "Progress")
@SecurityRequirement(name = "token")
@Produces(MediaType.APPLICATION_JSON)
@APIResponse(responseCode = "404", description = "`unknown-patient`: no such patient in the caller's clinic.")
@RunOnVirtualThread
@SystemScope("progress")
public class PatientInsightsResource {
    private final KnownPatients patients;
    private final InsightLedgerStore ledgers;

    PatientInsightsResource(KnownPatients patients, InsightLedgerStore ledgers) {
        this.patients = patients;
        this.ledgers = ledgers;
    }

    @GET
    @RolesAllowed({THERAPIST, CLINIC_ADMIN, CLINIC_SYSTEM})
    @Operation(
            operationId = "listPatientInsights",
            summary = "List a patient's insights with both their times",
            description =
                    "Newest first: since which of the patient's dates each held, when it was told or noted, and when"
                            + " it was withdrawn, acknowledged or closed. With `asOf` as all of that was known then. What each"
                            + " saw and rests on is in its alert.")
    @APIResponse(
            responseCode = "200",
            description = "All of them",
            content = @Content(schema = @Schema(type = SchemaType.ARRAY, implementation = PatientInsight.class)))
    public List<PatientInsight> insights(
            @Parameter(description = "The patient's pseudonym") @PathParam("patientId") String patientId,
            @Parameter(description = "Shows what was known at that time, UTC", example = "2026-11-18T00:00:00Z")
                    @QueryParam("asOf")
                    @Nullable
                    String asOf) {
        PatientRef patient = patients.required(patientId);
        Instant then = AsOf.read(asOf);
        InsightLedger ledger = ledgers.read(patient);
        return PatientInsight.of(then == null ? ledger : ledger.asOf(then));
    }
}
