package app.backtrack.runtime;

import org.eclipse.microprofile.config.spi.Converter;

/**
 * Settings that are whole numbers of some range. What is not stops the start, by the setting's name. Constraints of
 * Bean Validation would say the same, but check settings by a factory of their own, which each start waits for.
 */
public final class WholeNumberSetting {

    private WholeNumberSetting() {}

    private static int within(int least, int most, String value) {
        try {
            int number = Integer.parseInt(value.strip());
            if (number >= least && number <= most) {
                return number;
            }
        } catch (NumberFormatException e) {
            // Told below, as what is out of range.
        }
        throw new IllegalArgumentException("not a whole number from %d to %d".formatted(least, most));
    }

    /** From 1. */
    public static final class Positive implements Converter<Integer> {
        @Override
        public Integer convert(String value) {
            return within(1, Integer.MAX_VALUE, value);
        }
    }

    /** How many parts something has: from 1 to 1,000. */
    public static final class Parts implements Converter<Integer> {
        @Override
        public Integer convert(String value) {
            return within(1, 1_000, value);
        }
    }

    /** A TCP port. */
    public static final class Port implements Converter<Integer> {
        @Override
        public Integer convert(String value) {
            return within(1, 65_535, value);
        }
    }
}
