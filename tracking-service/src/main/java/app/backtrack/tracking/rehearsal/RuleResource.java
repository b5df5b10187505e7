package app.backtrack.tracking.rehearsal;

import static app.backtrack.runtime.http.Roles.CLINIC_ADMIN;
import static app.backtrack.runtime.http.Roles.CLINIC_SYSTEM;
import static app.backtrack.runtime.http.Roles.THERAPIST;

import app.backtrack.runtime.access.Shown;
import app.backtrack.runtime.access.Shows;
import app.backtrack.runtime.access.SystemScope;
import app.backtrack.runtime.http.Caller;
import app.backtrack.tracking.settings.ClinicSettingsBook;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Says by which rules and numbers a clinic's patients are judged. */
@Path("/v1/insight-rules")
@Tag(name = "Insight rules")
@SecurityRequirement(name = "token")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@SystemScope("progress")
@Shows(Shown.NOBODY)
public class RuleResource {
    private final Caller caller;
    private final ClinicSettingsBook settings;
    private final Clock clock;

    RuleResource(Caller caller, ClinicSettingsBook settings, Clock clock) {
        this.caller = caller;
        this.settings = settings;
        this.clock = clock;
    }

    @GET
    @RolesAllowed({THERAPIST, CLINIC_ADMIN, CLINIC_SYSTEM})
    @Operation(
            operationId = "getInsightRules",
            summary = "Show the rules that raise insights",
            description =
                    "Each with its version, what it says, and the numbers in force for the clinic. Today is UTC's.")
    @APIResponse(
            responseCode = "200",
            description = "The rules in force",
            content = @Content(schema = @Schema(implementation = RulesAnswer.class)))
    public RulesAnswer rules() {
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        return RulesAnswer.of(settings.current(caller.clinic(), today), today);
    }
}
