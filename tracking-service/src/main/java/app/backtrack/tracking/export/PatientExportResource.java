package app.backtrack.tracking.export;

import static app.backtrack.runtime.http.Roles.CLINIC_ADMIN;
import static app.backtrack.runtime.http.Roles.CLINIC_SYSTEM;
import static app.backtrack.runtime.http.Roles.PATIENT;
import static app.backtrack.runtime.http.Roles.THERAPIST;

import app.backtrack.events.EventEnvelope;
import app.backtrack.events.PatientRef;
import app.backtrack.events.WireName;
import app.backtrack.runtime.access.SystemScope;
import app.backtrack.runtime.http.Problem.Flaw;
import app.backtrack.runtime.http.Refusal;
import app.backtrack.tracking.journal.Journal;
import app.backtrack.tracking.reading.KnownPatients;
import app.backtrack.tracking.reading.PatientJournal;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Hands out everything that is kept about one patient. */
@Path("/v1/patients/{patientId}/export")
@Tag(name = "Export")
@SecurityRequirement(name = "token")
@APIResponse(responseCode = "404", description = "`unknown-patient`: no such patient in the caller's clinic.")
@RunOnVirtualThread
@SystemScope("facts")
public class PatientExportResource {
    static final String NDJSON = "application/x-ndjson";

    private final KnownPatients patients;
    private final PatientJournal journals;

    PatientExportResource(KnownPatients patients, PatientJournal journals) {
        this.patients = patients;
        this.journals = journals;
    }

    @GET
    @Produces({NDJSON, CsvTable.MEDIA_TYPE})
    @RolesAllowed({PATIENT, THERAPIST, CLINIC_ADMIN, CLINIC_SYSTEM})
    @Operation(
            operationId = "exportPatient",
            summary = "Export a patient's events, or a series of them as CSV",
            description =
                    "Every event of the patient's journal, corrections, retractions and conflicts among them, one a line in "
                            + "the order of recording; or, as CSV, what counts of one series.")
    @APIResponse(
            responseCode = "200",
            description = "The events, or the series",
            content = {
                @Content(
                        mediaType = NDJSON,
                        schema = @Schema(implementation = ExportLine.class),
                        examples = @ExampleObject(name = "one line", value = """
                        {"actor":"patient:p-1","clinicid":"clinic-1","data":{"context":"average-24h",\
                        "id":"0192f0c1-7d2e-7c3a-8b1f-2a3b4c5d6e7f","localDate":"2026-11-20","occurredAt":"2026-11-20T18:30:00Z",\
                        "revision":1,"score":4,"zone":"Europe/Berlin"},"datacontenttype":"application/json",\
                        "id":"pain-score/0192f0c1-7d2e-7c3a-8b1f-2a3b4c5d6e7f/1","specversion":"1.0",\
                        "time":"2026-11-20T18:30:01Z"}""")),
                @Content(
                        mediaType = CsvTable.MEDIA_TYPE,
                        schema = @Schema(type = SchemaType.STRING),
                        examples = @ExampleObject(name = "habits", value = """
                        local_date,occurred_at,zone,recorded_at,actor_role,event_id,habit,kept,amount,why
                        2026-11-20,2026-11-20T18:30:00Z,Europe/Berlin,2026-11-20T18:30:01Z,patient,\
                        habit-check-in/0192f0c1-7d2e-7c3a-8b1f-2a3b4c5d6e7f/1,chk-posture-resets,true,3,"""))
            })
    public Response export(
            @Parameter(description = "The patient's pseudonym") @PathParam("patientId") String patientId,
            @Parameter(description = "`ndjson`, the default, or `csv`; `Accept` says it as well")
                    @QueryParam("format")
                    @Nullable
                    String format,
            @Parameter(description = "With `csv`: `pain`, `sessions`, `habits` or `questionnaires`")
                    @QueryParam("series")
                    @Nullable
                    String series,
            @Context HttpHeaders headers) {
        PatientRef patient = patients.required(patientId);
        if (CsvChoice.asked(format, headers, "ndjson")) {
            Series asked = series(series);
            return Response.ok(
                            SeriesRules.table(asked, journals.read(patient).all())
                                    .text(),
                            CsvTable.MEDIA_TYPE)
                    .build();
        }
        if (series != null) {
            throw Refusal.invalid(Flaw.ofParameter("series", "is for csv"));
        }
        Journal journal = journals.read(patient);
        List<EventEnvelope<?>> events = EventLines.of(patient, journal);
        StreamingOutput lines = out -> EventLines.write(events, out);
        return Response.ok(lines, NDJSON).build();
    }

    private static Series series(@Nullable String text) {
        return WireName.find(Series.class, text == null ? "" : text)
                .orElseThrow(() -> Refusal.invalid(
                        Flaw.ofParameter("series", "must be pain, sessions, habits or questionnaires")));
    }
}
