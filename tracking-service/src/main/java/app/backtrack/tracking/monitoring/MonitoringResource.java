package app.backtrack.tracking.monitoring;

import static app.backtrack.runtime.http.Roles.CLINIC_ADMIN;
import static app.backtrack.runtime.http.Roles.CLINIC_SYSTEM;
import static app.backtrack.runtime.http.Roles.THERAPIST;

import app.backtrack.events.PatientRef;
import app.backtrack.runtime.access.SystemScope;
import app.backtrack.runtime.http.Problem.Flaw;
import app.backtrack.runtime.http.Refusal;
import app.backtrack.tracking.export.CsvChoice;
import app.backtrack.tracking.export.CsvTable;
import app.backtrack.tracking.reading.KnownPatients;
import app.backtrack.tracking.reading.LocalDates;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Shows what was counted of a patient's remote monitoring, each day and minute with its proof. */
@Path("/v1/patients/{patientId}/monitoring")
@Tag(name = "Remote monitoring")
@SecurityRequirement(name = "token")
@APIResponse(responseCode = "404", description = "`unknown-patient`: no such patient in the caller's clinic.")
@RunOnVirtualThread
@SystemScope("progress")
public class MonitoringResource {
    /** Bounds an answer to some sixty periods. */
    private static final int MOST_YEARS = 5;

    private final KnownPatients patients;
    private final MonitoringReader reader;

    MonitoringResource(KnownPatients patients, MonitoringReader reader) {
        this.patients = patients;
        this.reader = reader;
    }

    @GET
    @Produces({MediaType.APPLICATION_JSON, CsvTable.MEDIA_TYPE})
    @RolesAllowed({THERAPIST, CLINIC_ADMIN, CLINIC_SYSTEM})
    @Operation(
            operationId = "getMonitoring",
            summary = "Show days and minutes of remote monitoring",
            description =
                    "Days with a report of the patient in periods of 30 days, and minutes of clinicians by calendar month, with "
                            + "the events that prove each and the thresholds of the US codes that they reach. Support, not billing advice.")
    @APIResponse(
            responseCode = "200",
            description = "The ledger",
            content = {
                @Content(
                        mediaType = MediaType.APPLICATION_JSON,
                        schema = @Schema(implementation = MonitoringLedger.class),
                        examples = @ExampleObject(name = "one day so far", value = """
                                {"patientId":"6f1d2f0e-8d3c-4a52-9f7e-0d1b2c3d4e5f","from":"2026-11-01","until":"2026-11-20",
                                 "notice":"Support for your own check of what may be billed, not billing advice.",
                                 "periods":[{"from":"2026-11-01","until":"2026-11-30","complete":false,"days":1,
                                   "counted":[{"date":"2026-11-20",
                                     "eventIds":["pain-score/0192f0c1-7d2e-7c3a-8b1f-2a3b4c5d6e7f/1"]}],"codes":[]}],
                                 "months":[{"month":"2026-11","minutes":20,"live":true,
                                   "eventIds":["care-time/0192f0c1-7d2e-7c3a-8b1f-2a3b4c5d6e80/1"],
                                   "codes":[{"code":"98980","units":1}]}]}""")),
                @Content(mediaType = CsvTable.MEDIA_TYPE, schema = @Schema(type = SchemaType.STRING))
            })
    public Response monitoring(
            @Parameter(description = "The patient's pseudonym") @PathParam("patientId") String patientId,
            @Parameter(description = "First local date of the first period; left out, the date of enrolment")
                    @QueryParam("from")
                    @Nullable
                    String from,
            @Parameter(description = "`json`, the default, or `csv`; `Accept` says it as well")
                    @QueryParam("format")
                    @Nullable
                    String format,
            @Context HttpHeaders headers) {
        PatientRef patient = patients.required(patientId);
        boolean csv = CsvChoice.asked(format, headers, "json");
        MonitoringLedger ledger = reader.read(patient, from == null ? null : today -> start(from, today));
        return csv
                ? Response.ok(MonitoringTable.of(ledger).text(), CsvTable.MEDIA_TYPE)
                        .build()
                : Response.ok(ledger, MediaType.APPLICATION_JSON).build();
    }

    private static LocalDate start(String text, LocalDate today) {
        LocalDate date = LocalDates.find(text);
        if (date == null || date.isAfter(today) || date.isBefore(today.minusYears(MOST_YEARS))) {
            throw Refusal.invalid(Flaw.ofParameter("from", "must be a date such as 2026-11-20 in the last five years"));
        }
        return date;
    }
}
