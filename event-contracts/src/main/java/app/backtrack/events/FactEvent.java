package app.backtrack.events;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something a patient reported. Facts commute: each revision carries the whole content, the highest one wins in
 * whatever order they arrive, and a retraction is a revision like any other.
 */
public sealed interface FactEvent extends BacktrackEvent
        permits PainEvent, SessionEvent, FactEvent.Report, FactEvent.Retraction {

    /** Made by the client; with clinic, patient and kind it identifies the fact. */
    UUID id();

    /** 1 for the original, up to 1000. */
    int revision();

    /** Why there is a further revision; null for the original. */
    @Nullable
    AmendmentReason reason();

    /** Which kind of fact this is a revision of. */
    FactKind kind();

    /** The CloudEvents id: kind, id and revision. */
    default String eventId() {
        return kind().wireName() + "/" + id() + "/" + revision();
    }

    /** A revision that says what happened, as against a retraction. */
    sealed interface Report extends FactEvent
            permits PainEvent.PainScoreRecorded,
                    PainEvent.RedFlagScreened,
                    PainEvent.FlareDeclared,
                    PainEvent.QuestionnaireAnswered,
                    SessionEvent.SessionLogged,
                    SessionEvent.HabitCheckedIn,
                    SessionEvent.SelfCheckRecorded,
                    SessionEvent.CareTimeLogged {

        /** When it happened, UTC, whole milliseconds. */
        Instant occurredAt();

        /** The IANA zone the patient was in. */
        String zone();

        /** The patient's date then: {@code occurredAt} in {@code zone}, worked out once, at intake. */
        LocalDate localDate();
    }

    /** A revision that takes the fact back. */
    sealed interface Retraction extends FactEvent
            permits PainEvent.PainScoreRetracted,
                    PainEvent.RedFlagScreenRetracted,
                    PainEvent.FlareRetracted,
                    PainEvent.QuestionnaireRetracted,
                    SessionEvent.SessionRetracted,
                    SessionEvent.HabitCheckInRetracted,
                    SessionEvent.SelfCheckRetracted,
                    SessionEvent.CareTimeRetracted {}
}
