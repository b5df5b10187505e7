package app.backtrack.tracking.access;

import app.backtrack.events.Actor;
import app.backtrack.events.PatientId;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** One access to a patient's data. */
@Schema(name = "Access")
@JsonInclude(JsonInclude.Include.NON_NULL)
record AccessAnswer(
        @Schema(description = "When it was recorded, UTC") Instant at,

        @Schema(description = "Who it was, and in which role")
        Actor by,

        @Schema(implementation = UUID.class) PatientId patientId,

        @Schema(
                description = "What was read, as method and path, or which kind of event was written",
                examples = "GET /v1/patients/{patientId}/progress")
        String what,

        AccessResult result,

        @Schema(
                description = "Joins what one request led to; left out where the event has none",
                examples = "4bf92f3577b34da6a3ce929d0e0e4736")
        @Nullable
        String traceId) {

    static AccessAnswer of(AccessEntry entry) {
        return new AccessAnswer(
                entry.at(), entry.by(), entry.patient().patient(), entry.what(), entry.result(), entry.traceId());
    }
}
