package app.backtrack.bench.rules;

import app.backtrack.events.Actor;
import app.backtrack.events.PainContext;
import app.backtrack.events.PainEvent.PainScoreRecorded;
import app.backtrack.events.Role;
import app.backtrack.tracking.journal.JournalEntry;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.UUID;

/** Twelve weeks of a made-up patient: two pain scores a day, from about 8 down to about 2. */
final class Diary {
    static final LocalDate UNTIL = LocalDate.of(2026, 11, 20);
    static final Actor PATIENT = new Actor(Role.PATIENT, "5a0b1e9e-6f6b-4a3e-9d52-0f8f7f1f6f10");

    private static final int DAYS = 84;
    private static final int SCORES_A_DAY = 2;

    private Diary() {}

    /** In the order of their days. */
    static List<JournalEntry> twelveWeeks() {
        SplittableRandom chance = new SplittableRandom(1);
        List<JournalEntry> entries = new ArrayList<>();
        for (int ago = DAYS - 1; ago >= 0; ago--) {
            for (int i = 0; i < SCORES_A_DAY; i++) {
                int level = 2 + 6 * ago / DAYS;
                entries.add(entry(UNTIL.minusDays(ago), level + chance.nextInt(3) - 1, chance.nextLong()));
            }
        }
        return entries;
    }

    /** A score on the evening of a day. */
    static JournalEntry entry(LocalDate date, int score, long id) {
        Instant at = date.atTime(19, 0).toInstant(ZoneOffset.UTC);
        PainScoreRecorded fact = new PainScoreRecorded(
                new UUID(id, id), 1, score, PainContext.AVERAGE_24H, at, "Europe/Berlin", date, null, null, null, null);
        return new JournalEntry(fact, at, PATIENT);
    }
}
