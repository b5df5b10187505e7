package app.backtrack.tracking.access;

import static app.backtrack.runtime.http.Roles.CLINIC_ADMIN;
import static app.backtrack.runtime.http.Roles.PATIENT;

import app.backtrack.events.PatientRef;
import app.backtrack.tracking.reading.KnownPatients;
import app.backtrack.tracking.reading.PageCursor;
import app.backtrack.tracking.reading.PageSize;
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
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableSet;
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

/** Shows a patient who read and who wrote their data. */
@Path("/v1/patients/{patientId}/access-log")
@Tag(name = "Access log", description = "Who read and who wrote whose data.")
@SecurityRequirement(name = "token")
@Produces(MediaType.APPLICATION_JSON)
@APIResponse(responseCode = "404", description = "`unknown-patient`: no such patient in the caller's clinic.")
@RunOnVirtualThread
public class AccessLogResource {
    private static final int USUAL = 50;
    private static final int MOST = 200;

    private final KnownPatients patients;
    private final AccessLogStore store;

    AccessLogResource(KnownPatients patients, AccessLogStore store) {
        this.patients = patients;
        this.store = store;
    }

    @GET
    @RolesAllowed({PATIENT, CLINIC_ADMIN})
    @Operation(
            operationId = "getAccessLog",
            summary = "Show who read and who wrote a patient's data",
            description = "Newest first: reads and refused reads by anybody but the patient, and what others wrote.")
    @APIResponse(
            responseCode = "200",
            description = "A page",
            headers = @Header(name = "Link", description = "With `rel=\"next\"`, where there is more"),
            content = @Content(schema = @Schema(type = SchemaType.ARRAY, implementation = AccessAnswer.class)))
    public Response accesses(
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
            @Parameter(description = "From the `Link` of the page before") @QueryParam("cursor") @Nullable
                    String cursor,
            @Context UriInfo uri) {
        PatientRef patient = patients.required(patientId);
        int size = PageSize.of(limit, USUAL, MOST);
        PageCursor after = PageCursor.of(cursor);
        List<AccessEntry> page = page(patient, after, size + 1);
        List<AccessAnswer> shown =
                page.stream().limit(size).map(AccessAnswer::of).toList();
        Response.ResponseBuilder answer = Response.ok(shown);
        return page.size() <= size
                ? answer.build()
                : answer.links(next(uri, page.get(size - 1), size)).build();
    }

    private List<AccessEntry> page(PatientRef patient, @Nullable PageCursor after, int size) {
        NavigableSet<String> months = store.months(patient);
        if (after != null) {
            months = months.headSet(
                    YearMonth.from(after.at().atOffset(ZoneOffset.UTC)).toString(), true);
        }
        List<AccessEntry> page = new ArrayList<>();
        for (String month : months.descendingSet()) {
            store.read(List.of(patient), month).stream()
                    .filter(entry -> after == null || after.isBefore(entry.place()))
                    .sorted(AccessEntry.NEWEST_FIRST)
                    .limit(size - page.size())
                    .forEach(page::add);
            if (page.size() == size) {
                break;
            }
        }
        return page;
    }

    private static Link next(UriInfo uri, AccessEntry last, int size) {
        return Link.fromUri(uri.getRequestUriBuilder()
                        .replaceQueryParam("limit", size)
                        .replaceQueryParam("cursor", last.place().text())
                        .build())
                .rel("next")
                .build();
    }
}
