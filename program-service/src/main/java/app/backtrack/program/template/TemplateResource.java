package app.backtrack.program.template;

import app.backtrack.runtime.http.Refusal;
import app.backtrack.runtime.http.Roles;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Shows the templates that programs are prescribed from. */
@Path("/v1/templates")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Templates", description = "Programs to begin with.")
@SecurityRequirement(name = "token")
public class TemplateResource {
    private final Templates templates;

    TemplateResource(Templates templates) {
        this.templates = templates;
    }

    /** Lists them all. */
    @GET
    @RolesAllowed({Roles.CLINIC_SYSTEM, Roles.CLINIC_ADMIN, Roles.THERAPIST})
    @Operation(operationId = "listTemplates", summary = "List the templates")
    @APIResponse(
            responseCode = "200",
            description = "All templates.",
            content = @Content(schema = @Schema(implementation = Listing.class)))
    public Listing list() {
        return new Listing(templates.all());
    }

    /** Shows one. */
    @GET
    @Path("/{templateId}")
    @RolesAllowed({Roles.CLINIC_SYSTEM, Roles.CLINIC_ADMIN, Roles.THERAPIST})
    @Operation(
            operationId = "getTemplate",
            summary = "Show a template",
            description = "A dose that is null was not stated by its source: it is the therapist's to set.")
    @APIResponse(
            responseCode = "200",
            description = "The template.",
            content = @Content(schema = @Schema(implementation = Template.class)))
    @APIResponse(responseCode = "404", description = "`unknown-template`.")
    public Template get(@Parameter(example = "lower-back-starter") @PathParam("templateId") String templateId) {
        return templates
                .find(templateId)
                .orElseThrow(() -> Refusal.notFound("unknown-template", "There is no such template"));
    }

    /** All templates, in a stable order. */
    @Schema(name = "Templates")
    record Listing(List<Template> templates) {}
}
