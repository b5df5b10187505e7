package app.backtrack.program.item;

import app.backtrack.events.ProgramEvent.PlannedExercise;
import app.backtrack.events.SideRule;
import app.backtrack.program.entry.CatalogEntry;
import app.backtrack.program.entry.Measure;
import app.backtrack.program.entry.Side;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Says what an item of a plan asks for that its exercise is not. */
final class ItemRules {
    private ItemRules() {}

    /**
     * Looks at an item.
     *
     * @param entry what the catalog says about its exercise; null if it has none of that id
     */
    static List<Misfit> misfits(PlannedExercise item, @Nullable CatalogEntry entry) {
        if (entry == null) {
            return List.of(new Misfit("exercise", "must be the id of an entry of the catalog"));
        }
        if (!entry.kind().plannable()) {
            return List.of(new Misfit(
                    "exercise",
                    "is a " + entry.kind().wireName()
                            + ", and a plan holds exercises, stretches, practices and posture " + "resets"));
        }
        if (entry.notPrescribableBecause() != null) {
            return List.of(new Misfit(
                    "exercise",
                    "cannot be prescribed as it is; the catalog's notPrescribableBecause says why. Define it as an entry "
                            + "of your own"));
        }
        List<Misfit> misfits = new ArrayList<>();
        if (item.reps() != null && !entry.measures().contains(Measure.REPS)) {
            misfits.add(new Misfit("reps", "is not counted in repetitions: it is measured in " + measures(entry)));
        }
        // A plan has one member for seconds, whether one keeps still in them or keeps going.
        if (item.holdSeconds() != null
                && !entry.measures().contains(Measure.HOLD_SECONDS)
                && !entry.measures().contains(Measure.DURATION_SECONDS)) {
            misfits.add(new Misfit("holdSeconds", "is not timed in seconds: it is measured in " + measures(entry)));
        }
        if (item.sides().rule() != SideRule.TWO_SIDED && entry.sides() == Side.TWO_SIDED) {
            misfits.add(new Misfit("eachSide", "works both sides at once, so there is no left and right of it"));
        }
        return misfits;
    }

    private static String measures(CatalogEntry entry) {
        return entry.measures().stream().map(Measure::wireName).collect(Collectors.joining(" or "));
    }

    /**
     * One thing that does not fit.
     *
     * @param member the member of the item
     * @param reason why it cannot be
     */
    record Misfit(String member, String reason) {}
}
