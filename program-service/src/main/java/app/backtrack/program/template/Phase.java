package app.backtrack.program.template;

import app.backtrack.events.ProgramEvent.PlannedExercise;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Some weeks of a template.
 *
 * @param name what these weeks are about, at most 120 characters
 * @param fromWeek first week, from 1
 * @param toWeek last week, not before the first
 * @param items what is to be done, in order; a dose that nobody stated is null, and the therapist's to set
 * @param instructions what a plan's items cannot say
 * @param habits ids of catalog entries to mind besides: habits, ergonomic rules and weekly checks
 */
@Schema(name = "TemplatePhase")
public record Phase(
        String name,
        int fromWeek,
        int toWeek,
        List<PlannedExercise> items,
        List<String> instructions,
        List<String> habits) {

    /** Keeps copies of the lists. */
    public Phase {
        items = List.copyOf(items);
        instructions = List.copyOf(instructions);
        habits = List.copyOf(habits);
    }
}
