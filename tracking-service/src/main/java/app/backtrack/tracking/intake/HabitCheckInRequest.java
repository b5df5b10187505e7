package app.backtrack.tracking.intake;

import app.backtrack.events.AmendmentReason;
import app.backtrack.events.FactKind;
import app.backtrack.events.SessionEvent.HabitCheckedIn;
import app.backtrack.events.SkipReason;
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

/** A habit, or an item of the weekly checklist, that was looked back on, as a client sends it. */
@Schema(name = "HabitCheckIn", examples = """
                {"revision":1,"habit":"chk-posture-resets","kept":true,"amount":3,"occurredAt":"2026-11-20T18:30:00Z","zone":"Europe/Berlin"}""")
record HabitCheckInRequest(
        @Schema(description = "1 for the original, one more for each correction") @NotNull @Min(1) @Max(1000)
        Integer revision,

        @Schema(description = "Its id in the catalog", examples = "chk-posture-resets")
        @NotNull
        @Pattern(regexp = "[a-z0-9][a-z0-9-]{0,63}")
        String habit,

        @Schema(description = "Whether it was kept") @NotNull
        Boolean kept,

        @Schema(description = "How many times or minutes, where it is counted") @Nullable @Min(0) @Max(1440)
        Integer amount,

        @Schema(description = "What kept the patient from it; only where it was not kept") @Nullable
        SkipReason why,

        @Schema(description = "The moment that it speaks of") @NotNull
        Instant occurredAt,

        @Schema(description = "IANA zone the patient was in", examples = "Europe/Berlin") @NotNull @Size(max = 64)
        String zone,

        @Schema(description = "Why this correction was made; from revision 2 on") @Nullable
        AmendmentReason reason)
        implements ReportRequest {

    @Override
    public FactKind kind() {
        return FactKind.HABIT_CHECK_IN;
    }

    @Override
    public HabitCheckedIn toFact(UUID id, Instant occurredAt, LocalDate localDate) {
        return new HabitCheckedIn(id, revision, habit, kept, amount, why, occurredAt, zone, localDate, reason);
    }
}
