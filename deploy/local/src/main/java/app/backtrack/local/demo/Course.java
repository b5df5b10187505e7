package app.backtrack.local.demo;

/**
 * How a demo patient's twelve weeks go. The levels are made up to look plausible; only the reference case is given: 8
 * of 10 at the start, 1 to 2 of 10 in week 10.
 */
public enum Course {
    /** The worked example of the documentation. */
    REFERENCE(0.97, 0.95, 0.3, 8, 7.6, 7, 6.4, 5.6, 5, 4.2, 3.4, 2.6, 1.5, 1.5, 1.4),
    /** Gets better week by week. */
    IMPROVING(0.9, 0.9, 0.8, 6.5, 6.4, 6, 5.6, 5.2, 4.8, 4.2, 3.8, 3.4, 3, 2.8, 2.6),
    /** Neither better nor worse. */
    PLATEAU(0.9, 0.8, 0.7, 5, 5.1, 4.9, 5, 5, 4.9, 5.1, 5, 5, 4.9, 5, 5),
    /** Gets worse from week 7 on. */
    WORSENING(0.92, 0.6, 0.6, 3, 3, 3.1, 3, 3.2, 3.2, 3.4, 4, 4.8, 5.6, 6.4, 7),
    /** Gets better, then falls back. */
    RELAPSING(0.9, 0.8, 0.7, 7, 6.4, 5.6, 4.8, 4, 3.2, 2.6, 3.4, 4.8, 6, 6.4, 6.2),
    /** Hardly ever logs: too little to say anything. */
    SPARSE(0.1, 0.3, 0.8, 6, 6, 5.8, 5.8, 5.6, 5.6, 5.4, 5.4, 5.2, 5.2, 5, 5),
    /** Logs weeks 5 and 6 only after everything else. */
    LATE(0.9, 0.85, 0.7, 6, 5.8, 5.6, 5.2, 5, 4.6, 4.4, 4, 3.8, 3.6, 3.4, 3.2),
    /** Often types a score wrongly and corrects it. */
    CORRECTED(0.95, 0.85, 0.6, 6, 5.8, 5.4, 5.2, 4.8, 4.6, 4.2, 4, 3.6, 3.4, 3.2, 3),
    /** Weak and in pain on the left, and catching up. */
    ONE_SIDED(0.93, 0.9, 0.6, 5.5, 5.4, 5.2, 5, 4.6, 4.4, 4.2, 3.8, 3.6, 3.2, 3, 2.8);

    private final double scoredShare;
    private final double sessionShare;
    private final double noise;
    private final double[] levels;

    Course(double scoredShare, double sessionShare, double noise, double... levels) {
        this.scoredShare = scoredShare;
        this.sessionShare = sessionShare;
        this.noise = noise;
        this.levels = levels;
    }

    /** The share of days with a score, 0 to 1. */
    double scoredShare() {
        return scoredShare;
    }

    /** The share of planned sessions that are logged, 0 to 1. */
    double sessionShare() {
        return sessionShare;
    }

    /** The standard deviation of a day's score around the level, in points. */
    double noise() {
        return noise;
    }

    /** The pain level, 0 to 10, in a program week from 0 to 11. */
    double level(int week) {
        return levels[week];
    }
}
