package app.backtrack.tracking.timeline;

import static app.backtrack.runtime.http.Roles.CLINIC_ADMIN;
import static app.backtrack.runtime.http.Roles.CLINIC_SYSTEM;
import static app.backtrack.runtime.http.Roles.PATIENT;
import static app.backtrack.runtime.http.Roles.THERAPIST;

import app.backtrack.events.PatientRef;
import app.backtrack.runtime.access.SystemScope;
import app.backtrack.tracking.reading.KnownPatients;
import app.backtrack.tracking.reading.PageCursor;
import app.backtrack.tracking.reading.PageSize;
import app.backtrack.tracking.reading.PatientJournal;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Link;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.time.Instant;
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

/** Shows everything that was said about a patient, who said it and when, also what was corrected since. */
@Path("/v1/patients/{patientId}/timeline")
@Tag(name = "Progress")
@SecurityRequirement(name = "token")
@Produces(MediaType.APPLICATION_JSON)
@APIResponse(responseCode = "404", description = "`unknown-patient`: no such patient in the caller's clinic.")
@RunOnVirtualThread
@SystemScope("facts")
public class TimelineResource {
    private static final int USUAL = 50;
    private static final int MOST = 200;

    private final KnownPatients patients;
    private final PatientJournal journals;

    TimelineResource(KnownPatients patients, PatientJournal journals) {
        this.patients = patients;
        this.journals = journals;
    }

    @GET
    @RolesAllowed({PATIENT, THERAPIST, CLINIC_ADMIN, CLINIC_SYSTEM})
    @Operation(
            operationId = "getTimeline",
            summary = "Show every revision of every fact, and every decision",
            description = "Newest first by the time of recording: reports, corrections, retractions and conflicts,"
                    + " enrolment, versions of programs, and what became of alerts; with who said it and both times.")
    @APIResponse(
            responseCode = "200",
            description = "A page",
            headers = @Header(name = "Link", description = "With `rel=\"next\"`, where there is more"),
            content = @Content(schema = @Schema(type = SchemaType.ARRAY, implementation = TimelineEntry.class)))
    public Response timeline(
            @Parameter(description = "The patient's pseudonym") @PathParam("patientId") String patientId,
            @Parameter(
                            description = "The most entries of a page",
                            schema =
                                    @Schema(
                                            type = SchemaType.INTEGER,
                                            minimum = "1",
                                            maximum = "200",
                                            defaultValue = "50"))
                    @QueryParam("limit")
                    @Nullable
                    String limit,
            @Parameter(description = "Shows what was known at that time, UTC", example = "2026-11-18T00:00:00Z")
                    @QueryParam("asOf")
                    @Nullable
                    String asOf,
            @Parameter(description = "From the `Link` of the page before") @QueryParam("cursor") @Nullable
                    String cursor,
            @Context UriInfo uri) {
        PatientRef patient = patients.required(patientId);
        int size = PageSize.of(limit, USUAL, MOST);
        Instant then = AsOf.read(asOf);
        PageCursor after = PageCursor.of(cursor);
        List<TimelineEntry> entries = TimelineRules.page(AsOf.cut(journals.read(patient), then), after, size + 1);
        return entries.size() <= size
                ? Response.ok(entries).build()
                : Response.ok(entries.subList(0, size))
                        .links(Link.fromUri(next(uri, entries.get(size - 1), size))
                                .rel("next")
                                .build())
                        .build();
    }

    private static URI next(UriInfo uri, TimelineEntry last, int size) {
        return uri.getRequestUriBuilder()
                .replaceQueryParam("limit", size)
                .replaceQueryParam("cursor", last.place().text())
                .build();
    }
}
