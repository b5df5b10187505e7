package app.backtrack.events.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import app.backtrack.events.PatientEvent.PatientDischarged;
import app.backtrack.events.PatientEvent.PatientEnrolled;
import app.backtrack.events.PatientEvent.PatientTimeZoneChanged;
import app.backtrack.events.schedule.ZoneHistory.ZoneChange;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ZoneHistoryTest {

    @ParameterizedTest
    @CsvSource({
        "Europe/Berlin,       2026-01-15, 24",
        "Europe/Berlin,       2026-03-29, 23",
        "Europe/Berlin,       2026-10-25, 25",
        "America/Sao_Paulo,   2018-11-04, 23", // at midnight: the day begins at 1
        "Australia/Lord_Howe, 2026-04-05, 24", // half an hour more
    })
    void a_change_of_the_clocks_makes_a_day_short_or_long(String zone, LocalDate date, int hours) {
        ZoneHistory home = ZoneHistory.of(ZoneId.of(zone));

        assertThat(Duration.between(home.startOf(date), home.startOf(date.plusDays(1)))
                        .toHours())
                .isEqualTo(hours);
        assertThat(home.today(home.startOf(date))).isEqualTo(date);
        assertThat(home.today(home.startOf(date).minusNanos(1))).isEqualTo(date.minusDays(1));
    }

    @ParameterizedTest
    @CsvSource({
        "2026-05-09T22:30:00Z, 2026-05-09", // it is the 10th in Berlin, which is home no longer
        "2026-05-10T03:59:59Z, 2026-05-09",
        "2026-05-10T04:00:00Z, 2026-05-10",
    })
    void a_move_west_makes_a_long_day(Instant instant, LocalDate today) {
        assertThat(moved("Europe/Berlin", "America/New_York", "2026-05-10").today(instant))
                .isEqualTo(today);
    }

    @ParameterizedTest
    @CsvSource({"2026-05-09T14:59:59Z, 2026-05-09", "2026-05-09T15:00:00Z, 2026-05-10"})
    void a_move_east_makes_a_short_day(Instant instant, LocalDate today) {
        assertThat(moved("America/New_York", "Asia/Tokyo", "2026-05-10").today(instant))
                .isEqualTo(today);
    }

    @ParameterizedTest
    @CsvSource({"2026-05-09T09:59:59Z, 2026-05-08", "2026-05-09T10:00:00Z, 2026-05-10"})
    void a_move_east_over_the_date_line_passes_over_a_day_that_is_there_all_the_same(Instant instant, LocalDate today) {
        ZoneHistory moved = moved("Pacific/Honolulu", "Pacific/Kiritimati", "2026-05-10");

        assertThat(moved.today(instant)).isEqualTo(today);
        assertThat(moved.zoneOn(LocalDate.parse("2026-05-09"))).isEqualTo(ZoneId.of("Pacific/Honolulu"));
    }

    @ParameterizedTest
    @CsvSource({"2011-12-30T09:59:59Z, 2011-12-29", "2011-12-30T10:00:00Z, 2011-12-31"})
    void a_day_that_a_country_left_out_is_no_clocks_day(Instant instant, LocalDate today) {
        ZoneHistory apia = ZoneHistory.of(ZoneId.of("Pacific/Apia"));

        assertThat(apia.today(instant)).isEqualTo(today);
        assertThat(apia.startOf(LocalDate.parse("2011-12-30"))).isEqualTo(apia.startOf(LocalDate.parse("2011-12-31")));
    }

    @ParameterizedTest
    @CsvSource({
        "2010-11-07T02:29:59Z, 2010-11-06",
        "2010-11-07T02:30:00Z, 2010-11-07",
        "2010-11-07T03:00:00Z, 2010-11-07", // the clocks show 23:30 of the 6th again
        "2010-11-07T03:30:00Z, 2010-11-07",
    })
    void a_clock_set_back_over_midnight_brings_no_day_back(Instant instant, LocalDate today) {
        assertThat(ZoneHistory.of(ZoneId.of("America/St_Johns")).today(instant)).isEqualTo(today);
    }

    @Test
    void a_stream_tells_homes_in_the_order_of_its_decisions() {
        ZoneHistory home = ZoneHistory.of(List.of(
                new PatientEnrolled(1, LocalDate.parse("2026-01-10"), "Europe/Berlin", List.of()),
                new PatientTimeZoneChanged(2, "Asia/Tokyo", LocalDate.parse("2026-06-01")),
                new PatientTimeZoneChanged(3, "America/New_York", LocalDate.parse("2026-05-01")),
                new PatientDischarged(4, LocalDate.parse("2026-07-01"), null),
                new PatientEnrolled(5, LocalDate.parse("2027-01-10"), "Europe/Madrid", List.of())));

        assertThat(home.zoneOn(LocalDate.parse("2025-01-01"))).isEqualTo(ZoneId.of("Europe/Berlin"));
        assertThat(home.zoneOn(LocalDate.parse("2026-04-30"))).isEqualTo(ZoneId.of("Europe/Berlin"));
        assertThat(home.zoneOn(LocalDate.parse("2026-05-01"))).isEqualTo(ZoneId.of("America/New_York"));
        assertThat(home.zoneOn(LocalDate.parse("2026-06-01"))).isEqualTo(ZoneId.of("America/New_York"));
        assertThat(home.zoneOn(LocalDate.parse("2027-01-10"))).isEqualTo(ZoneId.of("Europe/Madrid"));
    }

    @Test
    void a_patient_has_a_home() {
        assertThatIllegalArgumentException().isThrownBy(() -> ZoneHistory.of(List.of()));
    }

    private static ZoneHistory moved(String from, String to, String effectiveFrom) {
        return new ZoneHistory(List.of(
                new ZoneChange(ZoneId.of(from), LocalDate.parse("2026-01-01")),
                new ZoneChange(ZoneId.of(to), LocalDate.parse(effectiveFrom))));
    }
}
