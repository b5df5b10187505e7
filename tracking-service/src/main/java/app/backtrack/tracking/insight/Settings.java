package app.backtrack.tracking.insight;

import app.backtrack.events.ClinicEvent.ClinicSettings;
import app.backtrack.events.Threshold;
import java.time.Duration;
import java.time.LocalDate;

/**
 * What a clinic can change about the rules. {@link Threshold} has ranges and sources.
 *
 * @param worseningWeeks the window whose verdict tells of worsening, 4 to 12 weeks: short, so that it is told early
 * @param improvementWeeks the window whose verdict tells of improvement and milestones, 4 to 12 weeks: long, because
 *     less pain is expected from week 4 to 6 on only, and a relapse should not be read as news
 * @param spike when a day is a spike
 * @param silence after how long of hearing nothing a look is worth it
 * @param longSilence after how long of hearing nothing a call is worth it
 * @param lapseDueDays how many due days in a row without data count as a lapse while pain rises
 * @param asymmetryChange the smallest change of an asymmetry that is told of, percentage points
 * @param asymmetrySessions how many sessions a side either span of 14 days has to have, 3 at least
 */
public record Settings(
        int worseningWeeks,
        int improvementWeeks,
        Spike spike,
        Duration silence,
        Duration longSilence,
        int lapseDueDays,
        double asymmetryChange,
        int asymmetrySessions) {

    /** As shipped. */
    public static final Settings DEFAULT = of(ClinicSettings.SHIPPED);

    /** What a clinic set. */
    public static Settings of(ClinicSettings clinic) {
        return new Settings(
                whole(clinic, Threshold.WORSENING_WEEKS),
                whole(clinic, Threshold.IMPROVEMENT_WEEKS),
                new Spike(
                        number(clinic, Threshold.SPIKE_POINTS),
                        number(clinic, Threshold.SPIKE_RATIO),
                        number(clinic, Threshold.SPIKE_ALONE_POINTS),
                        number(clinic, Threshold.SPIKE_ALONE_MEDIAN)),
                Duration.ofHours(whole(clinic, Threshold.SILENCE_HOURS)),
                Duration.ofDays(whole(clinic, Threshold.LONG_SILENCE_DAYS)),
                whole(clinic, Threshold.LAPSE_DUE_DAYS),
                number(clinic, Threshold.ASYMMETRY_CHANGE),
                whole(clinic, Threshold.ASYMMETRY_SESSIONS));
    }

    /**
     * When a day is a spike; NRS points.
     *
     * @param points above the median of the days before
     * @param ratio times that median
     * @param alonePoints a single daily value that is a spike by itself
     * @param aloneMedian the highest median at which it is
     */
    public record Spike(double points, double ratio, double alonePoints, double aloneMedian) {}

    /**
     * Says by which settings a date is judged. Each date has its own, so that a change makes no new past: what held
     * before goes on to have held.
     */
    @FunctionalInterface
    public interface ByDate {
        /** Always as shipped. */
        ByDate SHIPPED = date -> DEFAULT;

        /** The settings in force on a patient-local date. */
        Settings on(LocalDate date);
    }

    private static int whole(ClinicSettings clinic, Threshold threshold) {
        return clinic.threshold(threshold).intValueExact();
    }

    private static double number(ClinicSettings clinic, Threshold threshold) {
        return clinic.threshold(threshold).doubleValue();
    }
}
