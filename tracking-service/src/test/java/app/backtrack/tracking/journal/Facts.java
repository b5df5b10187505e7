package app.backtrack.tracking.journal;

import app.backtrack.events.Actor;
import app.backtrack.events.AmendmentReason;
import app.backtrack.events.ExerciseSide;
import app.backtrack.events.FactEvent;
import app.backtrack.events.PainContext;
import app.backtrack.events.PainEvent.FlareDeclared;
import app.backtrack.events.PainEvent.PainScoreRecorded;
import app.backtrack.events.PainEvent.PainScoreRetracted;
import app.backtrack.events.PainEvent.RedFlagScreenRetracted;
import app.backtrack.events.PainEvent.RedFlagScreened;
import app.backtrack.events.RedFlag;
import app.backtrack.events.Role;
import app.backtrack.events.SessionEvent.ExerciseDone;
import app.backtrack.events.SessionEvent.HabitCheckedIn;
import app.backtrack.events.SessionEvent.SessionLogged;
import app.backtrack.events.SessionEvent.SessionRetracted;
import app.backtrack.events.SessionEvent.SetDone;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Facts for tests: short to write, alike but for what is said. */
public final class Facts {

    /** When every entry was recorded, unless said otherwise. */
    public static final Instant RECORDED = Instant.parse("2026-11-20T18:30:00Z");

    private static final Actor PATIENT = new Actor(Role.PATIENT, "patient-1");

    private Facts() {}

    /** The id of fact number {@code n}. */
    public static UUID id(int n) {
        return new UUID(0x0199_0000_0000_7000L, 0x8000_0000_0000_0000L + n);
    }

    /** An entry recorded at {@link #RECORDED}. */
    public static JournalEntry entry(FactEvent fact) {
        return entry(fact, RECORDED);
    }

    /** An entry by the patient. */
    public static JournalEntry entry(FactEvent fact, Instant recordedAt) {
        return new JournalEntry(fact, recordedAt, PATIENT);
    }

    /** A score of the last 24 hours. */
    public static PainScoreRecorded score(int n, int revision, LocalDate date, int points) {
        return score(n, revision, date, PainContext.AVERAGE_24H, points);
    }

    public static PainScoreRecorded score(int n, int revision, LocalDate date, PainContext context, int points) {
        return new PainScoreRecorded(
                id(n), revision, points, context, noon(date), "UTC", date, null, null, null, reason(revision));
    }

    public static PainScoreRetracted scoreRetracted(int n, int revision) {
        return new PainScoreRetracted(id(n), revision, AmendmentReason.ENTERED_IN_ERROR);
    }

    public static SessionLogged session(int n, int revision, LocalDate date) {
        ExerciseDone bridge =
                new ExerciseDone("bridge", null, List.of(new SetDone(ExerciseSide.BOTH, 10, null, null)), null, null);
        return new SessionLogged(
                id(n), revision, List.of(bridge), null, noon(date), "UTC", date, null, reason(revision));
    }

    public static SessionRetracted sessionRetracted(int n, int revision) {
        return new SessionRetracted(id(n), revision, AmendmentReason.DUPLICATE);
    }

    public static RedFlagScreened screen(int n, int revision, LocalDate date, RedFlag... positive) {
        return new RedFlagScreened(id(n), revision, List.of(positive), noon(date), "UTC", date, reason(revision));
    }

    public static RedFlagScreenRetracted screenRetracted(int n, int revision) {
        return new RedFlagScreenRetracted(id(n), revision, AmendmentReason.ENTERED_IN_ERROR);
    }

    /** A flare of three days. */
    public static FlareDeclared flare(int n, int revision, LocalDate date) {
        return new FlareDeclared(
                id(n), revision, true, true, false, noon(date), "UTC", date, date.plusDays(2), null, reason(revision));
    }

    /** The habit of sitting well, looked back on. */
    public static HabitCheckedIn habit(int n, int revision, LocalDate date, boolean kept) {
        return new HabitCheckedIn(
                id(n), revision, "sitting", kept, null, null, noon(date), "UTC", date, reason(revision));
    }

    private static @Nullable AmendmentReason reason(int revision) {
        return revision == 1 ? null : AmendmentReason.WRONG_VALUE;
    }

    private static Instant noon(LocalDate date) {
        return date.atTime(12, 0).toInstant(ZoneOffset.UTC);
    }
}
