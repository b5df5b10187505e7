package app.backtrack.tracking.statistics;

/**
 * Takes the noise of binary fractions out of a figure before it is compared with a clinical threshold: the difference
 * of two weekly means may be exactly 2 points and still come out as 1.9999999999999996.
 */
public final class Rounding {

    private static final double SCALE = 1e9;

    private Rounding() {}

    /** Rounded to nine decimals, far finer than any difference that whole scores can make; never negative zero. */
    public static double nineDecimals(double value) {
        return Math.rint(value * SCALE) / SCALE + 0.0;
    }
}
