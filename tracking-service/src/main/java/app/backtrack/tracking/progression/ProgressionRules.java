package app.backtrack.tracking.progression;

import app.backtrack.events.ClinicEvent.ClinicSettings;
import app.backtrack.events.ProgramEvent.PlannedExercise;
import app.backtrack.events.Threshold;
import app.backtrack.events.schedule.ProgramHistory;
import app.backtrack.tracking.exercise.ExerciseSession;
import app.backtrack.tracking.exercise.PlannedOn;
import app.backtrack.tracking.progress.ProgressView;
import app.backtrack.tracking.progression.Advice.AdviceReason;
import app.backtrack.tracking.progression.Advice.AdviceRule;
import app.backtrack.tracking.progression.Advice.DoseStep;
import app.backtrack.tracking.progression.Advice.Suggestion;
import app.backtrack.tracking.progression.Progression.Withheld;
import app.backtrack.tracking.sides.SideRules;
import app.backtrack.tracking.sides.Sides;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/**
 * Suggests the next step of an exercise, easing, or extra sets on the weaker side. Each suggestion says which rule,
 * which numbers and which sessions it rests on. Only sessions with the dose of today count: a changed dose starts anew.
 */
public final class ProgressionRules {
    private final ProgressView view;
    private final ClinicSettings settings;
    private final List<ProgramHistory> programs;
    private final SortedMap<String, List<ExerciseSession>> sessions;
    private final Sides sides;

    private ProgressionRules(ProgressView view, ClinicSettings settings, LocalDate on) {
        this.view = view;
        this.settings = settings;
        this.programs = view.care().histories();
        this.sessions = ExerciseSession.byExercise(view, LocalDate.MIN, on);
        this.sides = SideRules.of(view, on, on);
    }

    /**
     * What may be considered on a local date.
     *
     * @param settings the clinic's limits of pain and effort, and how many sessions in a row
     * @param on the date whose plan and dose are looked at; sessions after it do not count
     */
    public static Progression of(ProgressView view, ClinicSettings settings, LocalDate on) {
        ProgressionRules rules = new ProgressionRules(view, settings, on);
        if (rules.redFlagOpen()) {
            return new Progression(on, Withheld.RED_FLAG, List.of());
        }
        List<PlannedExercise> items = PlannedOn.items(rules.programs, on);
        List<Advice> advice =
                items.stream().flatMap(item -> rules.advice(item).stream()).toList();
        return new Progression(on, items.isEmpty() ? Withheld.NO_PROGRAM : null, advice);
    }

    private boolean redFlagOpen() {
        return view.weeks().values().stream()
                .flatMap(week -> week.days().values().stream())
                .flatMap(day -> day.reported().screens().keySet().stream())
                .anyMatch(screen -> !view.care().closed(screen));
    }

    private List<Advice> advice(PlannedExercise item) {
        List<ExerciseSession> own = sameDose(item);
        Optional<Advice> easing = easing(item, own);
        if (easing.isPresent()) {
            return List.of(easing.get());
        }
        List<Advice> advice = new ArrayList<>();
        advice.add(nextStep(item, own));
        WeakerSideRules.advice(item, sides).ifPresent(advice::add);
        return advice;
    }

    /** The latest sessions that were done under the same dose without a break, ascending. */
    private List<ExerciseSession> sameDose(PlannedExercise item) {
        List<ExerciseSession> planned = sessions.getOrDefault(item.exercise(), List.of()).stream()
                .filter(session -> session.insteadOf() == null)
                .toList();
        int first = planned.size();
        while (first > 0
                && PlannedOn.item(programs, planned.get(first - 1).date(), item.exercise())
                        .filter(then -> DoseRules.same(then, item))
                        .isPresent()) {
            first--;
        }
        return planned.subList(first, planned.size());
    }

    /** Pain in any session of the last date with one: which session of a date came last is not known. */
    private Optional<Advice> easing(PlannedExercise item, List<ExerciseSession> own) {
        int limit = limit(Threshold.EXERCISE_PAIN_MODIFY);
        List<ExerciseSession> painful = own.stream()
                .filter(session -> session.date().equals(own.getLast().date()))
                .filter(session -> session.pain() != null && session.pain() >= limit)
                .toList();
        if (painful.isEmpty()) {
            return Optional.empty();
        }
        Seen seen = new Seen().worstPain(painful).number("painLimit", limit);
        return Optional.of(Advice.of(
                item.exercise(),
                AdviceRule.EASING,
                Suggestion.EASE,
                AdviceReason.PAIN_HIGH,
                DoseRules.easier(item).orElse(null),
                seen.numbers(),
                events(painful)));
    }

    private Advice nextStep(PlannedExercise item, List<ExerciseSession> own) {
        int wanted = limit(Threshold.PROGRESSION_SESSIONS);
        List<ExerciseSession> last = own.subList(Math.max(0, own.size() - wanted), own.size());
        Seen seen = new Seen()
                .number("sessions", last.size())
                .number("sessionsWanted", wanted)
                .daysSinceLast(last, sides.until())
                .worstPain(last)
                .number("painLimit", limit(Threshold.EXERCISE_PAIN_FINE))
                .highestEffort(last)
                .number("effortLimit", limit(Threshold.PROGRESSION_EFFORT));
        AdviceReason keep = keep(item, last, wanted);
        if (keep != null) {
            return Advice.of(
                    item.exercise(), AdviceRule.NEXT_STEP, Suggestion.KEEP, keep, null, seen.numbers(), events(last));
        }
        DoseStep step = DoseRules.next(item, last).orElse(null);
        return Advice.of(
                item.exercise(),
                AdviceRule.NEXT_STEP,
                Suggestion.NEXT_STEP,
                step == null ? AdviceReason.RANGE_USED_UP : AdviceReason.WITHIN_LIMITS,
                step,
                seen.numbers(),
                events(last));
    }

    /** Why the next step is not suggested; null where it is. */
    private @Nullable AdviceReason keep(PlannedExercise item, List<ExerciseSession> last, int wanted) {
        int pain = limit(Threshold.EXERCISE_PAIN_FINE);
        int effort = limit(Threshold.PROGRESSION_EFFORT);
        if (DoseRules.open(item)) {
            return AdviceReason.DOSE_OPEN;
        }
        if (last.size() < wanted) {
            return AdviceReason.TOO_FEW_SESSIONS;
        }
        if (last.stream().anyMatch(session -> session.pain() != null && session.pain() > pain)) {
            return AdviceReason.PAIN_NOT_FINE;
        }
        if (last.stream().anyMatch(session -> session.effort() != null && session.effort() > effort)) {
            return AdviceReason.EFFORT_HIGH;
        }
        if (last.stream().anyMatch(session -> session.pain() == null || session.effort() == null)) {
            return AdviceReason.NOT_SAID;
        }
        return last.stream().allMatch(session -> DoseRules.done(item, session)) ? null : AdviceReason.DOSE_NOT_DONE;
    }

    private int limit(Threshold threshold) {
        return settings.threshold(threshold).intValueExact();
    }

    private static List<String> events(List<ExerciseSession> sessions) {
        return sessions.stream().map(ExerciseSession::eventId).distinct().toList();
    }
}
