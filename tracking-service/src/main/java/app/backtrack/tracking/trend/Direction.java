package app.backtrack.tracking.trend;

import org.jspecify.annotations.Nullable;

/**
 * Whether later days tend to be lower or higher, by Kendall's test.
 *
 * @param tau tau-b, from −1 (each later day is lower) to 1; null where all values are equal or fewer than two
 * @param p two-sided, 0 to 1, as if days were independent; 1 where all values are equal
 * @param correctedP the same with the variance corrected for autocorrelation
 * @param varianceFactor the correction: what the variance was multiplied by, at least 1
 */
public record Direction(@Nullable Double tau, double p, double correctedP, double varianceFactor) {}
