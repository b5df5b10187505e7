package app.backtrack.program.query;

import app.backtrack.runtime.http.Problem.Flaw;
import app.backtrack.runtime.http.Refusal;

/** Reads whole numbers from query parameters; the framework's own conversion would answer 404 to a wrong one. */
public final class WholeNumber {
    private WholeNumber() {}

    /**
     * Reads a parameter.
     *
     * @throws Refusal 422 if it is no whole number from {@code min} to {@code max}
     */
    public static int parameter(String name, String text, int min, int max) {
        try {
            int number = Integer.parseInt(text);
            if (number >= min && number <= max) {
                return number;
            }
        } catch (NumberFormatException e) {
            // Refused below, as one that is out of range.
        }
        throw Refusal.invalid(Flaw.ofParameter(name, "must be a whole number from " + min + " to " + max));
    }
}
