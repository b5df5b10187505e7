package app.backtrack.program.item;

import app.backtrack.events.ExerciseSide;
import app.backtrack.events.SideRule;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Says what contradicts itself in how an item's sides are worked. The stronger side gets slightly fewer repetitions or
 * a lower load than the weaker one, never more, and never nothing.
 */
final class SideRules {
    private SideRules() {}

    /** Looks at an item of a plan, where the weaker side must be known. */
    static List<Misfit> inPlan(PlanItem item) {
        List<Misfit> misfits = new ArrayList<>();
        ExerciseSide weaker = item.sides().weaker();
        boolean named = weaker == ExerciseSide.LEFT || weaker == ExerciseSide.RIGHT;
        if (item.sides().rule() == SideRule.WEAKER_FIRST && !named) {
            misfits.add(new Misfit("/sides/weaker", "must be left or right: weaker-first begins with that side"));
        }
        misfits.addAll(anywhere(item));
        return misfits;
    }

    /** Looks at an item of a template, which knows no patient. */
    static List<Misfit> inTemplate(PlanItem item) {
        List<Misfit> misfits = new ArrayList<>();
        if (item.sides().rule() == SideRule.WEAKER_FIRST && item.sides().weaker() != null) {
            misfits.add(new Misfit("/sides/weaker", "is named when the template is prescribed"));
        }
        misfits.addAll(anywhere(item));
        return misfits;
    }

    private static List<Misfit> anywhere(PlanItem item) {
        ItemSides sides = item.sides();
        List<Misfit> misfits = new ArrayList<>();
        BiConsumer<String, String> note = (pointer, reason) -> misfits.add(new Misfit("/sides/" + pointer, reason));
        if (sides.rule() == SideRule.WEAKER_FIRST) {
            Span reps = item.reps();
            less("fewerReps", sides.fewerReps(), "reps", reps == null ? null : reps.min(), note);
            less("lessGrams", sides.lessGrams(), "loadGrams", item.loadGrams(), note);
        } else {
            onlyWeakerFirst("weaker", sides.weaker(), note);
            onlyWeakerFirst("fewerReps", sides.fewerReps(), note);
            onlyWeakerFirst("lessGrams", sides.lessGrams(), note);
        }
        return misfits;
    }

    private static void less(
            String member, @Nullable Integer less, String of, @Nullable Integer dose, BiConsumer<String, String> note) {
        if (less != null && dose == null) {
            note.accept(member, "takes away from a dose that is left open: give " + of);
        } else if (less != null && dose != null && less >= dose) {
            note.accept(member, "must be less than " + of + ", so that the stronger side has something left to do");
        }
    }

    private static void onlyWeakerFirst(String member, @Nullable Object value, BiConsumer<String, String> note) {
        if (value != null) {
            note.accept(member, "goes with weaker-first only");
        }
    }
}
