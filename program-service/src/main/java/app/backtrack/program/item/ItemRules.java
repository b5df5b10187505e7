package app.backtrack.program.item;

import app.backtrack.events.SideRule;
import app.backtrack.program.entry.CatalogEntry;
import app.backtrack.program.entry.Measure;
import app.backtrack.program.entry.Side;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Says what an item asks for that its exercise is not, and where it contradicts itself. */
public final class ItemRules {
    private ItemRules() {}

    /**
     * Looks at an item of a plan.
     *
     * @param entry what the catalog says about its exercise; null if it has none of that id
     * @return what cannot be, with pointers from the item
     */
    public static List<Misfit> inPlan(PlanItem item, @Nullable CatalogEntry entry) {
        List<Misfit> misfits = new ArrayList<>(misfits(item, entry));
        misfits.addAll(SideRules.inPlan(item));
        return misfits;
    }

    /**
     * Looks at an item of a template, which knows neither dates nor the patient.
     *
     * @param entry what the catalog says about its exercise; null if it has none of that id
     * @return what cannot be, with pointers from the item
     */
    public static List<Misfit> inTemplate(PlanItem item, @Nullable CatalogEntry entry) {
        List<Misfit> misfits = new ArrayList<>(misfits(item, entry));
        misfits.addAll(SideRules.inTemplate(item));
        if (item.weeks() != null) {
            misfits.add(new Misfit("/weeks", "are those of the phase"));
        }
        if (item.targetDate() != null) {
            misfits.add(new Misfit("/targetDate", "is given when the template is prescribed"));
        }
        return misfits;
    }

    private static List<Misfit> misfits(PlanItem item, @Nullable CatalogEntry entry) {
        List<Misfit> misfits = new ArrayList<>(FrequencyRules.misfits(item.frequency()));
        if (entry == null) {
            misfits.add(new Misfit("/exercise", "must be the id of an entry of the catalog"));
        } else if (!entry.kind().plannable()) {
            misfits.add(new Misfit(
                    "/exercise",
                    "is a " + entry.kind().wireName()
                            + ", and a plan's items are exercises, stretches, practices and posture resets"));
        } else if (entry.notPrescribableBecause() != null) {
            misfits.add(new Misfit(
                    "/exercise",
                    "cannot be prescribed as it is; the catalog's notPrescribableBecause says why. Define it as an entry "
                            + "of your own"));
        } else {
            misfits.addAll(asMeasured(item, entry));
        }
        return misfits;
    }

    private static List<Misfit> asMeasured(PlanItem item, CatalogEntry entry) {
        List<Misfit> misfits = new ArrayList<>();
        if (item.reps() != null && !entry.measures().contains(Measure.REPS)) {
            misfits.add(new Misfit("/reps", "is not counted in repetitions: it is measured in " + measures(entry)));
        }
        if (item.holdSeconds() != null && entry.measures().stream().noneMatch(Measure::timed)) {
            misfits.add(new Misfit("/holdSeconds", "is not timed: it is measured in " + measures(entry)));
        }
        if (item.sides().rule() != SideRule.TWO_SIDED && entry.sides() == Side.TWO_SIDED) {
            misfits.add(new Misfit("/sides/rule", "works both sides at once, so there is no left and right of it"));
        }
        return misfits;
    }

    private static String measures(CatalogEntry entry) {
        return entry.measures().stream().map(Measure::wireName).collect(Collectors.joining(" or "));
    }
}
