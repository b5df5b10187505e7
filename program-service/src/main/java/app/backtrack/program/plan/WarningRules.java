package app.backtrack.program.plan;

import app.backtrack.program.entry.CatalogEntry;
import app.backtrack.program.entry.Caution;
import app.backtrack.program.entry.CautionLevel;
import app.backtrack.program.item.PlanItem;
import app.backtrack.program.plan.Warning.Code;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Says what the prescriber of a plan should know, and which cautions stand in its way. */
final class WarningRules {
    private WarningRules() {}

    /**
     * Warns about a plan in which everything fits.
     *
     * @param cautions cautions by the exercises' ids
     * @param today the patient's local date
     */
    static List<Warning> warnings(
            PlanBody plan, Map<String, CatalogEntry> entries, Map<String, List<Caution>> cautions, LocalDate today) {
        List<Warning> warnings = new ArrayList<>();
        SessionRules.crowd(plan, entries)
                .ifPresent(crowd -> warnings.add(new Warning(
                        "/items",
                        Code.MANY_EXERCISES,
                        "up to " + crowd.most() + " exercises fall on one day in " + weeks(crowd)
                                + "; people manage 2 to 4")));
        for (int i = 0; i < plan.items().size(); i++) {
            PlanItem item = plan.items().get(i);
            for (Caution caution : of(item, cautions, CautionLevel.WARN)) {
                warnings.add(
                        new Warning("/items/" + i + "/exercise", Code.CAUTION, caution.id() + ": " + caution.text()));
            }
            if (item.targetDate() != null && item.targetDate().isBefore(today)) {
                warnings.add(new Warning(
                        "/items/" + i + "/targetDate", Code.TARGET_IN_THE_PAST, "this day has passed already"));
            }
        }
        warnings.addAll(habits(plan));
        return warnings;
    }

    /** The cautions that block a plan, item by item. */
    static List<Obstacle> obstacles(PlanBody plan, Map<String, List<Caution>> cautions) {
        List<Obstacle> obstacles = new ArrayList<>();
        for (int i = 0; i < plan.items().size(); i++) {
            PlanItem item = plan.items().get(i);
            for (Caution caution : of(item, cautions, CautionLevel.BLOCK)) {
                obstacles.add(new Obstacle("/items/" + i + "/exercise", item.exercise(), caution.id()));
            }
        }
        return obstacles;
    }

    private static List<Caution> of(PlanItem item, Map<String, List<Caution>> cautions, CautionLevel level) {
        return cautions.getOrDefault(item.exercise(), List.of()).stream()
                .filter(caution -> caution.level() == level)
                .toList();
    }

    private static List<Warning> habits(PlanBody plan) {
        List<Warning> warnings = new ArrayList<>();
        Set<Integer> taken = new HashSet<>();
        for (int i = 0; i < plan.goals().size(); i++) {
            if (!taken.add(plan.goals().get(i).fromWeek())) {
                warnings.add(new Warning(
                        "/habits/" + i + "/fromWeek",
                        Code.HABITS_TOGETHER,
                        "another habit begins in this week; one is mastered before the next is added"));
            }
        }
        return warnings;
    }

    private static String weeks(SessionRules.Crowd crowd) {
        return crowd.fromWeek() == crowd.toWeek()
                ? "week " + crowd.fromWeek()
                : "weeks " + crowd.fromWeek() + " to " + crowd.toWeek();
    }
}
