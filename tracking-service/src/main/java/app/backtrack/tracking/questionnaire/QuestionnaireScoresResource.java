package app.backtrack.tracking.questionnaire;

import static app.backtrack.runtime.http.Roles.CLINIC_ADMIN;
import static app.backtrack.runtime.http.Roles.CLINIC_SYSTEM;
import static app.backtrack.runtime.http.Roles.PATIENT;
import static app.backtrack.runtime.http.Roles.THERAPIST;

import app.backtrack.runtime.access.SystemScope;
import app.backtrack.tracking.projection.ProgressStore;
import app.backtrack.tracking.reading.KnownPatients;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
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

/** Shows the scores of a patient's questionnaires over time. */
@Path("/v1/patients/{patientId}/questionnaires")
@Tag(name = "Progress")
@SecurityRequirement(name = "token")
@Produces(MediaType.APPLICATION_JSON)
@APIResponse(responseCode = "404", description = "`unknown-patient`: no such patient in the caller's clinic.")
@RunOnVirtualThread
@SystemScope("progress")
public class QuestionnaireScoresResource {
    private final KnownPatients patients;
    private final ProgressStore store;

    QuestionnaireScoresResource(KnownPatients patients, ProgressStore store) {
        this.patients = patients;
        this.store = store;
    }

    @GET
    @RolesAllowed({PATIENT, THERAPIST, CLINIC_ADMIN, CLINIC_SYSTEM})
    @Operation(
            operationId = "getQuestionnaires",
            summary = "Show scores of questionnaires and their changes",
            description =
                    "A series for each questionnaire that was answered. A change is called improved or worsened only by "
                            + "a threshold that its source states. Not medical advice.")
    @APIResponse(
            responseCode = "200",
            description = "The series",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(type = SchemaType.ARRAY, implementation = QuestionnaireSeries.class),
                            examples = @ExampleObject(name = "ODI, twice", value = """
                            [{"questionnaire":"odi","higherIsBetter":false,
                              "threshold":"improvement by 10 points or 30 % of the start (Ostelo et al., Spine 2008;33:90)",
                              "entries":[
                                {"date":"2026-09-01","eventId":"questionnaire/0192f0c1-7d2e-7c3a-8b1f-2a3b4c5d6e7f/1",
                                 "score":42.0,"answers":[{"item":"total","score":42}],"change":null},
                                {"date":"2026-10-13","eventId":"questionnaire/0192f0c1-7d2e-7c3a-8b1f-2a3b4c5d6e80/1",
                                 "score":28.0,"answers":[{"item":"total","score":28}],
                                 "change":{"since":"questionnaire/0192f0c1-7d2e-7c3a-8b1f-2a3b4c5d6e7f/1","points":-14.0,
                                           "percent":-33.333333333333336,"meaning":"improved"}}]}]""")))
    public List<QuestionnaireSeries> questionnaires(
            @Parameter(description = "The patient's pseudonym") @PathParam("patientId") String patientId) {
        return QuestionnaireProjection.series(
                store.read(patients.required(patientId)).view());
    }
}
