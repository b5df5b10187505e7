package app.backtrack.tracking.intake;

import app.backtrack.events.PatientRef;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Bounds how many facts may speak of one day of one patient, so that no journal document grows without end. Counted in
 * memory by each process for itself: a bound against runaway clients, not a promise.
 */
@Singleton
class DailyQuota {
    private static final int FACTS_A_DAY = 300;

    /** Some 10 MB; beyond it, counting starts again, which errs on the side of taking facts in. */
    private static final int MOST_DAYS = 100_000;

    private final ConcurrentHashMap<Day, Integer> used = new ConcurrentHashMap<>();

    private record Day(PatientRef patient, LocalDate date) {}

    /** Takes one fact from the day's quota; false if it is used up. */
    boolean take(PatientRef patient, LocalDate date) {
        if (used.size() > MOST_DAYS) {
            used.clear();
        }
        return used.merge(new Day(patient, date), 1, Integer::sum) <= FACTS_A_DAY;
    }

    /** Gives one back that did not reach the log. */
    void giveBack(PatientRef patient, LocalDate date) {
        used.computeIfPresent(new Day(patient, date), (day, count) -> count > 1 ? count - 1 : null);
    }
}
