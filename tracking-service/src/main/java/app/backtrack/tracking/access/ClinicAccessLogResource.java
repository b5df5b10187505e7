package app.backtrack.tracking.access;

import static app.backtrack.runtime.http.Roles.CLINIC_ADMIN;

import app.backtrack.events.ClinicId;
import app.backtrack.events.PatientId;
import app.backtrack.events.PatientRef;
import app.backtrack.runtime.access.AccessNotes;
import app.backtrack.runtime.access.Shown;
import app.backtrack.runtime.access.Shows;
import app.backtrack.runtime.http.Caller;
import app.backtrack.runtime.http.Problem.Flaw;
import app.backtrack.runtime.http.Refusal;
import app.backtrack.tracking.reading.PageSize;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Link;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
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

/** Shows a clinic's administrator who read and who wrote whose data on a day. */
@Path("/v1/clinic/access-log")
@Tag(name = "Access log")
@SecurityRequirement(name = "token")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Shows(Shown.PATIENTS_NAMED)
public class ClinicAccessLogResource {
    private static final Pattern DATE = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}");
    private static final int USUAL = 20;
    private static final int MOST = 100;
    private static final Comparator<AccessEntry> ORDER = Comparator.comparing(
                    (AccessEntry entry) -> entry.patient().patient().toString())
            .thenComparing(AccessEntry.NEWEST_FIRST);

    private final AccessLogStore store;
    private final AccessNotes notes;
    private final Caller caller;
    private final Clock clock;

    ClinicAccessLogResource(AccessLogStore store, AccessNotes notes, Caller caller, Clock clock) {
        this.store = store;
        this.notes = notes;
        this.caller = caller;
        this.clock = clock;
    }

    @GET
    @RolesAllowed(CLINIC_ADMIN)
    @Operation(
            operationId = "getClinicAccessLog",
            summary = "Show who read and who wrote whose data on a day",
            description = "Patient by patient in the order of their ids, of each one newest first. A page holds all"
                    + " accesses of its patients on that day.")
    @APIResponse(
            responseCode = "200",
            description = "A page",
            headers = @Header(name = "Link", description = "With `rel=\"next\"`, where there are more patients"),
            content = @Content(schema = @Schema(type = SchemaType.ARRAY, implementation = AccessAnswer.class)))
    public Response accesses(
            @Parameter(
                            description = "The day in UTC; left out, today",
                            schema = @Schema(implementation = LocalDate.class))
                    @QueryParam("date")
                    @Nullable
                    String date,
            @Parameter(
                            description = "The most patients of a page",
                            schema =
                                    @Schema(
                                            type = SchemaType.INTEGER,
                                            minimum = "1",
                                            maximum = "100",
                                            defaultValue = "20"))
                    @QueryParam("limit")
                    @Nullable
                    String limit,
            @Parameter(description = "From the `Link` of the page before") @QueryParam("cursor") @Nullable
                    String cursor,
            @Context UriInfo uri) {
        ClinicId clinic = caller.clinic();
        LocalDate day = day(date);
        int size = PageSize.of(limit, USUAL, MOST);
        String after = cursor == null ? "" : after(cursor);
        List<PatientRef> found = store.patients(clinic, day).stream()
                .filter(patient -> patient.toString().compareTo(after) > 0)
                .limit(size + 1L)
                .map(patient -> new PatientRef(clinic, patient))
                .toList();
        List<PatientRef> page = found.subList(0, Math.min(size, found.size()));
        notes.shows(page);
        List<AccessAnswer> entries = store.read(page, YearMonth.from(day).toString()).stream()
                .filter(entry -> AccessDocuments.day(entry).equals(day.toString()))
                .sorted(ORDER)
                .map(AccessAnswer::of)
                .toList();
        Response.ResponseBuilder answer = Response.ok(entries);
        return found.size() <= size
                ? answer.build()
                : answer.links(next(uri, page.getLast(), day, size)).build();
    }

    private static Link next(UriInfo uri, PatientRef last, LocalDate day, int size) {
        return Link.fromUri(uri.getRequestUriBuilder()
                        .replaceQueryParam("date", day)
                        .replaceQueryParam("limit", size)
                        .replaceQueryParam("cursor", last.patient())
                        .build())
                .rel("next")
                .build();
    }

    private LocalDate day(@Nullable String date) {
        if (date == null) {
            return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        }
        try {
            if (DATE.matcher(date).matches()) {
                return LocalDate.parse(date);
            }
        } catch (DateTimeException e) {
            // Refused below, like what has another form.
        }
        throw Refusal.invalid(Flaw.ofParameter("date", "must be a date such as 2026-11-20"));
    }

    private static String after(String cursor) {
        try {
            return PatientId.of(cursor).toString();
        } catch (IllegalArgumentException e) {
            throw Refusal.invalid(Flaw.ofParameter("cursor", "must come from the page before"));
        }
    }
}
