package app.backtrack.program.template;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;

/** Says what does not fit together in a template whose parts are each in order. */
final class TemplateRules {
    private TemplateRules() {}

    /**
     * Looks through a template.
     *
     * @param known tells the ids of the catalog's entries
     * @return what is wrong, by JSON Pointer; empty if nothing is
     */
    static Map<String, String> flaws(Template template, Predicate<String> known) {
        Map<String, String> flaws = new TreeMap<>();
        List<Phase> phases = template.phases();
        int next = 1;
        for (int i = 0; i < phases.size(); i++) {
            Phase phase = phases.get(i);
            if (phase.fromWeek() != next) {
                flaws.put("/phases/" + i + "/fromWeek", "phases follow each other without a gap, from week 1");
            }
            if (phase.toWeek() < phase.fromWeek()) {
                flaws.put("/phases/" + i + "/toWeek", "must not be before fromWeek");
            }
            habits("/phases/" + i + "/habits/", phase.habits(), known, flaws);
            next = phase.toWeek() + 1;
        }
        if (next != template.weeks() + 1) {
            flaws.put("/weeks", "must be the last week of the last phase");
        }
        return flaws;
    }

    private static void habits(
            String pointer, List<String> habits, Predicate<String> known, Map<String, String> flaws) {
        for (int i = 0; i < habits.size(); i++) {
            if (!known.test(habits.get(i))) {
                flaws.put(pointer + i, "must be the id of an entry of the catalog");
            }
        }
    }
}
