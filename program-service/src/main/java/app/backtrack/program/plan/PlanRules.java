package app.backtrack.program.plan;

import app.backtrack.program.entry.CatalogEntry;
import app.backtrack.program.item.ItemRules;
import app.backtrack.program.item.Misfit;
import app.backtrack.program.item.PlanItem;
import app.backtrack.program.item.Span;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Says what in a plan cannot be, item by item and between them. */
final class PlanRules {
    private static final int DAYS_A_WEEK = 7;

    private PlanRules() {}

    /**
     * Looks through a plan.
     *
     * @param entries what the catalog says about the plan's exercises and habits, by id
     * @param startsOn the patient's local date of program day 1
     * @return what cannot be, with pointers from the plan
     */
    static List<Misfit> misfits(PlanBody plan, Map<String, CatalogEntry> entries, LocalDate startsOn) {
        List<Misfit> misfits = new ArrayList<>();
        phases(plan, misfits);
        for (int i = 0; i < plan.items().size(); i++) {
            PlanItem item = plan.items().get(i);
            String pointer = "/items/" + i;
            ItemRules.inPlan(item, entries.get(item.exercise())).forEach(misfit -> misfits.add(misfit.in(pointer)));
            item(item, plan, startsOn).forEach(misfit -> misfits.add(misfit.in(pointer)));
            again(item, plan.items().subList(0, i)).forEach(misfit -> misfits.add(misfit.in(pointer)));
        }
        habits(plan, entries, misfits);
        return misfits;
    }

    private static void phases(PlanBody plan, List<Misfit> misfits) {
        int last = 0;
        for (int i = 0; i < plan.namedWeeks().size(); i++) {
            Span weeks = plan.namedWeeks().get(i).weeks();
            String pointer = "/phases/" + i + "/weeks";
            if (weeks.min() <= last) {
                misfits.add(new Misfit(pointer, "must begin after the phase before it has ended"));
            }
            if (weeks.max() > plan.weeks()) {
                misfits.add(new Misfit(pointer, "must not end after the plan"));
            }
            last = weeks.max();
        }
    }

    private static List<Misfit> item(PlanItem item, PlanBody plan, LocalDate startsOn) {
        List<Misfit> misfits = new ArrayList<>();
        if (item.weeks() != null && item.weeks().max() > plan.weeks()) {
            misfits.add(new Misfit("/weeks", "must not end after the plan"));
        }
        if (item.targetDate() != null) {
            // Counting days never leaves the calendar; adding weeks to a far start would.
            long day = ChronoUnit.DAYS.between(startsOn, item.targetDate());
            if (day < 0 || day >= (long) plan.weeks() * DAYS_A_WEEK) {
                misfits.add(new Misfit("/targetDate", "must lie between the program's first and last day"));
            }
        }
        return misfits;
    }

    private static List<Misfit> again(PlanItem item, List<PlanItem> before) {
        boolean meets =
                before.stream().anyMatch(other -> other.exercise().equals(item.exercise()) && other.meets(item));
        return meets
                ? List.of(new Misfit("/weeks", "must lie apart from those of the same exercise before it"))
                : List.of();
    }

    private static void habits(PlanBody plan, Map<String, CatalogEntry> entries, List<Misfit> misfits) {
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < plan.goals().size(); i++) {
            HabitBody goal = plan.goals().get(i);
            CatalogEntry entry = entries.get(goal.habit());
            String pointer = "/habits/" + i;
            if (entry == null || !entry.kind().habitual()) {
                misfits.add(new Misfit(
                        pointer + "/habit", "must be the id of a habit, an ergonomic rule or a weekly check"));
            }
            if (!seen.add(goal.habit())) {
                misfits.add(new Misfit(pointer + "/habit", "is in the plan already: a habit stays from its week on"));
            }
            if (goal.fromWeek() > plan.weeks()) {
                misfits.add(new Misfit(pointer + "/fromWeek", "must not lie after the plan"));
            }
        }
    }
}
