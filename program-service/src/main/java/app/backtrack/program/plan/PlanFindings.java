package app.backtrack.program.plan;

import app.backtrack.program.item.Misfit;
import java.util.List;

/**
 * What came of looking at a plan.
 *
 * @param misfits what cannot be, with pointers from the plan
 * @param obstacles what blocks it until it is overridden; empty where something cannot be
 * @param warnings what its prescriber should know; empty where something cannot be
 */
public record PlanFindings(List<Misfit> misfits, List<Obstacle> obstacles, List<Warning> warnings) {

    /** Keeps copies of the lists. */
    public PlanFindings {
        misfits = List.copyOf(misfits);
        obstacles = List.copyOf(obstacles);
        warnings = List.copyOf(warnings);
    }
}
