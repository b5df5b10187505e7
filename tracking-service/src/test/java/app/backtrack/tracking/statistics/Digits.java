package app.backtrack.tracking.statistics;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;

/** Observations written as text: one character a day, a digit for a value, a dot for a gap. */
final class Digits {

    private Digits() {}

    static Observations of(String text) {
        int[] days = IntStream.range(0, text.length())
                .filter(day -> text.charAt(day) != '.')
                .toArray();
        return Observations.of(
                days,
                Arrays.stream(days)
                        .mapToDouble(day -> Character.digit(text.charAt(day), 10))
                        .toArray());
    }

    /**
     * Series of 2 to 84 values with gaps before, between and after them: tied ones, distinct ones and wandering ones.
     */
    static Arbitrary<Observations> any() {
        Arbitrary<Double> scores = Arbitraries.integers().between(0, 10).map(Integer::doubleValue);
        Arbitrary<Double> means = Arbitraries.integers().between(0, 60).map(sum -> sum / 6.0);
        Arbitrary<List<Integer>> steps =
                Arbitraries.of(1, 1, 1, 1, 2, 5).list().ofMinSize(2).ofMaxSize(84);
        return steps.flatMap(gaps -> Arbitraries.oneOf(
                        scores.list().ofSize(gaps.size()),
                        means.list().ofSize(gaps.size()),
                        Arbitraries.of(-1, 0, 1).list().ofSize(gaps.size()).map(Digits::walk))
                .map(values -> observations(gaps, values)));
    }

    private static List<Double> walk(List<Integer> moves) {
        int[] at = {5};
        return moves.stream()
                .map(move -> (double) (at[0] = Math.clamp(at[0] + move, 0, 10)))
                .toList();
    }

    private static Observations observations(List<Integer> gaps, List<Double> values) {
        int[] days = new int[gaps.size()];
        for (int i = 0; i < days.length; i++) {
            days[i] = (i == 0 ? 0 : days[i - 1]) + gaps.get(i);
        }
        return Observations.of(
                days, values.stream().mapToDouble(Double::doubleValue).toArray());
    }

    /** The same days with the values turned over. */
    static Observations mirrored(Observations observations) {
        int[] days =
                IntStream.range(0, observations.size()).map(observations::day).toArray();
        return Observations.of(
                days, Arrays.stream(observations.values()).map(v -> 10 - v).toArray());
    }
}
