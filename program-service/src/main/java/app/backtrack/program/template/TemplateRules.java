package app.backtrack.program.template;

import app.backtrack.program.entry.CatalogEntry;
import app.backtrack.program.item.ItemRules;
import app.backtrack.program.item.Misfit;
import app.backtrack.program.item.PlanItem;
import app.backtrack.program.plan.PlanBody;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Says what in a template cannot be, phase by phase and between them. */
final class TemplateRules {
    private TemplateRules() {}

    /**
     * Looks through a template.
     *
     * @param entries what the catalog says about the template's exercises and habits, by id
     * @return what cannot be, with pointers from the template
     */
    static List<Misfit> misfits(Template template, Map<String, CatalogEntry> entries) {
        List<Misfit> misfits = new ArrayList<>();
        List<Phase> phases = template.phases();
        int next = 1;
        for (int i = 0; i < phases.size(); i++) {
            Phase phase = phases.get(i);
            if (phase.fromWeek() != next) {
                misfits.add(new Misfit(
                        "/phases/" + i + "/fromWeek", "phases follow each other without a gap, from week 1"));
            }
            if (phase.toWeek() < phase.fromWeek()) {
                misfits.add(new Misfit("/phases/" + i + "/toWeek", "must not be before fromWeek"));
            }
            String pointer = "/phases/" + i;
            items(phase.items(), entries).forEach(misfit -> misfits.add(misfit.in(pointer)));
            habits(phase.habits(), entries).forEach(misfit -> misfits.add(misfit.in(pointer)));
            next = phase.toWeek() + 1;
        }
        if (next != template.weeks() + 1) {
            misfits.add(new Misfit("/weeks", "must be the last week of the last phase"));
        }
        misfits.addAll(size(phases));
        return misfits;
    }

    private static List<Misfit> items(List<PlanItem> items, Map<String, CatalogEntry> entries) {
        List<Misfit> misfits = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < items.size(); i++) {
            PlanItem item = items.get(i);
            String pointer = "/items/" + i;
            ItemRules.inTemplate(item, entries.get(item.exercise())).forEach(misfit -> misfits.add(misfit.in(pointer)));
            if (!seen.add(item.exercise())) {
                misfits.add(new Misfit(pointer + "/exercise", "is in this phase already"));
            }
        }
        return misfits;
    }

    private static List<Misfit> habits(List<String> habits, Map<String, CatalogEntry> entries) {
        List<Misfit> misfits = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < habits.size(); i++) {
            CatalogEntry entry = entries.get(habits.get(i));
            if (entry == null || !entry.kind().habitual()) {
                misfits.add(
                        new Misfit("/habits/" + i, "must be the id of a habit, an ergonomic rule or a weekly check"));
            }
            if (!seen.add(habits.get(i))) {
                misfits.add(new Misfit("/habits/" + i, "is in this phase already"));
            }
        }
        return misfits;
    }

    /** All phases together become one plan. */
    private static List<Misfit> size(List<Phase> phases) {
        List<Misfit> misfits = new ArrayList<>();
        if (phases.stream().mapToInt(phase -> phase.items().size()).sum() > PlanBody.MAX_ITEMS) {
            misfits.add(new Misfit("/phases", "have more than " + PlanBody.MAX_ITEMS + " items together"));
        }
        long habits = phases.stream()
                .flatMap(phase -> phase.habits().stream())
                .distinct()
                .count();
        if (habits > PlanBody.MAX_HABITS) {
            misfits.add(new Misfit("/phases", "have more than " + PlanBody.MAX_HABITS + " habits together"));
        }
        return misfits;
    }
}
