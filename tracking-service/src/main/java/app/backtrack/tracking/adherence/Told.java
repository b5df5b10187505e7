package app.backtrack.tracking.adherence;

import app.backtrack.events.FactKind;
import app.backtrack.events.SessionEvent.ExerciseSkipped;
import app.backtrack.events.SkipReason;
import app.backtrack.tracking.progress.DayReports;
import app.backtrack.tracking.progress.DayReports.HabitView;
import app.backtrack.tracking.progress.EventIds;
import app.backtrack.tracking.progress.SessionView;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * What the patient said about one planned thing.
 *
 * @param done in how many sessions it was done, or, of a habit, on how many days it was kept
 * @param skipped how often it was said to be left out
 * @param reasons the reasons that were given for it
 * @param evidence ids of the events that say so
 */
record Told(int done, int skipped, List<SkipReason> reasons, List<String> evidence) {

    static final Told NOTHING = new Told(0, 0, List.of(), List.of());

    Told {
        reasons = List.copyOf(reasons);
        evidence = List.copyOf(evidence);
    }

    /** About an exercise on one day. A session counts once, whatever stood in for the exercise, and however often. */
    static Told ofExercise(String exercise, DayReports day) {
        Told told = NOTHING;
        for (Map.Entry<UUID, SessionView> entry : day.sessions().entrySet()) {
            SessionView session = entry.getValue();
            List<String> event = List.of(EventIds.of(FactKind.SESSION, entry.getKey(), session.revision()));
            List<SkipReason> reasons = session.skipped().stream()
                    .filter(skip -> skip.exercise().equals(exercise))
                    .map(ExerciseSkipped::why)
                    .sorted()
                    .limit(1)
                    .toList();
            if (session.exercises().stream().anyMatch(done -> done.countsFor().equals(exercise))) {
                told = told.plus(new Told(1, 0, List.of(), event));
            } else if (!reasons.isEmpty()) {
                told = told.plus(new Told(0, 1, reasons, event));
            }
        }
        return told;
    }

    /** About a habit on one day. It is looked back on as a whole: kept once is kept. */
    static Told ofHabit(String habit, DayReports day) {
        List<Map.Entry<UUID, HabitView>> checkIns = day.habits().entrySet().stream()
                .filter(entry -> entry.getValue().habit().equals(habit))
                .toList();
        if (checkIns.isEmpty()) {
            return NOTHING;
        }
        List<String> evidence = checkIns.stream()
                .map(entry -> EventIds.of(
                        FactKind.HABIT_CHECK_IN,
                        entry.getKey(),
                        entry.getValue().revision()))
                .toList();
        if (checkIns.stream().anyMatch(entry -> entry.getValue().kept())) {
            return new Told(1, 0, List.of(), evidence);
        }
        List<SkipReason> reasons = checkIns.stream()
                .map(entry -> entry.getValue().why())
                .filter(Objects::nonNull)
                .sorted()
                .limit(1)
                .toList();
        return new Told(0, 1, reasons, evidence);
    }

    Told plus(Told other) {
        return new Told(
                done + other.done,
                skipped + other.skipped,
                joined(reasons, other.reasons),
                joined(evidence, other.evidence));
    }

    private static <T> List<T> joined(List<T> one, List<T> other) {
        return Stream.concat(one.stream(), other.stream()).toList();
    }
}
