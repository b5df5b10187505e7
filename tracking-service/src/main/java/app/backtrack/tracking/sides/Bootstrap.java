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
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;

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
        List<List<SidePoint>> strata = strata(sessions);
        return interval(sessions, random -> {
            List<SidePoint> resample = resample(strata, random);
            return leftMean(resample) - rightMean(resample);
        });
    }

    /**
     * The 95 % interval of by how much the signed asymmetry of one span is more than that of another, in percentage
     * points. Both spans are drawn anew for each resample, the one before first; the seed is of all sessions.
     */
    static Interval change(List<SidePoint> before, List<SidePoint> now) {
        List<List<SidePoint>> strataBefore = strata(before);
        List<List<SidePoint>> strataNow = strata(now);
        List<SidePoint> all = Stream.concat(before.stream(), now.stream()).toList();
        return interval(all, random -> {
            double was = signedPercent(resample(strataBefore, random));
            return signedPercent(resample(strataNow, random)) - was;
        });
    }

    /** 100 · (left − right) / the larger, −100 to 100; 0 where both are 0. */
    static double signedPercent(List<SidePoint> sessions) {
        double left = leftMean(sessions);
        double right = rightMean(sessions);
        double larger = Math.max(left, right);
        return larger == 0 ? 0 : 100 * (left - right) / larger;
    }

    private static Interval interval(List<SidePoint> sessions, ToDoubleFunction<SplittableRandom> statistic) {
        SplittableRandom random = new SplittableRandom(seed(ordered(sessions)));
        double[] values = new double[RESAMPLES];
        for (int i = 0; i < RESAMPLES; i++) {
            values[i] = Rounding.nineDecimals(statistic.applyAsDouble(random));
        }
        Arrays.sort(values);
        return new Interval(values[LOWER - 1], values[UPPER - 1]);
    }

    private static List<SidePoint> resample(List<List<SidePoint>> strata, SplittableRandom random) {
        List<SidePoint> resample = new ArrayList<>();
        for (List<SidePoint> stratum : strata) {
            for (int drawn = 0; drawn < stratum.size(); drawn++) {
                resample.add(stratum.get((int) Math.unsignedMultiplyHigh(random.nextLong(), stratum.size())));
            }
        }
        return resample;
    }

    private static List<SidePoint> ordered(List<SidePoint> sessions) {
        return sessions.stream()
                .sorted(Comparator.comparing(SidePoint::eventId))
                .toList();
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

    private static List<List<SidePoint>> strata(List<SidePoint> sessions) {
        List<SidePoint> ordered = ordered(sessions);
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
