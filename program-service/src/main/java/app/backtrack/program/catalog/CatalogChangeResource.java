package app.backtrack.program.catalog;

import app.backtrack.events.ClinicId;
import app.backtrack.program.entry.CatalogEntry;
import app.backtrack.program.own.OwnAnswers;
import app.backtrack.program.own.OwnRegister.Author;
import app.backtrack.runtime.access.Shown;
import app.backtrack.runtime.access.Shows;
import app.backtrack.runtime.http.Caller;
import app.backtrack.runtime.http.Problem.Flaw;
import app.backtrack.runtime.http.Refusal;
import app.backtrack.runtime.http.Roles;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Lets a clinic add entries of its own and hide what it does not want to be offered. */
@Path("/v1/catalog/{entryId}")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Catalog")
@SecurityRequirement(name = "token")
@RunOnVirtualThread
@Shows(Shown.NOBODY)
public class CatalogChangeResource {
    static final String UNKNOWN_ENTRY = "unknown-entry";

    private static final Pattern ID = Pattern.compile(CatalogEntry.ID_REGEXP);

    private final ClinicCatalog catalog;
    private final Caller caller;
    private final Clock clock;

    CatalogChangeResource(ClinicCatalog catalog, Caller caller, Clock clock) {
        this.catalog = catalog;
        this.caller = caller;
        this.clock = clock;
    }

    /** Adds or changes an entry of the clinic's own. */
    @PUT
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Roles.CLINIC_ADMIN, Roles.THERAPIST})
    @Operation(
            operationId = "putCatalogEntry",
            summary = "Add or change an entry of the clinic's own",
            description =
                    "A new one without `If-Match`; a change with it. The same body again without `If-Match` changes "
                            + "nothing. Every version stays readable. Our entries cannot be changed; hide one and add your own.")
    @APIResponse(
            responseCode = "201",
            description = "Added.",
            headers = @Header(name = "ETag", schema = @Schema(implementation = String.class, examples = "\"1\"")),
            content = @Content(schema = @Schema(implementation = Listed.class)))
    @APIResponse(
            responseCode = "200",
            description = "Changed, or was so already.",
            headers = @Header(name = "ETag", schema = @Schema(implementation = String.class, examples = "\"2\"")),
            content = @Content(schema = @Schema(implementation = Listed.class)))
    @APIResponse(responseCode = "404", description = "`unknown-entry`: there is nothing of this id to change.")
    @APIResponse(
            responseCode = "409",
            description = "`entry-is-built-in`: the id is one of ours. `too-many-entries`: the clinic has 500. "
                    + "`too-many-versions`: the entry has 200.")
    public Response put(
            @Parameter(example = "hip-hinge-with-stick") @PathParam("entryId") String entryId,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @NotNull @Valid EntryBody body) {
        CatalogEntry entry = body.entry(OwnAnswers.newId("entryId", entryId, ID));
        if (catalog.isOurs(entryId)) {
            throw Refusal.conflict(
                    "entry-is-built-in",
                    "This id is one of ours",
                    "Take another id; our entry can be hidden for your clinic.");
        }
        ClinicId clinic = caller.clinic();
        Map<String, String> flaws = EntryRules.flaws(entry, catalog.entries(clinic, others(entry))::containsKey);
        if (!flaws.isEmpty()) {
            throw Refusal.invalid(flaws.entrySet().stream()
                    .map(flaw -> Flaw.at(flaw.getKey(), flaw.getValue()))
                    .toArray(Flaw[]::new));
        }
        Author author = new Author(clinic, caller.actor(), now());
        return OwnAnswers.of(
                catalog.write(author, entry, OwnAnswers.expected(ifMatch)),
                "/v1/catalog/" + entryId,
                UNKNOWN_ENTRY,
                version -> catalog.written(clinic, version));
    }

    /** No longer offers an entry. */
    @POST
    @Path("/hide")
    @RolesAllowed({Roles.CLINIC_ADMIN, Roles.THERAPIST})
    @Operation(
            operationId = "hideCatalogEntry",
            summary = "Hide an entry from the clinic's people",
            description =
                    "Ours or the clinic's own. It is left out of lists; programs and templates that name it stay as "
                            + "they are. Hiding it again changes nothing.")
    @APIResponse(
            responseCode = "200",
            description = "The entry, hidden.",
            content = @Content(schema = @Schema(implementation = Listed.class)))
    @APIResponse(responseCode = "404", description = "`unknown-entry`.")
    public Listed hide(@Parameter(example = "deadlift") @PathParam("entryId") String entryId) {
        known(entryId);
        catalog.hide(caller.clinic(), entryId, caller.actor(), now());
        return known(entryId);
    }

    /** Offers an entry again. */
    @POST
    @Path("/show")
    @RolesAllowed({Roles.CLINIC_ADMIN, Roles.THERAPIST})
    @Operation(
            operationId = "showCatalogEntry",
            summary = "Show a hidden entry again",
            description = "Showing one that is not hidden changes nothing.")
    @APIResponse(
            responseCode = "200",
            description = "The entry, shown.",
            content = @Content(schema = @Schema(implementation = Listed.class)))
    @APIResponse(responseCode = "404", description = "`unknown-entry`.")
    public Listed show(@Parameter(example = "deadlift") @PathParam("entryId") String entryId) {
        known(entryId);
        catalog.show(caller.clinic(), entryId);
        return known(entryId);
    }

    private static Set<String> others(CatalogEntry entry) {
        return Stream.concat(entry.replaces().stream(), entry.replacedBy().stream())
                .collect(Collectors.toSet());
    }

    private Listed known(String entryId) {
        return catalog.find(caller.clinic(), entryId).orElseThrow(CatalogResource::unknownEntry);
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
