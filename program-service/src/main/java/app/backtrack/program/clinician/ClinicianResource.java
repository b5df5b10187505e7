package app.backtrack.program.clinician;

import app.backtrack.events.ClinicId;
import app.backtrack.program.query.NamedPage;
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
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Lists and names a clinic's clinicians. */
@Path("/v1/clinicians")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Clinicians", description = "Who looks after a clinic's patients. Accounts and roles are the issuer's.")
@SecurityRequirement(name = "token")
@RunOnVirtualThread
@SystemScope("clinic")
@Shows(Shown.NOBODY)
public class ClinicianResource {
    private static final Pattern ID = Pattern.compile("[A-Za-z0-9._-]{1,64}");

    private final ClinicianStore clinicians;
    private final Caseloads caseloads;
    private final Caller caller;

    ClinicianResource(ClinicianStore clinicians, Caseloads caseloads, Caller caller) {
        this.clinicians = clinicians;
        this.caseloads = caseloads;
        this.caller = caller;
    }

    /** Lists who is a patient's therapist, or has a name. */
    @GET
    @RolesAllowed({Roles.CLINIC_SYSTEM, Roles.CLINIC_ADMIN, Roles.THERAPIST})
    @Operation(
            operationId = "listClinicians",
            summary = "List the clinic's clinicians",
            description =
                    "Those who are a patient's therapist and those whom the clinic has named, in the order of their "
                            + "ids; `Link: <…>; rel=\"next\"` leads on.")
    @APIResponse(
            responseCode = "200",
            description = "One page.",
            headers = @Header(name = HttpHeaders.LINK, schema = @Schema(implementation = String.class)),
            content = @Content(schema = @Schema(implementation = ClinicianAnswer.Listing.class)))
    public Response list(
            @Parameter(description = "1 to 200, 50 if not given.", schema = @Schema(implementation = Integer.class))
                    @QueryParam("limit")
                    @Nullable
                    String limit,
            @Parameter(description = "From the `Link` of the page before.") @QueryParam("cursor") @Nullable
                    String cursor,
            @Context UriInfo request) {
        NamedPage page = NamedPage.of(limit, cursor);
        List<ClinicianAnswer> all = all(caller.clinic());
        List<ClinicianAnswer> shown = page.cut(all, ClinicianAnswer::clinicianId);
        Response.ResponseBuilder answer = Response.ok(new ClinicianAnswer.Listing(shown));
        page.nextLink(request, all, shown, ClinicianAnswer::clinicianId)
                .ifPresent(link -> answer.header(HttpHeaders.LINK, link));
        return answer.build();
    }

    /** Names a clinician. */
    @PUT
    @Path("/{clinicianId}")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Roles.CLINIC_SYSTEM, Roles.CLINIC_ADMIN})
    @Operation(
            operationId = "putClinician",
            summary = "Name a clinician",
            description = "The name stays in this service. Again with the same changes nothing.")
    @APIResponse(
            responseCode = "200",
            description = "The name as it is now.",
            content = @Content(schema = @Schema(implementation = ClinicianName.class)))
    public ClinicianName put(@PathParam("clinicianId") String clinicianId, @NotNull @Valid ClinicianName body) {
        clinicians.name(caller.clinic(), clinician(clinicianId), body.name());
        return body;
    }

    /** Forgets the name of a clinician. */
    @DELETE
    @Path("/{clinicianId}")
    @RolesAllowed({Roles.CLINIC_SYSTEM, Roles.CLINIC_ADMIN})
    @Operation(
            operationId = "deleteClinician",
            summary = "Forget the name of a clinician",
            description = "Who is a patient's therapist stays on the list, without a name. Again changes nothing.")
    @APIResponse(responseCode = "204", description = "No name is known now.")
    public void forget(@PathParam("clinicianId") String clinicianId) {
        clinicians.forget(caller.clinic(), clinician(clinicianId));
    }

    private List<ClinicianAnswer> all(ClinicId clinic) {
        SortedMap<String, String> names = clinicians.names(clinic);
        Map<String, Integer> patients = caseloads.enrolledPatients(clinic);
        TreeSet<String> ids = new TreeSet<>(names.keySet());
        ids.addAll(patients.keySet());
        return ids.stream()
                .map(id -> new ClinicianAnswer(id, names.get(id), patients.getOrDefault(id, 0)))
                .toList();
    }

    private static String clinician(String idInPath) {
        if (!ID.matcher(idInPath).matches()) {
            throw Refusal.invalid(
                    Flaw.ofParameter("clinicianId", "must be 1 to 64 letters, digits, dots, underscores, hyphens"));
        }
        return idInPath;
    }
}
