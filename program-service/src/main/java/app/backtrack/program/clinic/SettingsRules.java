package app.backtrack.program.clinic;

import app.backtrack.events.Threshold;
import app.backtrack.events.WireName;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What the numbers of a clinic's rules may be, and that they make sense together. */
final class SettingsRules {
    private static final int MAX_DECIMALS = 2;
    private static final BigDecimal HOURS_A_DAY = BigDecimal.valueOf(24);
    private static final String PLACE = "/thresholds/";

    private SettingsRules() {}

    /**
     * What is wrong with numbers, by JSON Pointer into the request.
     *
     * @param numbers by the names that the request gives
     */
    static Map<String, String> flaws(Map<String, @Nullable BigDecimal> numbers) {
        Map<String, String> flaws = new LinkedHashMap<>();
        numbers.forEach((name, value) -> flaw(name, value)
                .ifPresent(flaw -> flaws.put(PLACE + name.replace("~", "~0").replace("/", "~1"), flaw)));
        return flaws.isEmpty() ? contradictions(read(numbers)) : flaws;
    }

    /** The numbers by what they stand for, each in its shortest form. All must be without a flaw. */
    static SortedMap<Threshold, BigDecimal> read(Map<String, @Nullable BigDecimal> numbers) {
        SortedMap<Threshold, BigDecimal> read = new TreeMap<>();
        numbers.forEach((name, value) -> {
            if (value != null) {
                read.put(WireName.find(Threshold.class, name).orElseThrow(), shortest(value));
            }
        });
        return read;
    }

    /** Whether a number counts whole things. */
    static boolean isWhole(Threshold threshold) {
        return threshold.shipped().scale() <= 0;
    }

    private static Optional<String> flaw(String name, @Nullable BigDecimal value) {
        Optional<Threshold> threshold = WireName.find(Threshold.class, name);
        if (threshold.isEmpty()) {
            return Optional.of("is no threshold; GET /v1/clinic/settings lists them");
        }
        Threshold known = threshold.get();
        if (value == null || !known.accepts(value) || value.stripTrailingZeros().scale() > MAX_DECIMALS) {
            return Optional.of("must be a " + (isWhole(known) ? "whole number" : "number of at most two decimals")
                    + " from " + known.min() + " to " + known.max() + " " + known.unit());
        }
        return Optional.empty();
    }

    /** Each number is in its range, but two of them may turn each other's meaning round. */
    private static Map<String, String> contradictions(SortedMap<Threshold, BigDecimal> numbers) {
        Map<String, String> flaws = new LinkedHashMap<>();
        if (number(numbers, Threshold.EXERCISE_PAIN_FINE).compareTo(number(numbers, Threshold.EXERCISE_PAIN_MODIFY))
                >= 0) {
            flaws.put(
                    PLACE + Threshold.EXERCISE_PAIN_FINE.wireName(),
                    "must be below " + Threshold.EXERCISE_PAIN_MODIFY.wireName());
        }
        BigDecimal longSilence = number(numbers, Threshold.LONG_SILENCE_DAYS).multiply(HOURS_A_DAY);
        if (number(numbers, Threshold.SILENCE_HOURS).compareTo(longSilence) > 0) {
            flaws.put(
                    PLACE + Threshold.SILENCE_HOURS.wireName(),
                    "must not be more hours than the days of " + Threshold.LONG_SILENCE_DAYS.wireName());
        }
        return flaws;
    }

    private static BigDecimal number(SortedMap<Threshold, BigDecimal> numbers, Threshold threshold) {
        return numbers.getOrDefault(threshold, threshold.shipped());
    }

    /** Equal numbers are to be equal settings, and no 10 is to be written as 1E+1. */
    private static BigDecimal shortest(BigDecimal value) {
        BigDecimal stripped = value.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }
}
