package app.backtrack.program.contraindication;

import app.backtrack.events.PatientRef;
import app.backtrack.program.catalog.ClinicCatalog;
import app.backtrack.program.entry.CatalogEntry;
import app.backtrack.program.own.OwnAnswers;
import app.backtrack.program.own.OwnRegister;
import app.backtrack.program.own.OwnRegister.Author;
import app.backtrack.program.own.Versioned;
import app.backtrack.program.patient.PatientStore;
import app.backtrack.program.query.WholeNumber;
import app.backtrack.runtime.access.Shown;
import app.backtrack.runtime.access.Shows;
import app.backtrack.runtime.access.SystemScope;
import app.backtrack.runtime.http.Caller;
import app.backtrack.runtime.http.ETags;
import app.backtrack.runtime.http.Problem.Flaw;
import app.backtrack.runtime.http.Refusal;
import app.backtrack.runtime.http.Roles;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Lets clinicians say which exercises are not, or not without care, for a patient. */
@Path("/v1/patients/{patientId}/contraindications")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Contraindications", description = "What is not, or not without care, for one patient.")
@SecurityRequirement(name = "token")
@RunOnVirtualThread
@SystemScope("programs")
public class ContraindicationResource {
    private static final String UNKNOWN = "unknown-contraindication";

    private final PatientContraindications contraindications;
    private final ClinicCatalog catalog;
    private final PatientStore patients;
    private final Caller caller;
    private final Clock clock;

    ContraindicationResource(
            PatientContraindications contraindications,
            ClinicCatalog catalog,
            PatientStore patients,
            Caller caller,
            Clock clock) {
        this.contraindications = contraindications;
        this.catalog = catalog;
        this.patients = patients;
        this.caller = caller;
        this.clock = clock;
    }

    /** Lists a patient's contraindications. */
    @GET
    @RolesAllowed({Roles.CLINIC_SYSTEM, Roles.CLINIC_ADMIN, Roles.THERAPIST, Roles.PATIENT})
    @Operation(operationId = "listContraindications", summary = "List a patient's contraindications")
    @APIResponse(
            responseCode = "200",
            description = "All of them, lifted ones included, in the order of the exercises' ids.",
            content = @Content(schema = @Schema(implementation = ContraindicationAnswer.Listing.class)))
    @APIResponse(responseCode = "404", description = "`unknown-patient`.")
    public ContraindicationAnswer.Listing list(@PathParam("patientId") String patientId) {
        return new ContraindicationAnswer.Listing(contraindications.list(patient(patientId)).stream()
                .map(ContraindicationAnswer::of)
                .toList());
    }

    /** Shows one. */
    @GET
    @Path("/{exerciseId}")
    @RolesAllowed({Roles.CLINIC_SYSTEM, Roles.CLINIC_ADMIN, Roles.THERAPIST, Roles.PATIENT})
    @Operation(operationId = "getContraindication", summary = "Show a contraindication, or a past version of it")
    @APIResponse(
            responseCode = "200",
            description = "The contraindication.",
            headers = @Header(name = "ETag", schema = @Schema(implementation = String.class, examples = "\"1\"")),
            content = @Content(schema = @Schema(implementation = ContraindicationAnswer.class)))
    @APIResponse(
            responseCode = "404",
            description = "`unknown-contraindication`, `unknown-version` or `unknown-patient`.")
    public Response get(
            @PathParam("patientId") String patientId,
            @Parameter(example = "deadlift") @PathParam("exerciseId") String exerciseId,
            @Parameter(
                            description = "A version from 1; the current one if not given.",
                            schema = @Schema(implementation = Integer.class))
                    @QueryParam("version")
                    @Nullable
                    String version) {
        PatientRef patient = patient(patientId);
        Versioned<Contraindication> current = contraindications
                .find(patient, exerciseId)
                .orElseThrow(() -> Refusal.notFound(UNKNOWN, "The patient has no such contraindication"));
        Optional<Versioned<Contraindication>> asked = version == null
                ? Optional.of(current)
                : contraindications.find(
                        patient, exerciseId, WholeNumber.parameter("version", version, 1, OwnRegister.MAX_VERSIONS));
        Versioned<Contraindication> shown = asked.orElseThrow(
                () -> Refusal.notFound("unknown-version", "The contraindication has no such version"));
        return Response.ok(ContraindicationAnswer.of(shown))
                .header(HttpHeaders.ETAG, ETags.of(shown.number()))
                .build();
    }

    /** Sets, changes or lifts one. */
    @PUT
    @Path("/{exerciseId}")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Roles.CLINIC_ADMIN, Roles.THERAPIST})
    @Operation(
            operationId = "putContraindication",
            summary = "Set, change or lift a contraindication",
            description = "A new one without `If-Match`; a change with it. The same body again without `If-Match` "
                    + "changes nothing. It speaks to the plans that are sent from then on, as the caution "
                    + "`for-this-patient` of the exercise, and to no program that runs. Every version stays readable.")
    @APIResponse(
            responseCode = "201",
            description = "Set.",
            headers = @Header(name = "ETag", schema = @Schema(implementation = String.class, examples = "\"1\"")),
            content = @Content(schema = @Schema(implementation = ContraindicationAnswer.class)))
    @APIResponse(
            responseCode = "200",
            description = "Changed, or was so already.",
            headers = @Header(name = "ETag", schema = @Schema(implementation = String.class, examples = "\"2\"")),
            content = @Content(schema = @Schema(implementation = ContraindicationAnswer.class)))
    @APIResponse(
            responseCode = "404",
            description = "`unknown-patient`. `unknown-contraindication`: there is nothing to change.")
    @APIResponse(
            responseCode = "409",
            description = "`too-many-entries`: the patient has 100. `too-many-versions`: the contraindication has 200.")
    @Shows(Shown.PATIENT_IN_PATH) // no event says who wrote it
    public Response put(
            @PathParam("patientId") String patientId,
            @Parameter(example = "deadlift") @PathParam("exerciseId") String exerciseId,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @NotNull @Valid ContraindicationBody body) {
        PatientRef patient = patient(patientId);
        CatalogEntry entry =
                catalog.entries(patient.clinic(), Set.of(exerciseId)).get(exerciseId);
        if (entry == null || !entry.kind().plannable()) {
            throw Refusal.invalid(Flaw.ofParameter("exerciseId", "must be the id of something that a plan can hold"));
        }
        Author author =
                new Author(patient.clinic(), caller.actor(), clock.instant().truncatedTo(ChronoUnit.MILLIS));
        return OwnAnswers.of(
                contraindications.write(
                        author, patient, exerciseId, body.contraindication(), OwnAnswers.expected(ifMatch)),
                "/v1/patients/" + patient.patient() + "/contraindications/" + exerciseId,
                UNKNOWN,
                ContraindicationAnswer::of);
    }

    private PatientRef patient(String patientId) {
        PatientRef patient = caller.patient(patientId);
        if (!patients.isKnown(patient)) {
            throw Refusal.unknownPatient();
        }
        return patient;
    }
}
