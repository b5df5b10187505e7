package app.backtrack.bench.result;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * One thing that was measured, as often as it was.
 *
 * @param name what
 * @param unit of the values
 * @param values in the order of the rounds
 * @param goal what it should be, in words; null for none
 */
public record Figure(
        String name,
        String unit,
        List<Double> values,
        @Nullable String goal) {

    /** Measured once. */
    public static Figure once(String name, String unit, double value, @Nullable String goal) {
        return new Figure(name, unit, List.of(value), goal);
    }

    /** The middle of the values; of an even number the mean of the two. */
    public double median() {
        List<Double> sorted = values.stream().sorted().toList();
        int half = sorted.size() / 2;
        return sorted.size() % 2 == 1 ? sorted.get(half) : (sorted.get(half - 1) + sorted.get(half)) / 2;
    }

    /** As a line of text: median, and the spread where there is one. */
    public String text() {
        String spread = values.size() == 1
                ? ""
                : " (%s to %s, %d times)"
                        .formatted(
                                number(values.stream()
                                        .mapToDouble(Double::doubleValue)
                                        .min()
                                        .orElseThrow()),
                                number(values.stream()
                                        .mapToDouble(Double::doubleValue)
                                        .max()
                                        .orElseThrow()),
                                values.size());
        return "%-58s %12s %s%s%s"
                .formatted(name, number(median()), unit, spread, goal == null ? "" : "; goal " + goal)
                .stripTrailing();
    }

    private static String number(double value) {
        return Math.abs(value) >= 100
                ? String.format(Locale.ROOT, "%,.0f", value)
                : String.format(Locale.ROOT, "%.3g", value);
    }
}
