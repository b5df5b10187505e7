package app.backtrack.notification.brand;

/** Says whether a colour can be read on white (WCAG 2.2, 1.4.3: relative luminance and contrast ratio). */
final class ContrastRules {
    /** The least contrast of text that is not large, to one. */
    private static final double LEAST = 4.5;

    private static final int RADIX = 16;
    private static final double FULL = 255;

    private ContrastRules() {}

    /** Whether text of a colour can be read on white, and white text on it. */
    static boolean readable(String colour) {
        double luminance = 0.2126 * part(colour, 1) + 0.7152 * part(colour, 3) + 0.0722 * part(colour, 5);
        return 1.05 / (luminance + 0.05) >= LEAST;
    }

    private static double part(String colour, int at) {
        double share = Integer.parseInt(colour.substring(at, at + 2), RADIX) / FULL;
        return share <= 0.04045 ? share / 12.92 : Math.pow((share + 0.055) / 1.055, 2.4);
    }
}
