package app.backtrack.events;

import static org.assertj.core.api.Assertions.assertThat;

import app.backtrack.events.ClinicEvent.ClinicSettings;
import app.backtrack.events.ClinicEvent.ClinicSettingsChanged;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ClinicSettingsHistoryTest {
    private static final ClinicId ALPENBLICK = new ClinicId("alpenblick");
    private static final ClinicId SEEUFER = new ClinicId("seeufer");
    private static final LocalDate DAY = LocalDate.of(2026, 11, 20);
    private static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");

    @Test
    void a_clinic_that_set_nothing_works_as_shipped() {
        assertThat(ClinicSettingsHistory.EMPTY.current(ALPENBLICK, DAY)).isEqualTo(ClinicSettings.SHIPPED);
        assertThat(ClinicSettingsHistory.EMPTY.settings(ALPENBLICK, DAY, NOON)).isEqualTo(ClinicSettings.SHIPPED);
    }

    @Test
    void settings_hold_from_their_date_on() {
        ClinicSettingsHistory history = ClinicSettingsHistory.EMPTY.with(event(1, DAY, NOON, 5));

        assertThat(history.current(ALPENBLICK, DAY.minusDays(1))).isEqualTo(ClinicSettings.SHIPPED);
        assertThat(history.current(ALPENBLICK, DAY)).isEqualTo(keep(5));
        assertThat(history.current(ALPENBLICK, DAY.plusYears(1))).isEqualTo(keep(5));
    }

    @Test
    void of_those_that_hold_the_latest_version_counts_whatever_its_date() {
        ClinicSettingsHistory history = ClinicSettingsHistory.EMPTY
                .with(event(1, DAY, NOON, 5))
                .with(event(2, DAY.plusDays(10), NOON, 6))
                .with(event(3, DAY.plusDays(2), NOON, 7));

        assertThat(history.current(ALPENBLICK, DAY.plusDays(1))).isEqualTo(keep(5));
        assertThat(history.current(ALPENBLICK, DAY.plusDays(2))).isEqualTo(keep(7));
        assertThat(history.current(ALPENBLICK, DAY.plusDays(10))).isEqualTo(keep(7));
    }

    @Test
    void what_was_recorded_later_was_not_known() {
        ClinicSettingsHistory history = ClinicSettingsHistory.EMPTY
                .with(event(1, DAY.minusDays(9), NOON.minusSeconds(60), 5))
                .with(event(2, DAY.minusDays(9), NOON, 6));

        assertThat(history.settings(ALPENBLICK, DAY, NOON.minusSeconds(61))).isEqualTo(ClinicSettings.SHIPPED);
        assertThat(history.settings(ALPENBLICK, DAY, NOON.minusMillis(1))).isEqualTo(keep(5));
        assertThat(history.settings(ALPENBLICK, DAY, NOON)).isEqualTo(keep(6));
        assertThat(history.settings(ALPENBLICK, DAY.minusDays(10), NOON)).isEqualTo(ClinicSettings.SHIPPED);
    }

    @Test
    void one_clinic_s_settings_are_no_other_s() {
        ClinicSettingsHistory history = ClinicSettingsHistory.EMPTY.with(event(1, DAY, NOON, 5));

        assertThat(history.current(SEEUFER, DAY)).isEqualTo(ClinicSettings.SHIPPED);
    }

    @Test
    void adding_leaves_the_history_before_as_it_was() {
        ClinicSettingsHistory before = ClinicSettingsHistory.EMPTY.with(event(1, DAY, NOON, 5));

        ClinicSettingsHistory after = before.with(event(2, DAY, NOON, 6));

        assertThat(before.current(ALPENBLICK, DAY)).isEqualTo(keep(5));
        assertThat(after.current(ALPENBLICK, DAY)).isEqualTo(keep(6));
    }

    @Property(tries = 200)
    void order_and_repetition_do_not_matter(@ForAll("histories") List<ClinicEnvelope> events, @ForAll Random random) {
        List<ClinicEnvelope> shuffled = new ArrayList<>(events);
        shuffled.addAll(events);
        Collections.shuffle(shuffled, random);
        ClinicSettingsHistory inOrder = fold(events);
        ClinicSettingsHistory anyhow = fold(shuffled);

        for (int day = 0; day <= 10; day++) {
            LocalDate date = DAY.plusDays(day);
            assertThat(anyhow.current(ALPENBLICK, date)).isEqualTo(inOrder.current(ALPENBLICK, date));
            for (int second = 0; second <= 10; second++) {
                Instant asOf = NOON.plusSeconds(second);
                assertThat(anyhow.settings(ALPENBLICK, date, asOf)).isEqualTo(inOrder.settings(ALPENBLICK, date, asOf));
            }
        }
    }

    /** Versions 1 to n of one clinic, with dates and moments of recording in any order. */
    @Provide
    Arbitrary<List<ClinicEnvelope>> histories() {
        return Combinators.combine(
                        Arbitraries.integers().between(0, 10),
                        Arbitraries.integers().between(0, 10))
                .as((day, second) -> List.of(day, second))
                .list()
                .ofMaxSize(6)
                .map(ClinicSettingsHistoryTest::versions);
    }

    private static List<ClinicEnvelope> versions(List<List<Integer>> places) {
        List<ClinicEnvelope> events = new ArrayList<>();
        for (List<Integer> place : places) {
            int version = events.size() + 1;
            events.add(event(version, DAY.plusDays(place.get(0)), NOON.plusSeconds(place.get(1)), version));
        }
        return events;
    }

    private static ClinicSettingsHistory fold(List<ClinicEnvelope> events) {
        ClinicSettingsHistory history = ClinicSettingsHistory.EMPTY;
        for (ClinicEnvelope event : events) {
            history = history.with(event);
        }
        return history;
    }

    private static ClinicEnvelope event(int version, LocalDate from, Instant recordedAt, int years) {
        return new ClinicEnvelope(
                ALPENBLICK,
                recordedAt,
                new Actor(Role.CLINIC_ADMIN, "ad-weber"),
                new ClinicSettingsChanged(version, from, keep(years), null));
    }

    private static ClinicSettings keep(int years) {
        return new ClinicSettings(new TreeMap<>(), null, years, null);
    }
}
