package app.backtrack.program.catalog;

import app.backtrack.program.query.NamedPage;
import app.backtrack.program.query.WholeNumber;
import app.backtrack.runtime.access.Shown;
import app.backtrack.runtime.access.Shows;
import app.backtrack.runtime.access.SystemScope;
import app.backtrack.runtime.http.Caller;
import app.backtrack.runtime.http.ETags;
import app.backtrack.runtime.http.Refusal;
import app.backtrack.runtime.http.Roles;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
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
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Shows the catalog as a clinic has it. */
@Path("/v1/catalog")
@Produces(MediaType.APPLICATION_JSON)
@Tag(
        name = "Catalog",
        description =
                "Exercises, stretches, practices, habits and checks to choose from. No medical advice; a dose that "
                        + "is `not-stated` was stated by nobody, and is a clinician's to set.")
@SecurityRequirement(name = "token")
@RunOnVirtualThread
@SystemScope("catalog")
@Shows(Shown.NOBODY)
public class CatalogResource {
    private static final int LAST_VERSION = 1_000;

    private final ClinicCatalog catalog;
    private final Caller caller;

    CatalogResource(ClinicCatalog catalog, Caller caller) {
        this.catalog = catalog;
        this.caller = caller;
    }

    /** Searches the catalog. */
    @GET
    @RolesAllowed({Roles.CLINIC_SYSTEM, Roles.CLINIC_ADMIN, Roles.THERAPIST, Roles.PATIENT})
    @Operation(
            operationId = "searchCatalog",
            summary = "Search the catalog",
            description = "Ours and the clinic's own, in the order of their ids, without what the clinic has hidden; "
                    + "`Link: <…>; rel=\"next\"` leads on.")
    @APIResponse(
            responseCode = "200",
            description = "One page.",
            headers = @Header(name = HttpHeaders.LINK, schema = @Schema(implementation = String.class)),
            content = @Content(schema = @Schema(implementation = Listed.Page.class)))
    public Response search(
            @BeanParam SearchParameters search,
            @Parameter(description = "1 to 200, 50 if not given.", schema = @Schema(implementation = Integer.class))
                    @QueryParam("limit")
                    @Nullable
                    String limit,
            @Parameter(description = "From the `Link` of the page before.") @QueryParam("cursor") @Nullable
                    String cursor,
            @Context UriInfo request) {
        NamedPage page = NamedPage.of(limit, cursor);
        EntryFilter filter = search.filter();
        boolean alsoHidden = search.alsoHidden();
        List<Listed> found = catalog.list(caller.clinic()).stream()
                .filter(listed -> alsoHidden || !listed.hidden())
                .filter(listed -> filter.accepts(listed.entry()))
                .toList();
        List<Listed> shown = page.cut(found, listed -> listed.entry().id());
        Response.ResponseBuilder answer = Response.ok(new Listed.Page(shown));
        page.nextLink(request, found, shown, listed -> listed.entry().id())
                .ifPresent(link -> answer.header(HttpHeaders.LINK, link));
        return answer.build();
    }

    /** Shows an entry as it is, or as it was in one of its versions. */
    @GET
    @Path("/{entryId}")
    @RolesAllowed({Roles.CLINIC_SYSTEM, Roles.CLINIC_ADMIN, Roles.THERAPIST, Roles.PATIENT})
    @Operation(
            operationId = "getCatalogEntry",
            summary = "Show an entry, or a past version of it",
            description = "Hidden ones, too, since programs may go on naming them.")
    @APIResponse(
            responseCode = "200",
            description = "The entry.",
            headers = @Header(name = "ETag", schema = @Schema(implementation = String.class, examples = "\"1\"")),
            content = @Content(schema = @Schema(implementation = Listed.class)))
    @APIResponse(responseCode = "404", description = "`unknown-entry` or `unknown-version`.")
    public Response get(
            @Parameter(example = "bird-dog") @PathParam("entryId") String entryId,
            @Parameter(
                            description = "A version from 1; the current one if not given.",
                            schema = @Schema(implementation = Integer.class))
                    @QueryParam("version")
                    @Nullable
                    String version) {
        Listed current = catalog.find(caller.clinic(), entryId).orElseThrow(CatalogResource::unknownEntry);
        Optional<Listed> asked = version == null
                ? Optional.of(current)
                : catalog.find(caller.clinic(), entryId, WholeNumber.parameter("version", version, 1, LAST_VERSION));
        Listed listed = asked.orElseThrow(() -> Refusal.notFound("unknown-version", "The entry has no such version"));
        return Response.ok(listed)
                .header(HttpHeaders.ETAG, ETags.of(listed.version()))
                .build();
    }

    static Refusal unknownEntry() {
        return Refusal.notFound(CatalogChangeResource.UNKNOWN_ENTRY, "The catalog has no such entry");
    }
}
