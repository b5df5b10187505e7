package app.backtrack.tracking.progression;

import app.backtrack.events.ExerciseSide;
import app.backtrack.events.ProgramEvent.PlannedExercise;
import app.backtrack.events.ProgramEvent.Range;
import app.backtrack.tracking.progression.Advice.AdviceReason;
import app.backtrack.tracking.progression.Advice.AdviceRule;
import app.backtrack.tracking.progression.Advice.DoseMeasure;
import app.backtrack.tracking.progression.Advice.DoseStep;
import app.backtrack.tracking.progression.Advice.Suggestion;
import app.backtrack.tracking.sides.Asymmetry;
import app.backtrack.tracking.sides.Asymmetry.SideComparison;
import app.backtrack.tracking.sides.Asymmetry.SideFinding;
import app.backtrack.tracking.sides.SidePoint;
import app.backtrack.tracking.sides.SideRules;
import app.backtrack.tracking.sides.Sides;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Suggests extra sets on a side that lags. A plan that gives it more already is no basis for more of the same. */
final class WeakerSideRules {
    private static final int MOST_SETS = 20;

    private WeakerSideRules() {}

    /** Extra sets, where one side is likely weaker and the sides are worked separately. */
    static Optional<Advice> advice(PlannedExercise item, Sides sides) {
        List<Asymmetry> likely = sides.asymmetries().stream()
                .filter(one -> one.exercise().equals(item.exercise()) && one.finding() == SideFinding.LIKELY)
                .toList();
        List<ExerciseSide> weaker = likely.stream()
                .map(Asymmetry::comparison)
                .filter(Objects::nonNull)
                .map(SideComparison::weaker)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
        // Where two measures name two sides, none is known to lag.
        if (weaker.size() != 1 || !SideRules.asksTheSameOfBoth(item)) {
            return Optional.empty();
        }
        Asymmetry shown = likely.getFirst();
        return Optional.of(Advice.of(
                item.exercise(),
                AdviceRule.WEAKER_SIDE,
                Suggestion.EXTRA_SETS,
                AdviceReason.SIDE_WEAKER,
                oneMoreSet(item.sets(), weaker.getFirst()),
                new Seen().asymmetry(shown).numbers(),
                shown.points().stream()
                        .filter(point -> !point.date().isBefore(sides.judgedFrom()))
                        .map(SidePoint::eventId)
                        .toList()));
    }

    private static DoseStep oneMoreSet(@Nullable Range sets, ExerciseSide side) {
        return sets == null
                ? new DoseStep(DoseMeasure.SETS, side, null, null)
                : new DoseStep(
                        DoseMeasure.SETS,
                        side,
                        sets.max(),
                        sets.max() == MOST_SETS ? null : new Range(sets.min() + 1, sets.max() + 1));
    }
}
