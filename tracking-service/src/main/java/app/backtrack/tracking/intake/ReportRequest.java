package app.backtrack.tracking.intake;

import app.backtrack.events.AmendmentReason;
import app.backtrack.events.FactEvent;
import app.backtrack.events.FactKind;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The body of a request that reports a fact, whole: what is left out is not kept from an earlier revision. */
sealed interface ReportRequest
        permits PainScoreRequest,
                SessionRequest,
                RedFlagScreenRequest,
                FlareRequest,
                QuestionnaireRequest,
                HabitCheckInRequest,
                SelfCheckRequest,
                CareTimeRequest {

    /** 1 for the original, one more for each correction. */
    Integer revision();

    /** When it happened. */
    Instant occurredAt();

    /** The IANA zone the patient was in. */
    String zone();

    /** Why there is a further revision; null for the original. */
    @Nullable
    AmendmentReason reason();

    /** Which kind of fact this reports. */
    FactKind kind();

    /**
     * The fact that this says.
     *
     * @param occurredAt in whole milliseconds
     * @param localDate the patient's date at that moment
     */
    FactEvent.Report toFact(UUID id, Instant occurredAt, LocalDate localDate);
}
