package app.backtrack.tracking.intake;

import app.backtrack.events.AmendmentReason;
import app.backtrack.events.BodySide;
import app.backtrack.events.BodySite;
import app.backtrack.events.FactKind;
import app.backtrack.events.PainContext;
import app.backtrack.events.PainEvent.PainScoreRecorded;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A pain score as a client sends it. */
@Schema(name = "PainScore", examples = """
                {"revision":1,"score":4,"context":"average-24h","occurredAt":"2026-11-20T18:30:00Z","zone":"Europe/Berlin"}""")
record PainScoreRequest(
        @Schema(description = "1 for the original, one more for each correction") @NotNull @Min(1) @Max(1000)
        Integer revision,

        @Schema(description = "Whole points on the 11-point numeric rating scale: 0 no pain, 10 worst pain")
        @NotNull
        @Min(0)
        @Max(10)
        Integer score,

        @NotNull PainContext context,

        @Schema(description = "The moment the score speaks of") @NotNull
        Instant occurredAt,

        @Schema(description = "IANA zone the patient was in", examples = "Europe/Berlin") @NotNull @Size(max = 64)
        String zone,

        @Nullable BodySite site,
        @Nullable BodySide side,
        @Nullable @Size(max = 1000) String note,

        @Schema(description = "Why this correction was made; from revision 2 on") @Nullable
        AmendmentReason reason)
        implements ReportRequest {

    @Override
    public FactKind kind() {
        return FactKind.PAIN_SCORE;
    }

    @Override
    public PainScoreRecorded toFact(UUID id, Instant occurredAt, LocalDate localDate) {
        return new PainScoreRecorded(
                id, revision, score, context, occurredAt, zone, localDate, site, side, note, reason);
    }
}
