package app.backtrack.tracking.progress;

import app.backtrack.events.ExerciseSide;
import app.backtrack.events.SessionEvent.ExerciseDone;
import app.backtrack.tracking.care.Sorted;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * One exercise of a session.
 *
 * @param exercise its id in the catalog
 * @param insteadOf id of the planned exercise that it stood in for; null where it did not
 * @param work the sets by side
 * @param effort perceived effort, 0 to 10, if said
 * @param pain worst pain during it, 0 to 10, if said
 */
public record ExerciseView(
        String exercise,
        @Nullable String insteadOf,
        SortedMap<ExerciseSide, SideWork> work,
        @Nullable Integer effort,
        @Nullable Integer pain) {

    public ExerciseView {
        work = Sorted.copyOf(work);
    }

    /** The planned exercise that this counts for. */
    public String countsFor() {
        return insteadOf == null ? exercise : insteadOf;
    }

    static ExerciseView of(ExerciseDone done) {
        TreeMap<ExerciseSide, SideWork> work = new TreeMap<>();
        done.sets().forEach(set -> work.merge(set.side(), SideWork.of(set), SideWork::plus));
        return new ExerciseView(done.exercise(), done.insteadOf(), work, done.effort(), done.pain());
    }
}
