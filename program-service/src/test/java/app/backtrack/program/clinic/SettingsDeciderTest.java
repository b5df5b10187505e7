package app.backtrack.program.clinic;

import static org.assertj.core.api.Assertions.assertThat;

import app.backtrack.events.ClinicEvent.ClinicSettings;
import app.backtrack.events.ClinicEvent.ClinicSettingsChanged;
import app.backtrack.events.Threshold;
import app.backtrack.program.clinic.SettingsDecision.Accepted;
import app.backtrack.program.clinic.SettingsDecision.DateOutOfRange;
import app.backtrack.program.clinic.SettingsDecision.TooManyVersions;
import app.backtrack.program.clinic.SettingsDecision.Unchanged;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.LongRange;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class SettingsDeciderTest {
    /** The 20th in UTC, and the 21st already where days begin. */
    private static final Instant AT = Instant.parse("2026-11-20T10:00:00Z");

    private static final LocalDate EARLIEST = LocalDate.of(2026, 11, 21);
    private static final ClinicSettings PATIENT_CLINIC = silenceHours(72);

    @ParameterizedTest
    @CsvSource({"2026-11-20T09:59:59.999Z,2026-11-20", "2026-11-20T10:00:00Z,2026-11-21"})
    void settings_hold_from_the_date_where_days_begin_if_nothing_is_said(Instant at, LocalDate from) {
        assertThat(SettingsDecider.decide(new SettingsCommand(PATIENT_CLINIC, null, "why", at), List.of()))
                .isEqualTo(new Accepted(new ClinicSettingsChanged(1, from, PATIENT_CLINIC, "why")));
    }

    @Property
    void no_day_that_is_over_for_a_patient_is_judged_anew(
            @ForAll @LongRange(min = 0, max = 4_000_000_000L) long second, @ForAll("zones") ZoneId zone) {
        Instant at = Instant.ofEpochSecond(second);

        assertThat(SettingsDecider.earliest(at)).isAfterOrEqualTo(LocalDate.ofInstant(at, zone));
    }

    @Provide
    Arbitrary<ZoneId> zones() {
        return Arbitraries.of(ZoneId.getAvailableZoneIds()).map(ZoneId::of);
    }

    @ParameterizedTest
    @CsvSource({"2026-11-20", "2027-11-22"})
    void settings_may_not_hold_from_the_past_or_from_more_than_a_year_ahead(LocalDate from) {
        assertThat(SettingsDecider.decide(change(PATIENT_CLINIC, from), List.of()))
                .isEqualTo(new DateOutOfRange(EARLIEST, LocalDate.of(2027, 11, 21)));
    }

    @Test
    void what_is_so_already_is_no_change() {
        ClinicSettingsChanged now = new ClinicSettingsChanged(1, EARLIEST, PATIENT_CLINIC, null);

        assertThat(SettingsDecider.decide(change(ClinicSettings.SHIPPED, null), List.of()))
                .isEqualTo(new Unchanged());
        assertThat(SettingsDecider.decide(change(PATIENT_CLINIC, null), List.of(now)))
                .isEqualTo(new Unchanged());
        assertThat(SettingsDecider.decide(change(PATIENT_CLINIC, EARLIEST.plusDays(3)), List.of(now)))
                .isEqualTo(new Unchanged());
    }

    @Test
    void what_was_to_come_can_come_sooner_or_be_called_off() {
        ClinicSettingsChanged later = new ClinicSettingsChanged(1, EARLIEST.plusDays(7), PATIENT_CLINIC, null);

        assertThat(SettingsDecider.decide(change(PATIENT_CLINIC, null), List.of(later)))
                .isEqualTo(new Accepted(new ClinicSettingsChanged(2, EARLIEST, PATIENT_CLINIC, null)));
        assertThat(SettingsDecider.decide(change(ClinicSettings.SHIPPED, null), List.of(later)))
                .isEqualTo(new Accepted(new ClinicSettingsChanged(2, EARLIEST, ClinicSettings.SHIPPED, null)));
    }

    @Test
    void a_clinic_has_500_versions_at_most() {
        List<ClinicSettingsChanged> decided =
                Collections.nCopies(500, new ClinicSettingsChanged(1, EARLIEST, ClinicSettings.SHIPPED, null));

        assertThat(SettingsDecider.decide(change(PATIENT_CLINIC, null), decided))
                .isEqualTo(new TooManyVersions());
    }

    private static SettingsCommand change(ClinicSettings settings, @Nullable LocalDate from) {
        return new SettingsCommand(settings, from, null, AT);
    }

    private static ClinicSettings silenceHours(int hours) {
        return new ClinicSettings(
                new TreeMap<>(Map.of(Threshold.SILENCE_HOURS, BigDecimal.valueOf(hours))), null, null, null);
    }
}
