package app.backtrack.program.prescription;

import app.backtrack.events.ExerciseSide;
import app.backtrack.events.ProgramEvent.ProgramPlan;
import app.backtrack.program.item.Misfit;
import app.backtrack.program.plan.Obstacle;
import app.backtrack.program.plan.PlanBody;
import app.backtrack.program.plan.PlanCheck;
import app.backtrack.program.plan.PlanFindings;
import app.backtrack.program.prescription.Asking.Asked;
import app.backtrack.program.template.ClinicTemplates;
import app.backtrack.program.template.Template;
import app.backtrack.runtime.http.Problem;
import app.backtrack.runtime.http.Problem.Flaw;
import app.backtrack.runtime.http.Refusal;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Function;

/** Makes plans of requests, and refuses what cannot be or is blocked. */
@Singleton
class PlanDesk {
    private static final String TEMPLATE = "/template";
    private static final String WEAKER_SIDE = "/weakerSide";

    private final ClinicTemplates templates;
    private final PlanCheck check;

    PlanDesk(ClinicTemplates templates, PlanCheck check) {
        this.templates = templates;
        this.check = check;
    }

    /**
     * The plan that a program begins with.
     *
     * @throws Refusal 422 if the clinic has no such template, something in the plan cannot be, or a caution blocks it
     */
    CheckedPlan prescribed(Asked asked, PrescriptionRequest request) {
        Template template = templates
                .find(asked.request().patient().clinic(), request.template())
                .orElseThrow(() -> Refusal.invalid(Flaw.at(TEMPLATE, "must be the id of a template")));
        refuseIdleSide(request, template);
        PlanBody own = request.plan();
        PlanBody plan = own == null ? template.plan(request.weakerSide()) : own;
        Proposal proposal =
                new Proposal(plan, template.id(), request.startsOn(), request.cautionOverrides(), List.of());
        return checked(asked, proposal, misfit -> own == null ? ofTemplate(misfit) : at("/plan", misfit));
    }

    /**
     * The plan that a revision brings.
     *
     * @throws Refusal 422 if something in it cannot be, or a caution blocks it
     */
    CheckedPlan revised(Asked asked, ProgramFile file, PlanRequest request) {
        ProgramPlan before = file.last().data().plan();
        Proposal proposal = new Proposal(
                request.plan(), before.template(), before.startsOn(), request.cautionOverrides(), file.overridden());
        return checked(asked, proposal, misfit -> at("", misfit));
    }

    private CheckedPlan checked(Asked asked, Proposal proposal, Function<Misfit, Flaw> place) {
        PlanFindings findings =
                check.look(asked.request().patient(), proposal.plan(), proposal.startsOn(), asked.today());
        refuse(findings.misfits().stream().map(place).toList());
        List<Obstacle> obstacles = findings.obstacles();
        refuse(OverrideRules.misfits(obstacles, proposal.overrides()).stream()
                .map(misfit -> at("/overrides", misfit))
                .toList());
        List<Obstacle> left = OverrideRules.left(obstacles, proposal.overrides(), proposal.earlier());
        if (!left.isEmpty()) {
            throw blocked(left.stream().map(PlanDesk::reason).map(place).toList());
        }
        ProgramPlan plan = proposal.plan().plan(proposal.template(), proposal.startsOn());
        return new CheckedPlan(plan, proposal.overrides(), findings.warnings());
    }

    private static void refuseIdleSide(PrescriptionRequest request, Template template) {
        ExerciseSide side = request.weakerSide();
        if (side == ExerciseSide.BOTH) {
            refuse(List.of(Flaw.at(WEAKER_SIDE, "must be left or right")));
        }
        if (side != null && request.plan() != null) {
            refuse(List.of(Flaw.at(WEAKER_SIDE, "goes with the template's plan; in yours each item says it")));
        }
        if (side != null && !template.asksForWeakerSide()) {
            refuse(List.of(Flaw.at(WEAKER_SIDE, "has nothing to order: no item of the template is weaker-first")));
        }
    }

    private static void refuse(List<Flaw> flaws) {
        if (!flaws.isEmpty()) {
            throw Refusal.invalid(flaws.toArray(Flaw[]::new));
        }
    }

    private static Refusal blocked(List<Flaw> flaws) {
        return new Refusal(Problem.of(
                        "contraindicated",
                        422,
                        "A caution blocks an exercise of the plan",
                        "Leave the exercise out, or send in overrides its exercise, caution and because.")
                .withErrors(flaws));
    }

    private static Misfit reason(Obstacle obstacle) {
        return new Misfit(
                obstacle.pointer(), "caution " + obstacle.caution() + " of " + obstacle.exercise() + " blocks it");
    }

    private static Flaw at(String outer, Misfit misfit) {
        return Flaw.at(outer + misfit.pointer(), misfit.reason());
    }

    private static Flaw ofTemplate(Misfit misfit) {
        return Flaw.at(TEMPLATE, misfit.pointer() + " of its plan: " + misfit.reason());
    }

    /**
     * A plan that somebody wants.
     *
     * @param overrides cautions to set aside with it
     * @param earlier cautions that were set aside before in the program
     */
    private record Proposal(
            PlanBody plan,
            String template,
            LocalDate startsOn,
            List<CautionOverride> overrides,
            List<CautionOverride> earlier) {}
}
