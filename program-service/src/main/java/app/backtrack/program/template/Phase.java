package app.backtrack.program.template;

import app.backtrack.program.item.PlanItem;
import app.backtrack.program.item.Span;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Some weeks of a template.
 *
 * @param name what these weeks are about, at most 120 characters
 * @param fromWeek first week, from 1
 * @param toWeek last week, not before the first
 * @param items what is to be done, in order; a dose that nobody stated is null, and the therapist's to set
 * @param instructions for the therapist: what the items cannot say
 * @param habits ids of the catalog's habits, ergonomic rules and weekly checks to take up, in this order
 */
@Schema(name = "TemplatePhase")
public record Phase(
        String name, int fromWeek, int toWeek, List<PlanItem> items, List<String> instructions, List<String> habits) {

    /** Keeps copies of the lists. */
    public Phase {
        items = List.copyOf(items);
        instructions = List.copyOf(instructions);
        habits = List.copyOf(habits);
    }

    Span weeks() {
        return new Span(fromWeek, toWeek);
    }

    /**
     * The week in which the habit at {@code index} begins: they are spread evenly over the phase, so that each is
     * mastered before the next is added.
     */
    int beginOfHabit(int index) {
        return fromWeek + index * (toWeek - fromWeek + 1) / habits.size();
    }
}
