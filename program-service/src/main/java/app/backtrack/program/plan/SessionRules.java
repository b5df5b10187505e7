package app.backtrack.program.plan;

import app.backtrack.events.Repetition;
import app.backtrack.program.entry.CatalogEntry;
import app.backtrack.program.entry.Kind;
import app.backtrack.program.item.ItemFrequency;
import app.backtrack.program.item.PlanItem;
import java.time.DayOfWeek;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Counts how many exercises can fall on one day. What is due on days of the patient's choice, or every other day, can
 * meet on any day; fixed weekdays keep theirs. Stretches, practices and posture resets are no exercises here.
 */
final class SessionRules {

    /** The most exercises in a session: 2 to 4 are what people manage (docs/catalog.md). */
    static final int MANAGEABLE = 4;

    private SessionRules() {}

    /** The weeks in which more exercises can meet than people manage; empty if there are none. */
    static Optional<Crowd> crowd(PlanBody plan, Map<String, CatalogEntry> entries) {
        List<PlanItem> exercises = plan.items().stream()
                .filter(item -> isExercise(entries.get(item.exercise())))
                .toList();
        int most = weeks(plan).map(week -> most(exercises, week)).max().orElse(0);
        if (most <= MANAGEABLE) {
            return Optional.empty();
        }
        List<Integer> crowded = weeks(plan)
                .filter(week -> most(exercises, week) > MANAGEABLE)
                .boxed()
                .toList();
        return Optional.of(new Crowd(most, crowded.get(0), crowded.get(crowded.size() - 1)));
    }

    private static IntStream weeks(PlanBody plan) {
        return IntStream.rangeClosed(1, plan.weeks());
    }

    private static boolean isExercise(@Nullable CatalogEntry entry) {
        return entry != null && entry.kind() == Kind.EXERCISE;
    }

    private static int most(List<PlanItem> exercises, int week) {
        List<PlanItem> due = exercises.stream()
                .filter(item -> item.weeks() == null
                        || item.weeks().min() <= week && week <= item.weeks().max())
                .toList();
        return Stream.of(DayOfWeek.values())
                .mapToInt(day -> (int) due.stream()
                        .filter(item -> canFallOn(day, item.frequency()))
                        .count())
                .max()
                .orElse(0);
    }

    private static boolean canFallOn(DayOfWeek day, ItemFrequency frequency) {
        return frequency.repetition() != Repetition.WEEKDAYS
                || frequency.weekdays() == null
                || frequency.weekdays().contains(day);
    }

    /**
     * Too many exercises on one day.
     *
     * @param most the most that can meet on a day
     * @param fromWeek the first such week
     * @param toWeek the last such week; between them there may be others
     */
    record Crowd(int most, int fromWeek, int toWeek) {}
}
