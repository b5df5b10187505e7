package app.backtrack.tracking.trend;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The levels of a window and of its program, and what lies between them. Each is null where too few days are scored.
 *
 * @param start the first week of the window, and not before the program, that has a level; never the last week, which
 *     cannot be compared with itself
 * @param current the last week of the window
 * @param baseline the first of program weeks 1 to 4 that has a level
 * @param windowChange current − start in NRS points, −10 to 10; negative is less pain; decides the verdict
 * @param programChange current against baseline
 * @param thresholds which change matters from this start
 */
public record Changes(
        @Nullable Level start,
        @Nullable Level current,
        @Nullable Level baseline,
        @Nullable Double windowChange,
        @Nullable ProgramChange programChange,
        @Nullable Thresholds thresholds) {

    private static final int BASELINE_WEEKS = 4;

    /**
     * Compares the levels of a window.
     *
     * @param blocks the window's blocks, oldest first
     * @param series the series that the blocks are of
     * @param programStart day 1 of the program that is active on the window's last day; null where there is none
     */
    static Changes of(List<Block> blocks, DailySeries series, @Nullable LocalDate programStart) {
        Block last = blocks.getLast();
        Level start = start(blocks.subList(0, blocks.size() - 1), programStart);
        Level current = last.level();
        Level baseline = programStart == null ? null : baseline(series, programStart, last.to());
        return new Changes(
                start,
                current,
                baseline,
                start == null || current == null ? null : current.minus(start),
                baseline == null || current == null ? null : ProgramChange.between(baseline, current),
                start == null ? null : Thresholds.forStart(start.mean()));
    }

    private static @Nullable Level start(List<Block> earlier, @Nullable LocalDate programStart) {
        for (Block block : earlier) {
            Level level = block.level();
            if (level != null && (programStart == null || !block.from().isBefore(programStart))) {
                return level;
            }
        }
        return null;
    }

    /** The baseline of a program as it is known on {@code until}. */
    static @Nullable Level baseline(DailySeries series, LocalDate programStart, LocalDate until) {
        LocalDate from = programStart;
        for (int week = 0; week < BASELINE_WEEKS && !from.isAfter(until); week++) {
            LocalDate to = from.plusDays(6);
            Level level = Level.of(from, to, series.between(from, to.isBefore(until) ? to : until));
            if (level != null) {
                return level;
            }
            from = from.plusWeeks(1);
        }
        return null;
    }
}
