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

    /**
     * What a program begins with: the items of the first phase. The later ones are for the therapist to bring in by a
     * revision when the patient is ready; a plan in an event knows no phases.
     */
    public List<PlannedExercise> items() {
        return phases.get(0).items();
    }

    /** The plan that begins on {@code startsOn}, the patient's local date of program day 1. */
    public ProgramPlan plan(LocalDate startsOn) {
        return new ProgramPlan(id, name, startsOn, weeks, List.of(), items(), List.of());
    }
}
