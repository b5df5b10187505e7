package app.backtrack.tracking.export;

import app.backtrack.events.BacktrackEvent;
import app.backtrack.events.EventEnvelope;
import app.backtrack.events.PatientRef;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.net.URI;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * One event in the JSON form of CloudEvents 1.0, with its data opened. The same attributes as in the log, but for the
 * ids that join the events of one request: the journal does not keep those.
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "ExportedEvent", description = "A line of the export: a CloudEvent in its JSON form")
record ExportLine(
        @Schema(examples = "1.0") String specversion,

        @Schema(
                description = "Unique within the source; two contents of one revision share it",
                examples = "pain-score/0192f0c1-7d2e-7c3a-8b1f-2a3b4c5d6e7f/1")
        String id,

        @Schema(examples = "/clinics/clinic-1/patients/6f1d2f0e-8d3c-4a52-9f7e-0d1b2c3d4e5f")
        String source,

        @Schema(description = "The wire name", examples = "app.backtrack.pain-score-recorded.v1")
        String type,

        @Schema(description = "The patient's pseudonym") String subject,

        @Schema(description = "When our server took it in, UTC; when it happened is `occurredAt` of a fact's data")
        Instant time,

        @Schema(examples = "application/json") String datacontenttype,

        @Schema(description = "Names the JSON Schema of the data")
        URI dataschema,

        String clinicid,

        @Schema(description = "Who caused it: role:id", examples = "therapist:thea")
        String actor,

        @Nullable String causationid,

        @Schema(description = "What happened, as `dataschema` says", implementation = Object.class)
        BacktrackEvent data) {

    static ExportLine of(EventEnvelope<?> event) {
        PatientRef patient = event.subject();
        return new ExportLine(
                "1.0",
                event.id(),
                "/clinics/" + patient.clinic() + "/patients/" + patient.patient(),
                event.type().wireName(),
                patient.patient().toString(),
                event.recordedAt(),
                "application/json",
                event.type().dataSchema(),
                patient.clinic().value(),
                event.actor().wireForm(),
                event.causationId(),
                event.data());
    }
}
