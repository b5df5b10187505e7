package app.backtrack.tracking.progress;

import static org.assertj.core.api.Assertions.assertThat;

import app.backtrack.events.PainContext;
import app.backtrack.events.PainEvent.PainScoreRecorded;
import app.backtrack.tracking.care.CareView;
import app.backtrack.tracking.journal.Facts;
import app.backtrack.tracking.journal.JournalEntry;
import app.backtrack.tracking.trend.DailyValue;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class MovingPatientTest {

    @Test
    void who_flies_west_keeps_one_day_per_local_date() {
        List<JournalEntry> journal = List.of(
                score(1, "2026-11-17T08:00:00Z", "Europe/Berlin", 6),
                score(2, "2026-11-17T22:30:00Z", "Europe/Berlin", 5),
                score(3, "2026-11-18T03:30:00Z", "America/New_York", 4),
                score(4, "2026-11-18T12:00:00Z", "America/New_York", 2));

        assertThat(days(journal))
                .containsExactly(
                        new DailyValue(LocalDate.of(2026, 11, 17), 15, 3),
                        new DailyValue(LocalDate.of(2026, 11, 18), 2, 1));
    }

    @Test
    void who_flies_east_over_the_date_line_loses_no_score() {
        List<JournalEntry> journal = List.of(
                score(1, "2026-11-17T20:00:00Z", "Pacific/Honolulu", 6),
                score(2, "2026-11-17T20:30:00Z", "Pacific/Auckland", 4));

        assertThat(days(journal))
                .containsExactly(
                        new DailyValue(LocalDate.of(2026, 11, 17), 6, 1),
                        new DailyValue(LocalDate.of(2026, 11, 18), 4, 1));
    }

    private static List<DailyValue> days(List<JournalEntry> journal) {
        return ProgressProjection.foldAll(CareView.EMPTY, journal)
                .scores()
                .of(PainContext.AVERAGE_24H)
                .days();
    }

    /** With the local date that the intake works out. */
    private static JournalEntry score(int n, String at, String zone, int points) {
        Instant instant = Instant.parse(at);
        return Facts.entry(new PainScoreRecorded(
                Facts.id(n),
                1,
                points,
                PainContext.AVERAGE_24H,
                instant,
                zone,
                LocalDate.ofInstant(instant, ZoneId.of(zone)),
                null,
                null,
                null,
                null));
    }
}
