package app.backtrack.program.clinic;

import app.backtrack.events.ClinicId;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** For how many years each clinic keeps discharged patients, where it has set that. */
@Singleton
public class RetentionBook {
    private final ClinicSettingsStore settings;

    RetentionBook(ClinicSettingsStore settings) {
        this.settings = settings;
    }

    /** The clinics that have set it, with the years in force on a date. */
    public Map<ClinicId, Integer> clinics(LocalDate date) {
        Map<ClinicId, Integer> years = new TreeMap<>(Comparator.comparing(ClinicId::value));
        for (ClinicId clinic : settings.clinics()) {
            @Nullable Integer set = of(clinic, date);
            if (set != null) {
                years.put(clinic, set);
            }
        }
        return years;
    }

    /** The years in force for a clinic on a date; null where it keeps everybody. */
    public @Nullable Integer of(ClinicId clinic, LocalDate date) {
        return settings.find(clinic)
                .on(date)
                .map(change -> change.settings().retentionYears())
                .orElse(null);
    }
}
