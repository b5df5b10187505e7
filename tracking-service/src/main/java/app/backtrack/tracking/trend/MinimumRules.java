package app.backtrack.tracking.trend;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * How much must be scored before a verdict may be given: 10 days in the window, 5 days in each of two blocks, and 3
 * days in both the start and the current block. Asks only which days are scored, never how high.
 */
final class MinimumRules {

    /** The fewest scored days in a window. */
    static final int SCORED_DAYS = 10;

    private static final int RELIABLE_BLOCKS = 2;
    private static final int DAYS_PER_BLOCK = 7;
    /**
     * Enough whatever was before: a whole last week, and one before it that starts with the program, on the window's
     * last day.
     */
    private static final int MOST_NEEDED = 13;

    /** Which days are scored, from the window's first day on; those after its last day are taken as scored. */
    private final boolean[] scored;

    private final int windowDays;
    private final long programStart;

    private MinimumRules(boolean[] scored, int windowDays, long programStart) {
        this.scored = scored;
        this.windowDays = windowDays;
        this.programStart = programStart;
    }

    /**
     * The fewest days after the window that, all scored, make a verdict possible on the last of them.
     *
     * @param programStart day 1 of the active program, not after the window's last day; null where there is none
     * @return 0 where the minimums are met already, else 1 to 13
     */
    static int daysNeeded(DailySeries series, Window window, @Nullable LocalDate programStart) {
        LocalDate from = window.from();
        int windowDays = window.weeks() * DAYS_PER_BLOCK;
        boolean[] scored = new boolean[windowDays + MOST_NEEDED];
        for (DailyValue day : window.of(series)) {
            scored[(int) ChronoUnit.DAYS.between(from, day.date())] = true;
        }
        for (int further = windowDays; further < scored.length; further++) {
            scored[further] = true;
        }
        long start = programStart == null ? 0 : ChronoUnit.DAYS.between(from, programStart);
        MinimumRules rules = new MinimumRules(scored, windowDays, start);
        int needed = 0;
        while (needed < MOST_NEEDED && !rules.metBy(needed)) {
            needed++;
        }
        return needed;
    }

    /** Whether the window that ends {@code further} days later meets the minimums. */
    private boolean metBy(int further) {
        int end = further + windowDays;
        int reliable = 0;
        boolean start = false;
        for (int from = further; from < end; from += DAYS_PER_BLOCK) {
            int days = count(from, from + DAYS_PER_BLOCK);
            boolean last = from + DAYS_PER_BLOCK == end;
            reliable += days >= Block.RELIABLE_DAYS ? 1 : 0;
            start |= !last && from >= programStart && days >= Level.FEWEST_DAYS;
        }
        boolean current = count(end - DAYS_PER_BLOCK, end) >= Level.FEWEST_DAYS;
        return start && current && reliable >= RELIABLE_BLOCKS && count(further, end) >= SCORED_DAYS;
    }

    private int count(int from, int to) {
        int count = 0;
        for (int day = from; day < to; day++) {
            count += scored[day] ? 1 : 0;
        }
        return count;
    }
}
