package app.backtrack.tracking.questionnaire;

/**
 * A score as a fraction of whole numbers, so that thresholds are compared exactly.
 *
 * @param points sum of the answers
 * @param items how many answers it is the mean of; 1 where the sum itself is the score
 */
record Score(int points, int items) {

    /** In the points of the questionnaire. */
    double value() {
        return (double) points / items;
    }

    /** {@code other} − this, over the same items. */
    Score to(Score other) {
        if (other.items != items) {
            throw new IllegalArgumentException("scores over different items");
        }
        return new Score(other.points - points, items);
    }
}
