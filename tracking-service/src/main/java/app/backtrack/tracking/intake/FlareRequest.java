package app.backtrack.tracking.intake;

import app.backtrack.events.AmendmentReason;
import app.backtrack.events.FactKind;
import app.backtrack.events.PainEvent.FlareDeclared;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A flare as a client sends it: worsening that the patient calls one. */
@Schema(name = "Flare", examples = """
                {"revision":1,"hardToTolerate":true,"limitsActivities":true,"affectsMood":false,"occurredAt":"2026-11-18T07:00:00Z","zone":"Europe/Berlin"}""")
record FlareRequest(
        @Schema(description = "1 for the original, one more for each correction") @NotNull @Min(1) @Max(1000)
        Integer revision,

        @Schema(description = "Whether it is hard to tolerate") @NotNull
        Boolean hardToTolerate,

        @Schema(description = "Whether it limits usual activities") @NotNull
        Boolean limitsActivities,

        @Schema(description = "Whether it affects emotions") @NotNull
        Boolean affectsMood,

        @Schema(description = "When it began") @NotNull Instant occurredAt,

        @Schema(description = "IANA zone the patient was in", examples = "Europe/Berlin") @NotNull @Size(max = 64)
        String zone,

        @Schema(
                description =
                        "The patient's local date on which it was over, not before it began; left out while it lasts")
        @Nullable
        LocalDate endedOn,

        @Nullable @Size(max = 1000) String note,

        @Schema(description = "Why this correction was made; from revision 2 on") @Nullable
        AmendmentReason reason)
        implements ReportRequest {

    @Override
    public FactKind kind() {
        return FactKind.FLARE;
    }

    @Override
    public FlareDeclared toFact(UUID id, Instant occurredAt, LocalDate localDate) {
        return new FlareDeclared(
                id,
                revision,
                hardToTolerate,
                limitsActivities,
                affectsMood,
                occurredAt,
                zone,
                localDate,
                endedOn,
                note,
                reason);
    }
}
