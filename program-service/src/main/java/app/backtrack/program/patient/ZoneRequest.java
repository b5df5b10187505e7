package app.backtrack.program.patient;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The body of a request to note that a patient's home has another time zone. */
@Schema(name = "ZoneChange")
record ZoneRequest(
        @Schema(description = "IANA time zone.", examples = "America/New_York") @NotNull @Size(max = 64)
        String zone,

        @Schema(
                description = "The patient's date, in the new zone, from which it holds: today if not given, else from "
                        + "today to a year ahead.",
                examples = "2026-11-20")
        @Nullable
        LocalDate effectiveFrom) {}
