package app.backtrack.tracking.intake;

import app.backtrack.events.AmendmentReason;
import app.backtrack.events.FactKind;
import app.backtrack.events.SessionEvent.CareTimeLogged;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A clinician's time for a patient's remote care, as a client sends it. */
@Schema(name = "CareTime", examples = """
                {"revision":1,"minutes":12,"live":true,"occurredAt":"2026-11-20T18:30:00Z","zone":"Europe/Berlin"}""")
record CareTimeRequest(
        @Schema(description = "1 for the original, one more for each correction") @NotNull @Min(1) @Max(1000)
        Integer revision,

        @Schema(description = "Whole minutes") @NotNull @Min(1) @Max(480)
        Integer minutes,

        @Schema(description = "Whether clinician and patient spoke in real time; a message is no such interaction")
        @NotNull
        Boolean live,

        @Schema(description = "When it ended") @NotNull Instant occurredAt,

        @Schema(description = "IANA zone that the calendar month is taken in", examples = "Europe/Berlin")
        @NotNull
        @Size(max = 64)
        String zone,

        @Schema(description = "Why this correction was made; from revision 2 on") @Nullable
        AmendmentReason reason)
        implements ReportRequest {

    @Override
    public FactKind kind() {
        return FactKind.CARE_TIME;
    }

    @Override
    public CareTimeLogged toFact(UUID id, Instant occurredAt, LocalDate localDate) {
        return new CareTimeLogged(id, revision, minutes, live, occurredAt, zone, localDate, reason);
    }
}
