package app.backtrack.program.prescription;

import app.backtrack.program.item.Misfit;
import app.backtrack.program.plan.Obstacle;
import java.util.ArrayList;
import java.util.List;

/** Weighs what blocks a plan against what a clinician overrides, now or in an earlier version of the program. */
final class OverrideRules {
    private OverrideRules() {}

    /**
     * What still blocks the plan.
     *
     * @param asked what the request overrides
     * @param earlier what was overridden before in this program, which goes on holding
     */
    static List<Obstacle> left(List<Obstacle> obstacles, List<CautionOverride> asked, List<CautionOverride> earlier) {
        return obstacles.stream()
                .filter(obstacle -> !overrides(asked, obstacle) && !overrides(earlier, obstacle))
                .toList();
    }

    /** Overrides that say nothing or say it twice, with pointers from the list of them. */
    static List<Misfit> misfits(List<Obstacle> obstacles, List<CautionOverride> asked) {
        List<Misfit> misfits = new ArrayList<>();
        for (int i = 0; i < asked.size(); i++) {
            CautionOverride override = asked.get(i);
            if (obstacles.stream().noneMatch(obstacle -> override.isAbout(obstacle.exercise(), obstacle.caution()))) {
                misfits.add(new Misfit("/" + i + "/caution", "blocks no such exercise in this plan"));
            }
            if (asked.subList(0, i).stream()
                    .anyMatch(before -> before.isAbout(override.exercise(), override.caution()))) {
                misfits.add(new Misfit("/" + i + "/caution", "is overridden already"));
            }
        }
        return misfits;
    }

    private static boolean overrides(List<CautionOverride> overrides, Obstacle obstacle) {
        return overrides.stream().anyMatch(override -> override.isAbout(obstacle.exercise(), obstacle.caution()));
    }
}
