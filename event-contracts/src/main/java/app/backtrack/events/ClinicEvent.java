package app.backtrack.events;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.Collections;
import java.util.Comparator;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What a clinic decided about itself; topic {@code clinic-events}. It speaks of no patient, so its data is not sealed
 * and may hold nothing that does.
 */
public sealed interface ClinicEvent {

    /** The event's place in the clinic's stream, from 1. */
    int version();

    /**
     * The clinic works by other settings.
     *
     * @param version place in the clinic's stream, from 1
     * @param effectiveFrom the local date of each patient from which they hold
     * @param settings all of them from then on
     * @param reason why, at most 500 characters; null where none was given
     */
    record ClinicSettingsChanged(
            int version,
            LocalDate effectiveFrom,
            ClinicSettings settings,
            @Nullable String reason) implements ClinicEvent {}

    /**
     * Everything that a clinic can set; what is left out is as shipped.
     *
     * @param thresholds numbers of the rules that differ from the shipped ones
     * @param quietHours when nobody is told anything that can wait, in the recipient's own zone; null for as shipped
     * @param retentionYears how long a discharged patient's data is kept, 1 to 30 years; null for as shipped
     * @param therapistsSee whose data therapists see and change; null for as shipped: the whole clinic's
     */
    record ClinicSettings(
            @JsonDeserialize(using = ThresholdNumbers.class) SortedMap<Threshold, BigDecimal> thresholds,

            @Nullable QuietHours quietHours,
            @Nullable Integer retentionYears,
            @Nullable TherapistReach therapistsSee) {

        /** As shipped. */
        public static final ClinicSettings SHIPPED = new ClinicSettings(new TreeMap<>(), null, null, null);

        /** Keeps a copy in the order of the names, as JSON has them, and refuses numbers out of range. */
        public ClinicSettings {
            SortedMap<Threshold, BigDecimal> byName = new TreeMap<>(Comparator.comparing(Threshold::wireName));
            byName.putAll(thresholds);
            thresholds = Collections.unmodifiableSortedMap(byName);
            thresholds.forEach((threshold, value) -> {
                if (!threshold.accepts(value)) {
                    throw new IllegalArgumentException(threshold.wireName() + " is out of its range");
                }
            });
            Bounds.require("retentionYears", retentionYears, 1, 30);
        }

        /** Whose data therapists see and change. */
        public TherapistReach reach() {
            return therapistsSee == null ? TherapistReach.CLINIC : therapistsSee;
        }

        /** The number in force for a threshold. */
        public BigDecimal threshold(Threshold threshold) {
            return thresholds.getOrDefault(threshold, threshold.shipped());
        }
    }

    /**
     * A span of each night; it may pass midnight.
     *
     * @param from local time at which it begins, whole minutes
     * @param until local time at which it ends, whole minutes, not the same
     */
    record QuietHours(LocalTime from, LocalTime until) {

        /** As shipped: from nine in the evening to eight in the morning. */
        public static final QuietHours SHIPPED = new QuietHours(LocalTime.of(21, 0), LocalTime.of(8, 0));

        /** Refuses parts of a minute, and a span without an end. */
        public QuietHours {
            if (!from.equals(from.truncatedTo(ChronoUnit.MINUTES))
                    || !until.equals(until.truncatedTo(ChronoUnit.MINUTES))) {
                throw new IllegalArgumentException("from and until must be whole minutes");
            }
            if (from.equals(until)) {
                throw new IllegalArgumentException("until must not equal from");
            }
        }
    }
}
