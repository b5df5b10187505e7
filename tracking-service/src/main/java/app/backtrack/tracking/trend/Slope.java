package app.backtrack.tracking.trend;

import app.backtrack.tracking.statistics.Interval;

/**
 * How fast pain changes, by Theil–Sen on the real dates.
 *
 * @param pointsPerWeek NRS points per week; negative is less pain
 * @param interval the 95 % interval after Sen, as if days were independent
 * @param correctedInterval the same with the variance corrected for autocorrelation; the one that verdicts use
 */
public record Slope(double pointsPerWeek, Interval interval, Interval correctedInterval) {}
