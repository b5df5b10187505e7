package app.backtrack.program.template;

import app.backtrack.events.ClinicId;
import app.backtrack.program.catalog.ClinicCatalog;
import app.backtrack.program.entry.CatalogEntry;
import app.backtrack.program.item.PlanItem;
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
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
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

/** Lets a clinic write templates of its own, perhaps beginning with a copy of one of ours. */
@Path("/v1/templates/{templateId}")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Templates")
@SecurityRequirement(name = "token")
@RunOnVirtualThread
@Shows(Shown.NOBODY)
public class TemplateChangeResource {
    private static final Pattern ID = Pattern.compile(CatalogEntry.ID_REGEXP);

    private final ClinicTemplates templates;
    private final ClinicCatalog catalog;
    private final Caller caller;
    private final Clock clock;

    TemplateChangeResource(ClinicTemplates templates, ClinicCatalog catalog, Caller caller, Clock clock) {
        this.templates = templates;
        this.catalog = catalog;
        this.caller = caller;
        this.clock = clock;
    }

    /** Adds or changes a template of the clinic's own. */
    @PUT
    @RolesAllowed({Roles.CLINIC_ADMIN, Roles.THERAPIST})
    @Operation(
            operationId = "putTemplate",
            summary = "Add or change a template of the clinic's own",
            description =
                    "A new one without `If-Match`; a change with it. The same body again without `If-Match` changes "
                            + "nothing. Every version stays readable; programs keep what they took. To change one of ours, send "
                            + "a copy of its `phases` under an id of your own.")
    @APIResponse(
            responseCode = "201",
            description = "Added.",
            headers = @Header(name = "ETag", schema = @Schema(implementation = String.class, examples = "\"1\"")),
            content = @Content(schema = @Schema(implementation = TemplateAnswer.class)))
    @APIResponse(
            responseCode = "200",
            description = "Changed, or was so already.",
            headers = @Header(name = "ETag", schema = @Schema(implementation = String.class, examples = "\"2\"")),
            content = @Content(schema = @Schema(implementation = TemplateAnswer.class)))
    @APIResponse(responseCode = "404", description = "`unknown-template`: there is nothing of this id to change.")
    @APIResponse(
            responseCode = "409",
            description = "`template-is-built-in`: the id is one of ours. `too-many-entries`: the clinic has 500. "
                    + "`too-many-versions`: the template has 200.")
    public Response put(
            @Parameter(example = "our-lower-back") @PathParam("templateId") String templateId,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @NotNull @Valid TemplateBody body) {
        Template template = body.template(OwnAnswers.newId("templateId", templateId, ID));
        if (templates.isOurs(templateId)) {
            throw Refusal.conflict("template-is-built-in", "This id is one of ours", "Take another id for your copy.");
        }
        ClinicId clinic = caller.clinic();
        List<Flaw> flaws = flaws(clinic, template);
        if (!flaws.isEmpty()) {
            throw Refusal.invalid(flaws.toArray(Flaw[]::new));
        }
        Author author = new Author(clinic, caller.actor(), clock.instant().truncatedTo(ChronoUnit.MILLIS));
        return OwnAnswers.of(
                templates.write(author, template, OwnAnswers.expected(ifMatch)),
                "/v1/templates/" + templateId,
                "unknown-template",
                TemplateAnswer::own);
    }

    private List<Flaw> flaws(ClinicId clinic, Template template) {
        Set<String> ids = template.phases().stream()
                .flatMap(
                        phase -> Stream.concat(phase.items().stream().map(PlanItem::exercise), phase.habits().stream()))
                .collect(Collectors.toSet());
        return TemplateRules.misfits(template, catalog.entries(clinic, ids)).stream()
                .map(misfit -> Flaw.at(misfit.pointer(), misfit.reason()))
                .toList();
    }
}
