package app.backtrack.tracking.progress;

/**
 * The pain scores of one day and context, in whole numbers so that no order of adding leaves a trace.
 *
 * @param sum of the scores in NRS points, 0 to 10 × {@code count}
 * @param count how many, at least 1
 */
public record ScoreSum(int sum, int count) {

    ScoreSum plus(ScoreSum other) {
        return new ScoreSum(sum + other.sum, count + other.count);
    }
}
