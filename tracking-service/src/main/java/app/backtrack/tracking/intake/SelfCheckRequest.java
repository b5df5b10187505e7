package app.backtrack.tracking.intake;

import app.backtrack.events.AmendmentReason;
import app.backtrack.events.BodySide;
import app.backtrack.events.FactKind;
import app.backtrack.events.SessionEvent.SelfCheckRecorded;
import app.backtrack.events.SessionEvent.SideHolds;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A self-check of asymmetry as a client sends it: a sign that was looked for, or a hold on either side. */
@Schema(name = "SelfCheck", examples = """
                {"revision":1,"check":"sc-shoulder","seen":true,"side":"left","occurredAt":"2026-11-20T18:30:00Z","zone":"Europe/Berlin"}""")
record SelfCheckRequest(
        @Schema(description = "1 for the original, one more for each correction") @NotNull @Min(1) @Max(1000)
        Integer revision,

        @Schema(description = "Its id in the catalog: a sign, or the exercise that was held", examples = "sc-shoulder")
        @NotNull
        @Pattern(regexp = "[a-z0-9][a-z0-9-]{0,63}")
        String check,

        @Schema(description = "Whether the sign was seen; left out for a hold") @Nullable
        Boolean seen,

        @Schema(description = "Where it was seen; only for a sign that was") @Nullable
        BodySide side,

        @Schema(description = "How long each side was held; left out for a sign") @Nullable @Valid
        HoldsRequest holds,

        @Schema(description = "When it was made") @NotNull Instant occurredAt,

        @Schema(description = "IANA zone the patient was in", examples = "Europe/Berlin") @NotNull @Size(max = 64)
        String zone,

        @Schema(description = "Why this correction was made; from revision 2 on") @Nullable
        AmendmentReason reason)
        implements ReportRequest {

    @Override
    public FactKind kind() {
        return FactKind.SELF_CHECK;
    }

    @Override
    public SelfCheckRecorded toFact(UUID id, Instant occurredAt, LocalDate localDate) {
        return new SelfCheckRecorded(
                id,
                revision,
                check,
                seen,
                side,
                holds == null ? null : holds.toHolds(),
                occurredAt,
                zone,
                localDate,
                reason);
    }

    /** The same hold on both sides, in seconds. */
    @Schema(name = "SideHolds")
    record HoldsRequest(
            @NotNull @Min(0) @Max(3600) Integer leftSeconds,
            @NotNull @Min(0) @Max(3600) Integer rightSeconds) {

        SideHolds toHolds() {
            return new SideHolds(leftSeconds, rightSeconds);
        }
    }
}
