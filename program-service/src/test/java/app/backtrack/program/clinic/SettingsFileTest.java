package app.backtrack.program.clinic;

import static org.assertj.core.api.Assertions.assertThat;

import app.backtrack.events.Actor;
import app.backtrack.events.ClinicEnvelope;
import app.backtrack.events.ClinicEvent.ClinicSettings;
import app.backtrack.events.ClinicEvent.ClinicSettingsChanged;
import app.backtrack.events.ClinicId;
import app.backtrack.events.ClinicSettingsHistory;
import app.backtrack.events.Role;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class SettingsFileTest {
    private static final ClinicId CLINIC = new ClinicId("harbour-physio");
    private static final LocalDate DAY = LocalDate.of(2026, 12, 1);

    @Test
    void a_clinic_that_decided_nothing_works_as_shipped() {
        assertThat(file(List.of()).on(DAY)).isEmpty();
        assertThat(file(List.of()).version()).isZero();
    }

    @Test
    void of_the_versions_whose_date_has_come_the_last_is_in_force() {
        SettingsFile file = file(List.of(0, 10, 5));

        assertThat(versionOn(file, -1)).isZero();
        assertThat(versionOn(file, 4)).isEqualTo(1);
        assertThat(versionOn(file, 5)).isEqualTo(3);
        assertThat(versionOn(file, 10)).isEqualTo(3);
    }

    @Test
    void what_is_to_follow_leaves_out_what_was_called_off() {
        assertThat(file(List.of(0, 10, 20)).scheduledAfter(DAY))
                .extracting(ClinicSettingsChanged::version)
                .containsExactly(2, 3);
        assertThat(file(List.of(0, 10, 5)).scheduledAfter(DAY))
                .extracting(ClinicSettingsChanged::version)
                .containsExactly(3);
    }

    @Property
    void it_shows_what_the_other_services_judge_by(
            @ForAll @Size(max = 8) List<@IntRange(max = 20) Integer> days, @ForAll @IntRange(max = 25) int day) {
        SettingsFile file = file(days);
        ClinicSettingsHistory read = ClinicSettingsHistory.EMPTY;
        for (ClinicEnvelope event : file.versions()) {
            read = read.with(event);
        }
        LocalDate date = DAY.plusDays(day);

        assertThat(file.on(date).map(ClinicSettingsChanged::settings).orElse(ClinicSettings.SHIPPED))
                .isEqualTo(read.current(CLINIC, date));
    }

    /** Each version keeps data for as many years as its number says, and holds from so many days after DAY. */
    private static SettingsFile file(List<Integer> days) {
        List<ClinicEnvelope> versions = new ArrayList<>();
        for (int i = 0; i < days.size(); i++) {
            ClinicSettings settings = new ClinicSettings(new TreeMap<>(), null, i + 1, null);
            versions.add(new ClinicEnvelope(
                    CLINIC,
                    Instant.parse("2026-11-20T10:00:00Z"),
                    new Actor(Role.CLINIC_ADMIN, "adam.harbour"),
                    new ClinicSettingsChanged(i + 1, DAY.plusDays(days.get(i)), settings, null)));
        }
        return new SettingsFile(versions);
    }

    private static int versionOn(SettingsFile file, int day) {
        return file.on(DAY.plusDays(day)).map(ClinicSettingsChanged::version).orElse(0);
    }
}
