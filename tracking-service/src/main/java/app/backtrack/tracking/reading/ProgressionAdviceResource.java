package app.backtrack.tracking.reading;

import static app.backtrack.runtime.http.Roles.CLINIC_ADMIN;
import static app.backtrack.runtime.http.Roles.CLINIC_SYSTEM;
import static app.backtrack.runtime.http.Roles.THERAPIST;

import app.backtrack.events.ClinicEvent.ClinicSettings;
import app.backtrack.events.ClinicId;
import app.backtrack.runtime.access.SystemScope;
import app.backtrack.tracking.reading.ProgressReader.Reading;
import app.backtrack.tracking.settings.ClinicSettingsBook;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Suggests to clinicians what may be considered next for each prescribed exercise. Patients do not get it. */
@Path("/v1/patients/{patientId}/progression-advice")
@Tag(name = "Progress")
@SecurityRequirement(name = "token")
@Produces(MediaType.APPLICATION_JSON)
@APIResponse(responseCode = "404", description = "`unknown-patient`: no such patient in the caller's clinic.")
@RunOnVirtualThread
@SystemScope("progress")
public class ProgressionAdviceResource {
    private final ProgressReader reader;
    private final ClinicSettingsBook settings;

    ProgressionAdviceResource(ProgressReader reader, ClinicSettingsBook settings) {
        this.reader = reader;
        this.settings = settings;
    }

    @GET
    @RolesAllowed({THERAPIST, CLINIC_ADMIN, CLINIC_SYSTEM})
    @Operation(
            operationId = "getProgressionAdvice",
            summary = "Suggest a next step for each prescribed exercise",
            description =
                    "The next step, easing, or extra sets on the weaker side, each with its rule, numbers and evidence. Nothing is "
                            + "applied by itself, and nothing is suggested while a red flag is open. By the clinic's settings in "
                            + "force on the date. For clinicians only.")
    @APIResponse(
            responseCode = "200",
            description = "The suggestions",
            headers =
                    @Header(
                            name = "Backtrack-Applied",
                            description = "With `after`: whether what it names is in this answer",
                            schema = @Schema(type = SchemaType.BOOLEAN)),
            content = @Content(schema = @Schema(implementation = ProgressionAdviceAnswer.class)))
    public Response advice(
            @Parameter(description = "The patient's pseudonym") @PathParam("patientId") String patientId,
            @BeanParam DateParameters parameters) {
        Reading reading = reader.read(patientId, parameters.query(), parameters.after());
        return reading.answer(ProgressionAdviceAnswer.of(reading, settings(reading)));
    }

    /** Those in force on the date that is looked at, by what was known then. */
    private ClinicSettings settings(Reading reading) {
        ClinicId clinic = reading.patient().clinic();
        Instant asOf = reading.query().asOf();
        return asOf == null
                ? settings.current(clinic, reading.through())
                : settings.asOf(clinic, reading.through(), asOf);
    }
}
