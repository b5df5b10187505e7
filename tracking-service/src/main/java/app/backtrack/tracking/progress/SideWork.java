package app.backtrack.tracking.progress;

import app.backtrack.events.SessionEvent.SetDone;
import org.jspecify.annotations.Nullable;

/**
 * The sets of one exercise on one side in one session, added up in whole numbers.
 *
 * @param sets how many, at least 1
 * @param reps repetitions in all; null where no set has any
 * @param holdSeconds seconds held in all; null where no set has any
 * @param loadGrams the sets' loads added up, in grams; null where no set has one
 * @param repGrams repetitions × load, added up over the sets that have both, in grams; null where none has
 */
public record SideWork(
        int sets,
        @Nullable Integer reps,
        @Nullable Integer holdSeconds,
        @Nullable Integer loadGrams,
        @Nullable Long repGrams) {

    static SideWork of(SetDone set) {
        Long volume = set.reps() == null || set.loadGrams() == null ? null : (long) set.reps() * set.loadGrams();
        return new SideWork(1, set.reps(), set.holdSeconds(), set.loadGrams(), volume);
    }

    /** Both added up. */
    public SideWork plus(SideWork other) {
        return new SideWork(
                sets + other.sets,
                sum(reps, other.reps),
                sum(holdSeconds, other.holdSeconds),
                sum(loadGrams, other.loadGrams),
                sum(repGrams, other.repGrams));
    }

    private static @Nullable Integer sum(@Nullable Integer one, @Nullable Integer other) {
        return one == null ? other : other == null ? one : Integer.valueOf(one + other);
    }

    private static @Nullable Long sum(@Nullable Long one, @Nullable Long other) {
        return one == null ? other : other == null ? one : Long.valueOf(one + other);
    }
}
