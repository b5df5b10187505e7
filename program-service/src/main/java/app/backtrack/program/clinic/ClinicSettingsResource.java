package app.backtrack.program.clinic;

import app.backtrack.program.clinic.SettingsRegister.Result;
import app.backtrack.program.query.TimeParameter;
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
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Shows and changes the settings by which a clinic's patients are judged. */
@Path("/v1/clinic/settings")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Clinic", description = "What a clinic decides about itself.")
@SecurityRequirement(name = "token")
@RunOnVirtualThread
@SystemScope("clinic")
@Shows(Shown.NOBODY)
public class ClinicSettingsResource {
    private final SettingsRegister register;
    private final ClinicSettingsStore settings;
    private final Caller caller;
    private final Clock clock;

    ClinicSettingsResource(SettingsRegister register, ClinicSettingsStore settings, Caller caller, Clock clock) {
        this.register = register;
        this.settings = settings;
        this.caller = caller;
        this.clock = clock;
    }

    /** Shows the settings in force on a date. */
    @GET
    @RolesAllowed({Roles.CLINIC_SYSTEM, Roles.CLINIC_ADMIN, Roles.THERAPIST})
    @Operation(
            operationId = "getClinicSettings",
            summary = "Show the clinic's settings",
            description = "Each with what was shipped, and what is decided to follow.")
    @APIResponse(
            responseCode = "200",
            description = "The settings on the date.",
            headers = @Header(name = "ETag", schema = @Schema(implementation = String.class, examples = "\"0\"")),
            content = @Content(schema = @Schema(implementation = SettingsAnswer.class)))
    public Response get(
            @Parameter(
                            description = "A patient's local date; today in UTC if not given.",
                            schema = @Schema(implementation = LocalDate.class))
                    @QueryParam("on")
                    @Nullable
                    String on) {
        LocalDate date =
                on == null ? LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC) : TimeParameter.date("on", on);
        return answer(settings.find(caller.clinic()), date);
    }

    /** Shows who decided what about the settings, when and why. */
    @GET
    @Path("/history")
    @RolesAllowed({Roles.CLINIC_SYSTEM, Roles.CLINIC_ADMIN, Roles.THERAPIST})
    @Operation(
            operationId = "getClinicSettingsHistory",
            summary = "Show who decided what about the clinic's settings, when and why")
    @APIResponse(
            responseCode = "200",
            description = "Every decision, the first one first.",
            content = @Content(schema = @Schema(implementation = SettingsHistoryAnswer.class)))
    public SettingsHistoryAnswer history() {
        return SettingsHistoryAnswer.of(settings.find(caller.clinic()));
    }

    /** Has the clinic work by other settings. */
    @PUT
    @RolesAllowed(Roles.CLINIC_ADMIN)
    @Operation(
            operationId = "changeClinicSettings",
            summary = "Change the clinic's settings",
            description =
                    "Sends all of them; what is left out is as shipped. Of all versions whose date has come, the one "
                            + "decided last is in force, so a change that is still to come is called off by another one.")
    @APIResponse(
            responseCode = "200",
            description = "The settings as of the date from which they hold.",
            headers = @Header(name = "ETag", schema = @Schema(implementation = String.class, examples = "\"1\"")),
            content = @Content(schema = @Schema(implementation = SettingsAnswer.class)))
    @APIResponse(responseCode = "409", description = "`too-many-versions`: the clinic has changed them 500 times.")
    public Response put(
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch, @NotNull @Valid SettingsRequest body) {
        Map<String, String> flaws = body.flaws();
        if (!flaws.isEmpty()) {
            throw Refusal.invalid(flaws);
        }
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        SettingsCommand command = new SettingsCommand(body.settings(), body.effectiveFrom(), body.reason(), now);
        LocalDate shown = body.effectiveFrom() == null ? SettingsDecider.earliest(now) : body.effectiveFrom();
        return switch (register.change(caller.clinic(), caller.actor(), ETags.requiredVersion(ifMatch), command)) {
            case Result.Done done -> answer(done.file(), shown);
            case Result.Stale stale -> throw ETags.stale(stale.current());
            case Result.DateOutOfRange range ->
                throw Refusal.invalid(
                        Flaw.at("/effectiveFrom", "must be from " + range.earliest() + " to " + range.latest()));
            case Result.TooManyVersions full ->
                throw Refusal.conflict(
                        "too-many-versions",
                        "The clinic has changed its settings as often as it may",
                        "The limit is " + SettingsDecider.MAX_VERSIONS + ".");
        };
    }

    private static Response answer(SettingsFile file, LocalDate on) {
        return Response.ok(SettingsAnswer.of(file, on))
                .header(HttpHeaders.ETAG, ETags.of(file.version()))
                .build();
    }
}
