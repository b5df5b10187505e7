package app.backtrack.program.prescription;

import app.backtrack.events.ProgramEvent.ProgramPlan;
import app.backtrack.program.plan.Warning;
import java.util.List;

/**
 * A plan that can be.
 *
 * @param plan as events say it
 * @param overrides cautions that are set aside with it
 * @param warnings what the prescriber is told
 */
record CheckedPlan(ProgramPlan plan, List<CautionOverride> overrides, List<Warning> warnings) {

    /** Keeps copies of the lists. */
    CheckedPlan {
        overrides = List.copyOf(overrides);
        warnings = List.copyOf(warnings);
    }
}
