package app.backtrack.program.diff;

import app.backtrack.events.ProgramEvent.PlannedExercise;
import app.backtrack.events.ProgramEvent.ProgramPlan;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.BiPredicate;
import org.jspecify.annotations.Nullable;

/**
 * Compares two plans. An item is the same one if it is equal, else if it is of the same exercise in the same weeks,
 * else if it is of the same exercise: one exercise can stand in a plan several times, in weeks apart.
 */
public final class PlanDiffRules {
    private static final List<BiPredicate<PlannedExercise, PlannedExercise>> SAME = List.of(
            PlannedExercise::equals,
            (one, other) -> one.exercise().equals(other.exercise()) && Objects.equals(one.weeks(), other.weeks()),
            (one, other) -> one.exercise().equals(other.exercise()));

    private PlanDiffRules() {}

    /** What has become of {@code before} in {@code after}. */
    public static PlanDiff diff(ProgramPlan before, ProgramPlan after) {
        // From places in the first plan to places in the second.
        TreeMap<Integer, Integer> stayed = new TreeMap<>();
        SAME.forEach(same -> pair(before.items(), after.items(), same, stayed));
        List<MemberChange> members = new ArrayList<>();
        compare("template", before.template(), after.template(), members);
        compare("name", before.name(), after.name(), members);
        compare("startsOn", before.startsOn(), after.startsOn(), members);
        compare("weeks", before.weeks(), after.weeks(), members);
        compare("phases", before.phases(), after.phases(), members);
        compare("habits", before.habits(), after.habits(), members);
        List<Integer> places = List.copyOf(stayed.values());
        if (!places.equals(places.stream().sorted().toList())) {
            members.add(new MemberChange("order", exercises(before), exercises(after)));
        }
        List<ItemChange> changed = new ArrayList<>();
        stayed.forEach((then, now) -> {
            List<MemberChange> differing =
                    differing(before.items().get(then), after.items().get(now));
            if (!differing.isEmpty()) {
                PlannedExercise item = before.items().get(then);
                changed.add(new ItemChange(item.exercise(), item.weeks(), differing));
            }
        });
        return new PlanDiff(
                members, without(after.items(), stayed.values()), without(before.items(), stayed.keySet()), changed);
    }

    private static void pair(
            List<PlannedExercise> before,
            List<PlannedExercise> after,
            BiPredicate<PlannedExercise, PlannedExercise> same,
            TreeMap<Integer, Integer> stayed) {
        for (int then = 0; then < before.size(); then++) {
            for (int now = 0; now < after.size() && !stayed.containsKey(then); now++) {
                if (!stayed.containsValue(now) && same.test(before.get(then), after.get(now))) {
                    stayed.put(then, now);
                }
            }
        }
    }

    private static List<MemberChange> differing(PlannedExercise before, PlannedExercise after) {
        List<MemberChange> members = new ArrayList<>();
        compare("weeks", before.weeks(), after.weeks(), members);
        compare("sets", before.sets(), after.sets(), members);
        compare("reps", before.reps(), after.reps(), members);
        compare("holdSeconds", before.holdSeconds(), after.holdSeconds(), members);
        compare("restSeconds", before.restSeconds(), after.restSeconds(), members);
        compare("loadGrams", before.loadGrams(), after.loadGrams(), members);
        compare("tempo", before.tempo(), after.tempo(), members);
        compare("sides", before.sides(), after.sides(), members);
        compare("frequency", before.frequency(), after.frequency(), members);
        compare("targetDate", before.targetDate(), after.targetDate(), members);
        compare("instructions", before.instructions(), after.instructions(), members);
        return members;
    }

    private static void compare(
            String member, @Nullable Object before, @Nullable Object after, List<MemberChange> members) {
        if (!Objects.equals(before, after)) {
            members.add(new MemberChange(member, before, after));
        }
    }

    private static List<String> exercises(ProgramPlan plan) {
        return plan.items().stream().map(PlannedExercise::exercise).toList();
    }

    private static List<PlannedExercise> without(List<PlannedExercise> items, Collection<Integer> places) {
        List<PlannedExercise> left = new ArrayList<>();
        for (int i = 0; i < items.size(); i++) {
            if (!places.contains(i)) {
                left.add(items.get(i));
            }
        }
        return left;
    }
}
