package app.backtrack.tracking.export;

import static app.backtrack.runtime.http.Roles.CLINIC_ADMIN;

import app.backtrack.events.PatientId;
import app.backtrack.events.PatientRef;
import app.backtrack.runtime.access.AccessNotes;
import app.backtrack.runtime.access.Shown;
import app.backtrack.runtime.access.Shows;
import app.backtrack.runtime.http.Caller;
import app.backtrack.runtime.http.Problem.Flaw;
import app.backtrack.runtime.http.Refusal;
import app.backtrack.tracking.projection.ProgressStore;
import app.backtrack.tracking.reading.PageSize;
import app.backtrack.tracking.reading.PatientJournal;
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
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Hands out everything that is kept about a clinic's patients, page by page; one patient is in memory at a time. */
@Path("/v1/export")
@Tag(name = "Export")
@SecurityRequirement(name = "token")
@RunOnVirtualThread
@Shows(Shown.PATIENTS_NAMED)
public class ClinicExportResource {
    private static final int USUAL = 100;
    private static final int MOST = 1000;

    private final Caller caller;
    private final ProgressStore store;
    private final PatientJournal journals;
    private final AccessNotes notes;

    ClinicExportResource(Caller caller, ProgressStore store, PatientJournal journals, AccessNotes notes) {
        this.caller = caller;
        this.store = store;
        this.journals = journals;
        this.notes = notes;
    }

    @GET
    @Produces(PatientExportResource.NDJSON)
    @RolesAllowed(CLINIC_ADMIN)
    @Operation(
            operationId = "exportClinic",
            summary = "Export the events of all patients",
            description =
                    "Patient by patient in the order of their ids, each as in the patient's own export. A page that broke "
                            + "off is asked for again as a whole: it brings the same events, and new ones.")
    @APIResponse(
            responseCode = "200",
            description = "A page",
            headers = @Header(name = "Link", description = "With `rel=\"next\"`, where there are more patients"),
            content =
                    @Content(
                            mediaType = PatientExportResource.NDJSON,
                            schema = @Schema(implementation = ExportLine.class)))
    public Response export(
            @Parameter(
                            description = "The most patients of a page",
                            schema =
                                    @Schema(
                                            type = SchemaType.INTEGER,
                                            minimum = "1",
                                            maximum = "1000",
                                            defaultValue = "100"))
                    @QueryParam("limit")
                    @Nullable
                    String limit,
            @Parameter(description = "From the `Link` of the page before") @QueryParam("cursor") @Nullable
                    String cursor,
            @Context UriInfo uri) {
        int size = PageSize.of(limit, USUAL, MOST);
        PatientId after = cursor == null
                ? null
                : ExportCursor.read(cursor)
                        .map(ExportCursor::patient)
                        .orElseThrow(
                                () -> Refusal.invalid(Flaw.ofParameter("cursor", "must come from the page before")));
        List<PatientRef> found = store.patients(caller.clinic(), after, size + 1);
        List<PatientRef> page = found.subList(0, Math.min(size, found.size()));
        notes.shows(page);
        StreamingOutput lines = out -> {
            for (PatientRef patient : page) {
                EventLines.write(EventLines.of(patient, journals.read(patient)), out);
            }
        };
        Response.ResponseBuilder answer = Response.ok(lines, PatientExportResource.NDJSON);
        return found.size() <= size
                ? answer.build()
                : answer.links(next(uri, page.getLast().patient(), size)).build();
    }

    private static Link next(UriInfo uri, PatientId last, int size) {
        return Link.fromUri(uri.getAbsolutePathBuilder()
                        .queryParam("limit", size)
                        .queryParam("cursor", new ExportCursor(last).text())
                        .build())
                .rel("next")
                .build();
    }
}
