package app.backtrack.tracking.monitoring;

import static app.backtrack.runtime.http.Roles.CLINIC_ADMIN;
import static app.backtrack.runtime.http.Roles.CLINIC_SYSTEM;
import static app.backtrack.runtime.http.Roles.THERAPIST;

import app.backtrack.events.PatientId;
import app.backtrack.events.PatientRef;
import app.backtrack.runtime.access.AccessNotes;
import app.backtrack.runtime.access.Shown;
import app.backtrack.runtime.access.Shows;
import app.backtrack.runtime.access.SystemScope;
import app.backtrack.runtime.http.Caller;
import app.backtrack.runtime.http.Problem.Flaw;
import app.backtrack.runtime.http.Refusal;
import app.backtrack.tracking.export.CsvTable;
import app.backtrack.tracking.export.ExportCursor;
import app.backtrack.tracking.projection.ProgressStore;
import app.backtrack.tracking.reading.LocalDates;
import app.backtrack.tracking.reading.PageSize;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Link;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import jakarta.ws.rs.core.UriInfo;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Hands out the ledgers of all of a clinic's patients for a span, page by page; one patient is in memory at a time. */
@Path("/v1/monitoring")
@Tag(name = "Remote monitoring")
@SecurityRequirement(name = "token")
@RunOnVirtualThread
@SystemScope("progress")
@Shows(Shown.PATIENTS_NAMED)
public class ClinicMonitoringResource {
    private static final int USUAL = 200;
    private static final int MOST = 1000;
    private static final int MOST_DAYS_LATER = 366;

    private final Caller caller;
    private final ProgressStore store;
    private final MonitoringReader reader;
    private final AccessNotes notes;

    ClinicMonitoringResource(Caller caller, ProgressStore store, MonitoringReader reader, AccessNotes notes) {
        this.caller = caller;
        this.store = store;
        this.reader = reader;
        this.notes = notes;
    }

    @GET
    @Produces(CsvTable.MEDIA_TYPE)
    @RolesAllowed({THERAPIST, CLINIC_ADMIN, CLINIC_SYSTEM})
    @Operation(
            operationId = "listMonitoring",
            summary = "Export days and minutes of remote monitoring of all patients",
            description =
                    "As CSV, patient by patient in the order of their ids: the periods of 30 days since each one's enrolment, and"
                            + " the calendar months, that touch the span, whole. Columns are those of one patient's ledger."
                            + " Support, not billing advice.")
    @APIResponse(
            responseCode = "200",
            description = "A page, with a header of its own",
            headers = @Header(name = "Link", description = "With `rel=\"next\"`, where there are more patients"),
            content =
                    @Content(
                            mediaType = CsvTable.MEDIA_TYPE,
                            schema = @Schema(type = SchemaType.STRING),
                            examples = @ExampleObject(name = "one day of one patient", value = """
                                    record,patient_id,from,until,complete,days,minutes,live,codes,event_ids
                                    period,6f1d2f0e-8d3c-4a52-9f7e-0d1b2c3d4e5f,2026-11-01,2026-11-30,true,1,,,,
                                    day,6f1d2f0e-8d3c-4a52-9f7e-0d1b2c3d4e5f,2026-11-20,2026-11-20,,1,,,,\
                                    pain-score/0192f0c1-7d2e-7c3a-8b1f-2a3b4c5d6e7f/1
                                    month,6f1d2f0e-8d3c-4a52-9f7e-0d1b2c3d4e5f,2026-11-01,2026-11-30,true,,0,false,,
                                    """)))
    public Response monitoring(
            @Parameter(description = "First local date of the span", required = true, example = "2026-11-01")
                    @QueryParam("from")
                    @Nullable
                    String from,
            @Parameter(
                            description = "Last local date of the span, at most 366 days later",
                            required = true,
                            example = "2026-11-30")
                    @QueryParam("through")
                    @Nullable
                    String through,
            @Parameter(
                            description = "The most patients of a page",
                            schema =
                                    @Schema(
                                            type = SchemaType.INTEGER,
                                            minimum = "1",
                                            maximum = "1000",
                                            defaultValue = "200"))
                    @QueryParam("limit")
                    @Nullable
                    String limit,
            @Parameter(description = "From the `Link` of the page before") @QueryParam("cursor") @Nullable
                    String cursor,
            @Context UriInfo uri) {
        LocalDate first = LocalDates.required("from", from);
        LocalDate last = LocalDates.required("through", through);
        if (last.isBefore(first) || last.isAfter(first.plusDays(MOST_DAYS_LATER))) {
            throw Refusal.invalid(Flaw.ofParameter("through", "must not be before from, nor over 366 days after it"));
        }
        int size = PageSize.of(limit, USUAL, MOST);
        List<PatientRef> found = store.patients(caller.clinic(), after(cursor), size + 1);
        List<PatientRef> page = found.subList(0, Math.min(size, found.size()));
        List<PatientRef> shown = page.stream().filter(caller::reaches).toList();
        notes.shows(shown);
        StreamingOutput table = out -> {
            out.write(MonitoringTable.empty().text().getBytes(StandardCharsets.UTF_8));
            for (PatientRef patient : shown) {
                MonitoringLedger ledger = MonitoringRules.touching(reader.read(patient, null), first, last);
                out.write(MonitoringTable.of(ledger).rows().getBytes(StandardCharsets.UTF_8));
            }
        };
        Response.ResponseBuilder answer = Response.ok(table, CsvTable.MEDIA_TYPE);
        return found.size() <= size
                ? answer.build()
                : answer.links(next(uri, page.getLast().patient(), size)).build();
    }

    private static @Nullable PatientId after(@Nullable String cursor) {
        return cursor == null
                ? null
                : ExportCursor.read(cursor)
                        .map(ExportCursor::patient)
                        .orElseThrow(
                                () -> Refusal.invalid(Flaw.ofParameter("cursor", "must come from the page before")));
    }

    private static Link next(UriInfo uri, PatientId last, int size) {
        return Link.fromUri(uri.getRequestUriBuilder()
                        .replaceQueryParam("limit", size)
                        .replaceQueryParam("cursor", new ExportCursor(last).text())
                        .build())
                .rel("next")
                .build();
    }
}
