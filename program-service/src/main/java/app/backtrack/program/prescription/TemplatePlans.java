package app.backtrack.program.prescription;

import app.backtrack.events.ClinicId;
import app.backtrack.events.ProgramEvent.ProgramPlan;
import app.backtrack.program.item.ItemCheck;
import app.backtrack.program.template.ClinicTemplates;
import app.backtrack.program.template.Template;
import app.backtrack.runtime.http.Problem.Flaw;
import app.backtrack.runtime.http.Refusal;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.List;

/** Makes plans of the templates that a clinic has. */
@Singleton
class TemplatePlans {
    private static final String TEMPLATE = "/template";

    private final ClinicTemplates templates;
    private final ItemCheck items;

    TemplatePlans(ClinicTemplates templates, ItemCheck items) {
        this.templates = templates;
        this.items = items;
    }

    /**
     * The plan that a program begins with.
     *
     * @throws Refusal 422 if the clinic has no such template, or one whose exercises have changed since it was written
     */
    ProgramPlan plan(ClinicId clinic, String templateId, LocalDate startsOn) {
        Template template = templates
                .find(clinic, templateId)
                .orElseThrow(() -> Refusal.invalid(Flaw.at(TEMPLATE, "must be the id of a template")));
        List<Flaw> flaws = items.flaws(clinic, template.items(), "/phases/0/items");
        if (!flaws.isEmpty()) {
            throw Refusal.invalid(flaws.stream()
                    .map(flaw -> Flaw.at(TEMPLATE, "mend " + flaw.pointer() + " of the template: " + flaw.detail()))
                    .toArray(Flaw[]::new));
        }
        return template.plan(startsOn);
    }
}
