package app.backtrack.notification.preference;

import app.backtrack.events.ClinicId;
import app.backtrack.events.NotificationChannel;
import app.backtrack.events.PatientRef;
import app.backtrack.events.schedule.ZoneHistory;
import app.backtrack.notification.NoticeKind;
import app.backtrack.notification.Recipient;
import app.backtrack.notification.brand.BrandStore;
import app.backtrack.notification.home.HomeStore;
import app.backtrack.notification.preference.Preference.Switch;
import app.backtrack.notification.preference.PreferenceStore.Kept;
import app.backtrack.notification.settings.ClinicSettingsBook;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Says how somebody wants to be told, with what follows from their clinic and their home. */
@Singleton
public class PreferenceDesk {
    /** Of somebody of whom no zone is known. */
    private static final ZoneId NOWHERE = ZoneId.of("UTC");

    private final PreferenceStore preferences;
    private final HomeStore homes;
    private final BrandStore brands;
    private final ClinicSettingsBook settings;

    PreferenceDesk(PreferenceStore preferences, HomeStore homes, BrandStore brands, ClinicSettingsBook settings) {
        this.preferences = preferences;
        this.homes = homes;
        this.brands = brands;
        this.settings = settings;
    }

    /**
     * How somebody wants to be told at a moment; empty until the clinics' settings have been read to their end once.
     *
     * @param about the patient whom it is about; a clinician of whom no zone is known is where that patient is
     */
    public Optional<Wishes> wishes(ClinicId clinic, Recipient recipient, @Nullable PatientRef about, Instant now) {
        return wishes(clinic, recipient, preferences.find(clinic, recipient).preference(), about, now);
    }

    Optional<Wishes> wishes(
            ClinicId clinic, Recipient recipient, Preference preference, @Nullable PatientRef about, Instant now) {
        ZoneHistory home = home(clinic, recipient, preference, about);
        LocalDate today = QuietHoursRules.wallClock(now, home).toLocalDate();
        return settings.quietHours(clinic, today)
                .map(hours -> new Wishes(
                        preference,
                        home,
                        preference.quietHours() == null ? QuietSpan.of(hours) : preference.quietHours()));
    }

    /** Switches a kind off by a channel; again changes nothing. */
    public void switchOff(ClinicId clinic, Recipient recipient, NoticeKind kind, NotificationChannel channel) {
        preferences.prepare();
        while (true) {
            Kept kept = preferences.find(clinic, recipient);
            Preference before = kept.preference();
            Set<Switch> off = new HashSet<>(before.off());
            if (!off.add(new Switch(kind, channel))
                    || preferences.put(clinic, recipient, before.with(off), kept.version())) {
                return;
            }
            // Somebody else wrote meanwhile: their write took effect, so each turn is somebody's progress.
        }
    }

    private ZoneHistory home(ClinicId clinic, Recipient recipient, Preference preference, @Nullable PatientRef about) {
        if (preference.zone() != null) {
            return ZoneHistory.of(preference.zone());
        }
        PatientRef patient = recipient instanceof Recipient.Patient(var id) ? new PatientRef(clinic, id) : about;
        ZoneId clinics = recipient instanceof Recipient.Clinician
                ? brands.find(clinic).brand().zone()
                : null;
        if (clinics != null) {
            return ZoneHistory.of(clinics);
        }
        return Optional.ofNullable(patient).flatMap(homes::find).orElseGet(() -> ZoneHistory.of(NOWHERE));
    }
}
