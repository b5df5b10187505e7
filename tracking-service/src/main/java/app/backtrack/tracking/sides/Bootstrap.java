package app.backtrack.tracking.sides;

import static java.util.Objects.requireNonNull;

import app.backtrack.tracking.statistics.Interval;
import app.backtrack.tracking.statistics.Rounding;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;

/**
 * The percentile bootstrap of left − right over sessions (Efron and Tibshirani 1993, An Introduction to the Bootstrap,
 * chapter 13). Sessions with both sides, with the left and with the right side alone are drawn from separately, so that
 * each resample has as many of each side as there were.
 *
 * <p>The same sessions always give the same figures: the seed is the first 8 bytes, big-endian, of the SHA-256 of their
 * event ids, sorted and joined by line feeds; numbers are drawn by SplitMix64, and of {@code n} sessions in the order
 * of their event ids the one at the high 64 bits of the 128-bit product of number and {@code n} is taken.
 */
final class Bootstrap {
    private static final int RESAMPLES = 2_000;
    /** The 2.5 and 97.5 percentiles, as places among the sorted resamples from 1. */
    private static final int LOWER = 50;

    private static final int UPPER = 1_950;

    private Bootstrap() {}

    /** The 95 % interval; every side is in at least one of the sessions. */
    static Interval difference(List<SidePoint> sessions) {
        List<SidePoint> ordered = sessions.stream()
                .sorted(Comparator.comparing(SidePoint::eventId))
                .toList();
        List<List<SidePoint>> strata = strata(ordered);
        SplittableRandom random = new SplittableRandom(seed(ordered));
        double[] differences = new double[RESAMPLES];
        for (int i = 0; i < RESAMPLES; i++) {
            List<SidePoint> resample = new ArrayList<>(ordered.size());
            for (List<SidePoint> stratum : strata) {
                for (int drawn = 0; drawn < stratum.size(); drawn++) {
                    resample.add(stratum.get((int) Math.unsignedMultiplyHigh(random.nextLong(), stratum.size())));
                }
            }
            differences[i] = Rounding.nineDecimals(leftMean(resample) - rightMean(resample));
        }
        Arrays.sort(differences);
        return new Interval(differences[LOWER - 1], differences[UPPER - 1]);
    }

    /** Mean of the sessions with the left side. */
    static double leftMean(List<SidePoint> sessions) {
        return mean(sessions.stream()
                .filter(session -> session.left() != null)
                .mapToDouble(session -> requireNonNull(session.left()))
                .toArray());
    }

    /** Mean of the sessions with the right side. */
    static double rightMean(List<SidePoint> sessions) {
        return mean(sessions.stream()
                .filter(session -> session.right() != null)
                .mapToDouble(session -> requireNonNull(session.right()))
                .toArray());
    }

    private static double mean(double[] values) {
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        return sum / values.length;
    }

    private static List<List<SidePoint>> strata(List<SidePoint> ordered) {
        return List.of(
                ordered.stream()
                        .filter(one -> one.left() != null && one.right() != null)
                        .toList(),
                ordered.stream().filter(one -> one.right() == null).toList(),
                ordered.stream().filter(one -> one.left() == null).toList());
    }

    private static long seed(List<SidePoint> ordered) {
        String ids = String.join("\n", ordered.stream().map(SidePoint::eventId).toList());
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(ids.getBytes(StandardCharsets.UTF_8));
            return ByteBuffer.wrap(digest).getLong();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
