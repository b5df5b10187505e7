package app.backtrack.program.template;

import app.backtrack.events.ExerciseSide;
import app.backtrack.events.SideRule;
import app.backtrack.program.item.PlanItem;
import app.backtrack.program.plan.HabitBody;
import app.backtrack.program.plan.PhaseBody;
import app.backtrack.program.plan.PlanBody;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A program to begin with.
 *
 * @param id lower-case words joined by hyphens
 * @param name shown to patient and therapist, at most 120 characters
 * @param description what it is for, in a few sentences
 * @param weeks planned length, 1 to 52
 * @param phases what is to be done in which weeks, at least one; they follow each other from week 1 to the last
 */
public record Template(String id, String name, String description, int weeks, List<Phase> phases) {

    /** Keeps a copy of the list and refuses a template that has nothing to begin with. */
    public Template {
        phases = List.copyOf(phases);
        if (phases.isEmpty()) {
            throw new IllegalArgumentException("a template has a phase");
        }
    }

    /** Whether it has items that begin with the weaker side, once somebody names it. */
    public boolean asksForWeakerSide() {
        return phases.stream()
                .flatMap(phase -> phase.items().stream())
                .anyMatch(item -> item.sides().rule() == SideRule.WEAKER_FIRST);
    }

    /**
     * The whole program as a plan: each phase by its name, its items in its weeks, and its habits one after the other.
     * A habit that a later phase names again goes on from the first.
     *
     * @param weaker the patient's weaker side; null where nobody named it, and then both sides are worked alike
     */
    public PlanBody plan(@Nullable ExerciseSide weaker) {
        List<PhaseBody> named = new ArrayList<>();
        List<PlanItem> items = new ArrayList<>();
        List<HabitBody> habits = new ArrayList<>();
        Set<String> begun = new HashSet<>();
        for (Phase phase : phases) {
            named.add(new PhaseBody(phase.name(), phase.weeks()));
            phase.items().forEach(item -> items.add(item.taken(phase.weeks(), weaker)));
            for (int i = 0; i < phase.habits().size(); i++) {
                String habit = phase.habits().get(i);
                if (begun.add(habit)) {
                    habits.add(new HabitBody(habit, phase.beginOfHabit(i), null));
                }
            }
        }
        return new PlanBody(name, weeks, named, items, habits);
    }
}
