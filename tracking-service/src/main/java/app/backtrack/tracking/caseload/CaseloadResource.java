package app.backtrack.tracking.caseload;

import static app.backtrack.runtime.http.Roles.CLINIC_ADMIN;
import static app.backtrack.runtime.http.Roles.CLINIC_SYSTEM;
import static app.backtrack.runtime.http.Roles.THERAPIST;

import app.backtrack.events.ClinicId;
import app.backtrack.events.PatientRef;
import app.backtrack.events.Role;
import app.backtrack.runtime.access.AccessNotes;
import app.backtrack.runtime.access.Shown;
import app.backtrack.runtime.access.Shows;
import app.backtrack.runtime.access.SystemScope;
import app.backtrack.runtime.http.Caller;
import app.backtrack.runtime.http.Problem.Flaw;
import app.backtrack.runtime.http.Refusal;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Link;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Shows a therapist's or a clinic's patients, those first who want somebody first. */
@Path("/v1/caseload")
@Tag(name = "Caseload", description = "All patients of a therapist or clinic at a glance.")
@SecurityRequirement(name = "token")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@SystemScope("progress")
@Shows(Shown.PATIENTS_NAMED)
public class CaseloadResource {
    private static final int MOST_FOLDED = 25;

    private final CaseloadStore store;
    private final PastCaseload past;
    private final CaseloadCursors cursors;
    private final Caller caller;
    private final AccessNotes notes;

    CaseloadResource(
            CaseloadStore store, PastCaseload past, CaseloadCursors cursors, Caller caller, AccessNotes notes) {
        this.store = store;
        this.past = past;
        this.cursors = cursors;
        this.caller = caller;
        this.notes = notes;
    }

    /** One page of the caseload. */
    @GET
    @RolesAllowed({THERAPIST, CLINIC_ADMIN, CLINIC_SYSTEM})
    @Operation(
            operationId = "listCaseload",
            summary = "List patients by what wants a clinician first",
            description = "Red flags first, then by the severity and date of the most urgent open alert, then by when"
                    + " the patient was last heard of. A row whose reason changes while you page may come twice or be"
                    + " missed; `GET /v1/caseload/events` tells of it.")
    @APIResponse(
            responseCode = "200",
            description = "A page; with `asOf` it may hold fewer rows than there are further ones, `Link` tells",
            headers = @Header(name = "Link", description = "With `rel=\"next\"`, where there is more"),
            content = @Content(schema = @Schema(type = SchemaType.ARRAY, implementation = CaseloadRow.class)))
    public Response list(@BeanParam CaseloadQuery parameters, @Context UriInfo uri) {
        CaseloadQuery.Read query =
                parameters.read(own(), caller.onlyPatientsOf().orElse(null));
        ClinicId clinic = caller.clinic();
        String after = after(clinic, parameters.cursor, query.asOf());
        if (query.asOf() != null) {
            return asOf(clinic, query, query.asOf(), after, uri);
        }
        List<CaseloadRow> rows = store.list(clinic, query.filter(), after, query.limit() + 1);
        return rows.size() <= query.limit()
                ? answer(rows, clinic).build()
                : page(
                        rows.subList(0, query.limit()),
                        place(CaseloadRules.sortKey(rows.get(query.limit() - 1)), null),
                        clinic,
                        uri);
    }

    private Response asOf(
            ClinicId clinic, CaseloadQuery.Read query, Instant asOf, @Nullable String after, UriInfo uri) {
        int most = Math.min(query.limit(), MOST_FOLDED);
        List<PatientRef> patients =
                store.patients(clinic, after == null ? null : PatientRef.of(clinic + "/" + after), most + 1);
        List<PatientRef> folded = patients.subList(0, Math.min(most, patients.size()));
        List<CaseloadRow> rows = folded.stream()
                .flatMap(patient -> past.row(patient, asOf).stream())
                .filter(query.filter()::matches)
                .toList();
        return patients.size() <= most
                ? answer(rows, clinic).build()
                : page(rows, place(folded.getLast().patient().toString(), asOf), clinic, uri);
    }

    private Response page(List<CaseloadRow> rows, String place, ClinicId clinic, UriInfo uri) {
        Link next = Link.fromUri(uri.getRequestUriBuilder()
                        .replaceQueryParam("cursor", cursors.write(clinic, place))
                        .build())
                .rel("next")
                .build();
        return answer(rows, clinic).links(next).build();
    }

    private Response.ResponseBuilder answer(List<CaseloadRow> rows, ClinicId clinic) {
        notes.shows(rows.stream()
                .map(row -> new PatientRef(clinic, row.patientId()))
                .toList());
        return Response.ok(rows);
    }

    /** A cursor of today's list leads nowhere in a past one, which has another order. */
    private static String place(String last, @Nullable Instant asOf) {
        return (asOf == null ? "now" : asOf.toString()) + " " + last;
    }

    private @Nullable String after(ClinicId clinic, @Nullable String cursor, @Nullable Instant asOf) {
        if (cursor == null) {
            return null;
        }
        String list = place("", asOf);
        return cursors.read(clinic, cursor)
                .filter(place -> place.startsWith(list))
                .map(place -> place.substring(list.length()))
                .orElseThrow(() -> Refusal.invalid(Flaw.ofParameter("cursor", "must come from the page before")));
    }

    private @Nullable String own() {
        return caller.role() == Role.THERAPIST ? caller.actor().id() : null;
    }
}
