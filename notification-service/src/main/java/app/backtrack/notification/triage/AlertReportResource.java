package app.backtrack.notification.triage;

import app.backtrack.notification.alert.AlertStore;
import app.backtrack.runtime.access.Shown;
import app.backtrack.runtime.access.Shows;
import app.backtrack.runtime.http.Caller;
import app.backtrack.runtime.http.Problem.Flaw;
import app.backtrack.runtime.http.Refusal;
import app.backtrack.runtime.http.Roles;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Shows a clinic which rules were worth their alerts. */
@Path("/v1/alert-report")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Alerts")
@SecurityRequirement(name = "token")
@RunOnVirtualThread
@Shows(Shown.NOBODY)
public class AlertReportResource {
    private static final Duration SHIPPED_SPAN = Duration.ofDays(90);

    private final AlertStore alerts;
    private final Caller caller;
    private final InstantSource clock;

    AlertReportResource(AlertStore alerts, Caller caller, InstantSource clock) {
        this.alerts = alerts;
        this.caller = caller;
        this.clock = clock;
    }

    /** Counts what became of the alerts of a span of time. */
    @GET
    @RolesAllowed({Roles.THERAPIST, Roles.CLINIC_ADMIN})
    @Operation(
            operationId = "getAlertReport",
            summary = "Count what became of alerts, by rule",
            description = "Precision is the share of closed alerts that led to something.")
    @APIResponse(
            responseCode = "200",
            description = "The report.",
            content = @Content(schema = @Schema(implementation = AlertReport.class)))
    public AlertReport report(
            @Parameter(description = "Alerts raised from here on; 90 days before `to` if not given.")
                    @QueryParam("from")
                    @Nullable
                    String from,
            @Parameter(description = "Alerts raised before; now if not given.") @QueryParam("to") @Nullable String to) {
        Instant end = instant("to", to, clock.instant());
        Instant start = instant("from", from, end.minus(SHIPPED_SPAN));
        if (!start.isBefore(end)) {
            throw Refusal.invalid(Flaw.ofParameter("from", "must lie before to"));
        }
        PrecisionProjection precision = new PrecisionProjection();
        alerts.each(caller.clinic(), start, end, precision::add);
        return new AlertReport(start, end, precision.rows());
    }

    private static Instant instant(String name, @Nullable String text, Instant otherwise) {
        try {
            return text == null ? otherwise : OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeException e) {
            throw Refusal.invalid(Flaw.ofParameter(name, "must be an instant such as 2026-11-20T08:00:00Z"));
        }
    }
}
