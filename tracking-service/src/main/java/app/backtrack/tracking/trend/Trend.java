package app.backtrack.tracking.trend;

import org.jspecify.annotations.Nullable;

/**
 * The pain trend of one patient over one window: the figures, and what may be said of them. Made by {@link TrendRules}.
 *
 * @param coverage what it rests on
 * @param slope how fast pain changes; null below two scored days
 * @param direction whether it changes one way
 * @param changes by how much, from start to current and from baseline to current
 * @param variability how much it swings
 * @param finding the verdict
 */
public record Trend(
        Coverage coverage,
        @Nullable Slope slope,
        Direction direction,
        Changes changes,
        Variability variability,
        Finding finding) {}
