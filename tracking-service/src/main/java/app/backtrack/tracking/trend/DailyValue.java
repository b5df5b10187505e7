package app.backtrack.tracking.trend;

import java.time.LocalDate;

/**
 * The pain scores of one patient-local day and one context. Sum and count stay whole numbers, so that a fold of the
 * same scores is the same value in whatever order they came.
 *
 * @param date the patient-local date
 * @param sum the sum of the day's scores, in NRS points, from 0 to 10 × {@code count}
 * @param count how many scores there are, at least 1
 */
public record DailyValue(LocalDate date, int sum, int count) {

    private static final int HIGHEST_SCORE = 10;

    public DailyValue {
        if (count < 1 || sum < 0 || sum > HIGHEST_SCORE * count) {
            throw new IllegalArgumentException("a day has at least one score, and scores are from 0 to 10");
        }
    }

    /** The day's value in NRS points, from 0 to 10. Equal means are equal doubles, however many scores they are of. */
    public double mean() {
        return (double) sum / count;
    }

    DailyValue plus(DailyValue other) {
        return new DailyValue(date, sum + other.sum, count + other.count);
    }
}
