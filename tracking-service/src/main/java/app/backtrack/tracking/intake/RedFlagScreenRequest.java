package app.backtrack.tracking.intake;

import app.backtrack.events.AmendmentReason;
import app.backtrack.events.FactKind;
import app.backtrack.events.PainEvent.RedFlagScreened;
import app.backtrack.events.RedFlag;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** An answered red-flag checklist as a client sends it. */
@Schema(name = "RedFlagScreen", examples = """
                {"revision":1,"positive":["saddle-numbness"],"occurredAt":"2026-11-20T18:30:00Z","zone":"Europe/Berlin"}""")
record RedFlagScreenRequest(
        @Schema(description = "1 for the original, one more for each correction") @NotNull @Min(1) @Max(1000)
        Integer revision,

        @Schema(description = "The signs answered with yes; empty when all is well") @NotNull @Size(max = 9)
        List<@NotNull RedFlag> positive,

        @Schema(description = "When it was answered") @NotNull
        Instant occurredAt,

        @Schema(description = "IANA zone the patient was in", examples = "Europe/Berlin") @NotNull @Size(max = 64)
        String zone,

        @Schema(description = "Why this correction was made; from revision 2 on") @Nullable
        AmendmentReason reason)
        implements ReportRequest {

    @Override
    public FactKind kind() {
        return FactKind.RED_FLAG_SCREEN;
    }

    @Override
    public RedFlagScreened toFact(UUID id, Instant occurredAt, LocalDate localDate) {
        return new RedFlagScreened(id, revision, positive, occurredAt, zone, localDate, reason);
    }
}
