package app.backtrack.tracking.statistics;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The same statistics written straight from their definitions, with lists and maps, to check the lean ones against.
 * Uses nothing of them but the observations.
 */
final class PlainReckoning {

    /** The 97.5 % point of the standard normal distribution. */
    static final double Z = 1.959963984540054;

    private PlainReckoning() {}

    static List<Double> slopes(Observations o) {
        List<Double> slopes = new ArrayList<>();
        for (int i = 0; i < o.size(); i++) {
            for (int j = i + 1; j < o.size(); j++) {
                slopes.add((o.value(j) - o.value(i)) / (o.day(j) - o.day(i)));
            }
        }
        Collections.sort(slopes);
        return slopes;
    }

    static double median(List<Double> sorted) {
        int n = sorted.size();
        return (sorted.get((n - 1) / 2) + sorted.get(n / 2)) / 2;
    }

    static int score(Observations o) {
        int score = 0;
        for (double slope : slopes(o)) {
            score += slope > 0 ? 1 : slope < 0 ? -1 : 0;
        }
        return score;
    }

    static double variance(Observations o) {
        double n = o.size();
        double variance = n * (n - 1) * (2 * n + 5);
        for (double t : groups(o).values()) {
            variance -= t * (t - 1) * (2 * t + 5);
        }
        return variance / 18;
    }

    /** How many days share each value. */
    static Map<Double, Integer> groups(Observations o) {
        Map<Double, Integer> groups = new HashMap<>();
        for (double value : o.values()) {
            groups.merge(value, 1, Integer::sum);
        }
        return groups;
    }

    /** Hamed and Rao's factor with every rank counted and every pair of days looked at for every lag. */
    static double varianceFactor(Observations o, double slope) {
        int n = o.size();
        double[] rank = new double[n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                double difference = (o.value(i) - slope * o.day(i)) - (o.value(j) - slope * o.day(j));
                boolean same = Math.abs(difference) < 1e-8;
                rank[i] += same ? 0.5 : difference > 0 ? 1 : 0;
            }
            rank[i] -= n / 2.0;
        }
        double squares = 0;
        for (double r : rank) {
            squares += r * r;
        }
        double sum = 0;
        for (int lag = 1; lag <= n / 4; lag++) {
            List<Double> products = new ArrayList<>();
            for (int i = 0; i < n; i++) {
                for (int j = 0; j < n; j++) {
                    if (o.day(j) == o.day(i) + lag) {
                        products.add(rank[i] * rank[j]);
                    }
                }
            }
            int pairs = products.size();
            double correlation = products.stream().mapToDouble(p -> p).sum() / pairs / (squares / n);
            if (pairs >= 10 && squares > 0 && Math.abs(correlation) > Z / Math.sqrt(pairs)) {
                sum += (double) (n - lag) * (n - lag - 1) * (n - lag - 2) * correlation;
            }
        }
        return n < 4 ? 1 : Math.max(1, 1 + sum * 2 / n / (n - 1) / (n - 2));
    }

    /**
     * The share of all orders of {@code size} distinct values whose score is at least as far from 0 as {@code score}.
     */
    static double exactP(int size, int score) {
        List<Integer> scores = new ArrayList<>();
        permute(new ArrayList<>(), size, scores);
        return (double) scores.stream()
                        .filter(s -> Math.abs(s) >= Math.abs(score))
                        .count()
                / scores.size();
    }

    private static void permute(List<Integer> prefix, int size, List<Integer> scores) {
        if (prefix.size() == size) {
            int score = 0;
            for (int i = 0; i < size; i++) {
                for (int j = i + 1; j < size; j++) {
                    score += prefix.get(j) > prefix.get(i) ? 1 : -1;
                }
            }
            scores.add(score);
            return;
        }
        for (int next = 0; next < size; next++) {
            if (!prefix.contains(next)) {
                prefix.add(next);
                permute(prefix, size, scores);
                prefix.removeLast();
            }
        }
    }
}
