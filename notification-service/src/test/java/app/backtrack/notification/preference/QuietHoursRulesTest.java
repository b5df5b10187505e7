package app.backtrack.notification.preference;

import static org.assertj.core.api.Assertions.assertThat;

import app.backtrack.events.schedule.ZoneHistory;
import app.backtrack.events.schedule.ZoneHistory.ZoneChange;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class QuietHoursRulesTest {

    @ParameterizedTest
    @CsvSource({
        // By day, at the end, at the beginning, in the evening and after midnight of a Berlin winter.
        "21:00, 08:00, 2026-11-20T11:00:00Z, 2026-11-20T11:00:00Z",
        "21:00, 08:00, 2026-11-20T07:00:00Z, 2026-11-20T07:00:00Z",
        "21:00, 08:00, 2026-11-20T20:00:00Z, 2026-11-21T07:00:00Z",
        "21:00, 08:00, 2026-11-20T22:30:00Z, 2026-11-21T07:00:00Z",
        "21:00, 08:00, 2026-11-20T23:30:00Z, 2026-11-21T07:00:00Z",
        // A span that does not pass midnight, and none.
        "12:00, 14:00, 2026-11-20T12:30:00Z, 2026-11-20T13:00:00Z",
        "09:00, 09:00, 2026-11-20T08:30:00Z, 2026-11-20T08:30:00Z",
        // The night of 29 March 2026 is an hour shorter, that of 25 October an hour longer.
        "21:00, 08:00, 2026-03-28T22:00:00Z, 2026-03-29T06:00:00Z",
        "21:00, 08:00, 2026-10-24T21:00:00Z, 2026-10-25T07:00:00Z",
        // It ends at 2:30, which no clock showed on 29 March: when the clock went from 2:00 to 3:00.
        "21:00, 02:30, 2026-03-28T23:00:00Z, 2026-03-29T01:00:00Z",
        // 2:30 came twice on 25 October; what is wanted between them waits for the second one.
        "21:00, 02:30, 2026-10-25T00:00:00Z, 2026-10-25T00:30:00Z",
        "21:00, 02:30, 2026-10-25T01:10:00Z, 2026-10-25T01:30:00Z"
    })
    void what_is_wanted_in_the_quiet_hours_waits_for_their_end(
            LocalTime from, LocalTime until, Instant wanted, Instant expected) {
        ZoneHistory berlin = ZoneHistory.of(ZoneId.of("Europe/Berlin"));

        assertThat(QuietHoursRules.earliest(wanted, berlin, new QuietSpan(from, until)))
                .isEqualTo(expected);
    }

    @Test
    void somebody_who_moved_west_sleeps_by_the_new_clock() {
        ZoneHistory home = new ZoneHistory(List.of(
                new ZoneChange(ZoneId.of("Europe/Berlin"), LocalDate.of(2026, 1, 1)),
                new ZoneChange(ZoneId.of("America/New_York"), LocalDate.of(2026, 11, 21))));
        QuietSpan night = new QuietSpan(LocalTime.of(21, 0), LocalTime.of(8, 0));

        // 21:30 in Berlin on the last evening there; the next morning is New York's.
        assertThat(QuietHoursRules.earliest(Instant.parse("2026-11-20T20:30:00Z"), home, night))
                .isEqualTo("2026-11-21T13:00:00Z");
    }

    @ParameterizedTest
    @CsvSource({
        "7, 2026-11-20T05:00:00Z, 2026-11-20T07:00:00Z",
        "9, 2026-11-20T05:00:00Z, 2026-11-20T08:00:00Z",
        "9, 2026-11-20T08:00:00Z, 2026-11-20T08:00:00Z",
        "9, 2026-11-20T08:00:01Z, 2026-11-21T08:00:00Z"
    })
    void a_digest_comes_at_its_hour_or_when_the_quiet_hours_are_over(int hour, Instant now, Instant expected) {
        ZoneHistory berlin = ZoneHistory.of(ZoneId.of("Europe/Berlin"));
        QuietSpan night = new QuietSpan(LocalTime.of(21, 0), LocalTime.of(8, 0));

        assertThat(QuietHoursRules.nextDigest(now, hour, berlin, night)).isEqualTo(expected);
    }
}
