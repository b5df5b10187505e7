package app.backtrack.program.template;

import app.backtrack.program.own.Origin;
import app.backtrack.program.own.Versioned;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A template as a clinic's people see it. */
@Schema(name = "Template")
record TemplateAnswer(
        String id,
        Origin origin,

        @Schema(description = "Number of this version, from 1; also the ETag.")
        int version,

        String name,
        String description,
        int weeks,

        @Schema(description = "What is to be done in which weeks; a prescription takes them all.")
        List<Phase> phases) {

    /** Shows one of ours. */
    static TemplateAnswer ours(Template template) {
        return of(template, Origin.BUILT_IN, Templates.VERSION);
    }

    /** Shows one of the clinic's own. */
    static TemplateAnswer own(Versioned<Template> version) {
        return of(version.content(), Origin.CLINIC, version.number());
    }

    private static TemplateAnswer of(Template template, Origin origin, int version) {
        return new TemplateAnswer(
                template.id(),
                origin,
                version,
                template.name(),
                template.description(),
                template.weeks(),
                template.phases());
    }

    /** All templates of a clinic: ours, then its own. */
    @Schema(name = "Templates")
    record Listing(List<TemplateAnswer> templates) {}
}
