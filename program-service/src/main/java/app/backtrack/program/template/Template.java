package app.backtrack.program.template;

import app.backtrack.events.ProgramEvent.PlannedExercise;
import app.backtrack.events.ProgramEvent.ProgramPlan;
import java.time.LocalDate;
import java.util.List;

/**
 * A program to begin with.
 *
 * @param id lower-case words joined by hyphens
 * @param name shown to patient and therapist, at most 120 characters
 * @param description what it is for, in a few sentences
 * @param weeks planned length, 1 to 52
 * @param items what is to be done, in order; a dose that nobody stated is null, and the therapist's to set
 */
public record Template(String id, String name, String description, int weeks, List<PlannedExercise> items) {

    /** Keeps a copy of the list. */
    public Template {
        items = List.copyOf(items);
    }

    /** The plan that begins on {@code startsOn}, the patient's local date of program day 1. */
    public ProgramPlan plan(LocalDate startsOn) {
        return new ProgramPlan(id, name, startsOn, weeks, items);
    }
}
