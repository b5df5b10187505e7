package app.backtrack.events;

import app.backtrack.events.ClinicEvent.ClinicSettings;
import app.backtrack.events.ClinicEvent.ClinicSettingsChanged;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;

/**
 * Every setting that clinics ever made, to ask which held on a date, and which were known to at a moment. It does not
 * change; adding makes another one. Events may be added in any order and any number of times.
 */
public final class ClinicSettingsHistory {
    /** Of no clinic: all is as shipped. */
    public static final ClinicSettingsHistory EMPTY = new ClinicSettingsHistory(Map.of());

    private final Map<ClinicId, SortedMap<Integer, Version>> clinics;

    private ClinicSettingsHistory(Map<ClinicId, SortedMap<Integer, Version>> clinics) {
        this.clinics = clinics;
    }

    private record Version(LocalDate effectiveFrom, Instant recordedAt, ClinicSettings settings) {
        Version orEarlier(Version other) {
            return other.recordedAt().isBefore(recordedAt) ? other : this;
        }
    }

    /** This history and one event more. */
    public ClinicSettingsHistory with(ClinicEnvelope event) {
        return switch (event.data()) {
            case ClinicSettingsChanged changed -> with(event.clinic(), changed, event.recordedAt());
        };
    }

    private ClinicSettingsHistory with(ClinicId clinic, ClinicSettingsChanged changed, Instant recordedAt) {
        SortedMap<Integer, Version> versions = new TreeMap<>(Comparator.reverseOrder());
        versions.putAll(clinics.getOrDefault(clinic, Collections.emptySortedMap()));
        versions.merge(
                changed.version(),
                new Version(changed.effectiveFrom(), recordedAt, changed.settings()),
                Version::orEarlier);
        Map<ClinicId, SortedMap<Integer, Version>> added = new HashMap<>(clinics);
        added.put(clinic, versions);
        return new ClinicSettingsHistory(added);
    }

    /** A clinic's settings for a patient's local date, by all that is known; as shipped where it made none. */
    public ClinicSettings current(ClinicId clinic, LocalDate localDate) {
        return latest(clinic, version -> !version.effectiveFrom().isAfter(localDate));
    }

    /**
     * A clinic's settings for a patient's local date, as they were known at a moment.
     *
     * @param asOf what was recorded later does not count, UTC
     */
    public ClinicSettings settings(ClinicId clinic, LocalDate localDate, Instant asOf) {
        return latest(
                clinic,
                version -> !version.effectiveFrom().isAfter(localDate)
                        && !version.recordedAt().isAfter(asOf));
    }

    private ClinicSettings latest(ClinicId clinic, Predicate<Version> counts) {
        return clinics.getOrDefault(clinic, Collections.emptySortedMap()).values().stream()
                .filter(counts)
                .findFirst()
                .map(Version::settings)
                .orElse(ClinicSettings.SHIPPED);
    }
}
