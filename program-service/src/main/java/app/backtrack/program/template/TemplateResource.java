package app.backtrack.program.template;

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
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
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

/** Shows the templates that programs are prescribed from. */
@Path("/v1/templates")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Templates", description = "Programs to begin with: ours, and the clinic's own.")
@SecurityRequirement(name = "token")
@RunOnVirtualThread
@SystemScope("catalog")
@Shows(Shown.NOBODY)
public class TemplateResource {
    private static final int LAST_VERSION = 1_000;

    private final ClinicTemplates templates;
    private final Caller caller;

    TemplateResource(ClinicTemplates templates, Caller caller) {
        this.templates = templates;
        this.caller = caller;
    }

    /** Lists them all. */
    @GET
    @RolesAllowed({Roles.CLINIC_SYSTEM, Roles.CLINIC_ADMIN, Roles.THERAPIST})
    @Operation(operationId = "listTemplates", summary = "List the templates")
    @APIResponse(
            responseCode = "200",
            description = "All templates: ours, then the clinic's own in the order of their ids.",
            content = @Content(schema = @Schema(implementation = TemplateAnswer.Listing.class)))
    public TemplateAnswer.Listing list() {
        return new TemplateAnswer.Listing(templates.list(caller.clinic()));
    }

    /** Shows one. */
    @GET
    @Path("/{templateId}")
    @RolesAllowed({Roles.CLINIC_SYSTEM, Roles.CLINIC_ADMIN, Roles.THERAPIST})
    @Operation(
            operationId = "getTemplate",
            summary = "Show a template, or a past version of it",
            description =
                    "A dose that is null was not stated by its source: it is the therapist's to set. A prescription "
                            + "takes the items and habits of all `phases`; `instructions` are for the therapist.")
    @APIResponse(
            responseCode = "200",
            description = "The template.",
            headers = @Header(name = "ETag", schema = @Schema(implementation = String.class, examples = "\"1\"")),
            content = @Content(schema = @Schema(implementation = TemplateAnswer.class)))
    @APIResponse(responseCode = "404", description = "`unknown-template` or `unknown-version`.")
    public Response get(
            @Parameter(example = "lower-back-starter") @PathParam("templateId") String templateId,
            @Parameter(
                            description = "A version from 1; the current one if not given.",
                            schema = @Schema(implementation = Integer.class))
                    @QueryParam("version")
                    @Nullable
                    String version) {
        TemplateAnswer current = templates
                .show(caller.clinic(), templateId)
                .orElseThrow(() -> Refusal.notFound("unknown-template", "There is no such template"));
        Optional<TemplateAnswer> asked = version == null
                ? Optional.of(current)
                : templates.show(
                        caller.clinic(), templateId, WholeNumber.parameter("version", version, 1, LAST_VERSION));
        TemplateAnswer shown =
                asked.orElseThrow(() -> Refusal.notFound("unknown-version", "The template has no such version"));
        return Response.ok(shown)
                .header(HttpHeaders.ETAG, ETags.of(shown.version()))
                .build();
    }
}
