package app.backtrack.tracking.checklist;

import app.backtrack.events.FactKind;
import app.backtrack.tracking.progress.DayReports;
import app.backtrack.tracking.progress.DayReports.HabitView;
import app.backtrack.tracking.progress.EventIds;
import app.backtrack.tracking.progress.ExerciseView;
import app.backtrack.tracking.progress.SessionView;
import app.backtrack.tracking.progress.SideWork;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What was said about an item of the checklist in one day or week. Sessions and check-ins may speak of the same thing,
 * so they are not added to each other: the one that says more counts.
 *
 * @param met whether it was met by now
 * @param count times, minutes or patterns; null where nothing was counted
 * @param evidence ids of the events that say so
 */
record Spoken(boolean met, @Nullable Integer count, List<String> evidence) {
    private static final int SECONDS_A_MINUTE = 60;

    static Spoken of(Check check, List<DayReports> days) {
        List<HabitView> checkIns = new ArrayList<>();
        List<String> evidence = new ArrayList<>();
        days.forEach(day -> day.habits().forEach((id, habit) -> {
            if (habit.habit().equals(check.wireName())) {
                checkIns.add(habit);
                evidence.add(EventIds.of(FactKind.HABIT_CHECK_IN, id, habit.revision()));
            }
        }));
        Integer told = checkIns.stream()
                .map(HabitView::amount)
                .filter(Objects::nonNull)
                .reduce(Integer::sum)
                .orElse(null);
        Integer seen = inSessions(check, days, evidence);
        Integer count = told == null ? seen : seen == null ? told : Integer.valueOf(Math.max(told, seen));
        Integer target = check.target();
        boolean saidSo =
                checkIns.stream().anyMatch(habit -> habit.kept() && (target == null || habit.amount() == null));
        return new Spoken(saidSo || (target != null && count != null && count >= target), count, evidence);
    }

    /** What sessions show of it; null where they show nothing. */
    private static @Nullable Integer inSessions(Check check, List<DayReports> days, List<String> evidence) {
        return switch (check) {
            case FUNCTIONAL_PATTERNS -> patterns(days, evidence);
            case POSTURE_RESETS -> {
                List<SideWork> work = work("posture-reset", days, evidence);
                yield work.isEmpty()
                        ? null
                        : Integer.valueOf(work.stream().mapToInt(SideWork::sets).sum());
            }
            case BREATHING -> {
                List<Integer> seconds = work("diaphragmatic-breathing", days, evidence).stream()
                        .map(SideWork::holdSeconds)
                        .flatMap(Stream::ofNullable)
                        .toList();
                yield seconds.isEmpty()
                        ? null
                        : Integer.valueOf(
                                seconds.stream().mapToInt(Integer::intValue).sum() / SECONDS_A_MINUTE);
            }
            case FOAM_ROLL -> {
                int rolled = (int) days.stream()
                        .filter(day -> !work("thoracic-foam-roll", List.of(day), evidence)
                                .isEmpty())
                        .count();
                yield rolled == 0 ? null : rolled;
            }
            case STATIC_LIMIT, SLEEP, FOOTWEAR -> null;
        };
    }

    /** How many different ones; any session shows that there were none where it holds none. */
    private static @Nullable Integer patterns(List<DayReports> days, List<String> evidence) {
        Set<FunctionalPattern> seen = new HashSet<>();
        List<ExerciseView> done = exercises(days, any -> true, evidence);
        done.forEach(exercise -> {
            FunctionalPattern pattern = FunctionalPattern.BY_EXERCISE.get(exercise.exercise());
            if (pattern != null) {
                seen.add(pattern);
            }
        });
        return done.isEmpty() ? null : seen.size();
    }

    private static List<SideWork> work(String exercise, List<DayReports> days, List<String> evidence) {
        return exercises(days, done -> done.exercise().equals(exercise), evidence).stream()
                .flatMap(done -> done.work().values().stream())
                .toList();
    }

    private static List<ExerciseView> exercises(
            List<DayReports> days, Predicate<ExerciseView> wanted, List<String> evidence) {
        List<ExerciseView> found = new ArrayList<>();
        for (DayReports day : days) {
            for (Map.Entry<UUID, SessionView> entry : day.sessions().entrySet()) {
                SessionView session = entry.getValue();
                List<ExerciseView> matching =
                        session.exercises().stream().filter(wanted).toList();
                if (!matching.isEmpty()) {
                    found.addAll(matching);
                    evidence.add(EventIds.of(FactKind.SESSION, entry.getKey(), session.revision()));
                }
            }
        }
        return found;
    }
}
