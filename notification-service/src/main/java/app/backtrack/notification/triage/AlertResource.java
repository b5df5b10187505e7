package app.backtrack.notification.triage;

import app.backtrack.events.PatientRef;
import app.backtrack.notification.ClinicianId;
import app.backtrack.notification.Reader;
import app.backtrack.notification.alert.Alert;
import app.backtrack.notification.alert.AlertCommand;
import app.backtrack.notification.alert.AlertDesk;
import app.backtrack.notification.alert.AlertFilter;
import app.backtrack.notification.alert.AlertId;
import app.backtrack.notification.alert.AlertStore;
import app.backtrack.runtime.access.AccessNotes;
import app.backtrack.runtime.access.Shown;
import app.backtrack.runtime.access.Shows;
import app.backtrack.runtime.http.Caller;
import app.backtrack.runtime.http.ETags;
import app.backtrack.runtime.http.Refusal;
import app.backtrack.runtime.http.Roles;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Lets clinicians see their clinic's alerts, and decide about them. */
@Path("/v1/alerts")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Alerts", description = "What was found about a clinic's patients, and what clinicians made of it.")
@SecurityRequirement(name = "token")
@RunOnVirtualThread
@Shows(Shown.PATIENTS_NAMED)
public class AlertResource {
    private final AlertStore alerts;
    private final AlertDesk desk;
    private final Caller caller;
    private final AccessNotes notes;
    private final InstantSource clock;

    AlertResource(AlertStore alerts, AlertDesk desk, Caller caller, AccessNotes notes, InstantSource clock) {
        this.alerts = alerts;
        this.desk = desk;
        this.caller = caller;
        this.notes = notes;
        this.clock = clock;
    }

    /** Lists a clinic's alerts. */
    @GET
    @RolesAllowed({Roles.THERAPIST, Roles.CLINIC_ADMIN})
    @Operation(
            operationId = "listAlerts",
            summary = "List the clinic's alerts",
            description = "Newest first; `Link: <…>; rel=\"next\"` leads on.")
    @APIResponse(
            responseCode = "200",
            description = "One page.",
            headers = @Header(name = "Link", schema = @Schema(type = SchemaType.STRING)),
            content = @Content(schema = @Schema(implementation = AlertAnswer.Listing.class)))
    public Response list(@BeanParam AlertQuery query, @Context UriInfo uri) {
        AlertFilter filter = query.filter();
        Set<PatientRef> only = caller.onlyPatients().orElse(null);
        Instant now = clock.instant();
        List<Alert> found = alerts.page(Reader.of(caller).clinic(), filter, only, now);
        boolean more = found.size() > filter.limit();
        List<Alert> page = more ? found.subList(0, filter.limit()) : found;
        notes.shows(page.stream().map(Alert::patient).toList());
        Response.ResponseBuilder answer = Response.ok(new AlertAnswer.Listing(
                page.stream().map(alert -> AlertAnswer.of(alert, now)).toList()));
        if (more) {
            URI next = uri.getRequestUriBuilder()
                    .replaceQueryParam("cursor", AlertQuery.cursor(AlertFilter.position(page.getLast())))
                    .build();
            answer.link(next, "next");
        }
        return answer.build();
    }

    /** Shows one alert. */
    @GET
    @Path("/{id}")
    @RolesAllowed({Roles.THERAPIST, Roles.CLINIC_ADMIN})
    @Operation(
            operationId = "getAlert",
            summary = "Show one alert",
            description =
                    "With rule, version, numbers, the facts that it rests on, the state before, and who was told when and "
                            + "by which channel.")
    @APIResponse(
            responseCode = "200",
            description = "The alert.",
            headers = @Header(name = "ETag", schema = @Schema(implementation = String.class, examples = "\"3\"")),
            content = @Content(schema = @Schema(implementation = AlertAnswer.class)))
    @APIResponse(responseCode = "404", description = "`unknown-alert`.")
    public Response show(@PathParam("id") String id) {
        return answer(find(id));
    }

    /** Acknowledges an alert. */
    @POST
    @Path("/{id}/acknowledge")
    @RolesAllowed({Roles.THERAPIST, Roles.CLINIC_ADMIN})
    @Operation(
            operationId = "acknowledgeAlert",
            summary = "Acknowledge an alert",
            description = "Says that the caller takes care of it. The first time counts; ends a snooze.")
    @APIResponse(
            responseCode = "200",
            description = "The alert as it stands.",
            headers = @Header(name = "ETag", schema = @Schema(implementation = String.class, examples = "\"3\"")),
            content = @Content(schema = @Schema(implementation = AlertAnswer.class)))
    @APIResponse(responseCode = "404", description = "`unknown-alert`.")
    @APIResponse(responseCode = "409", description = "`alert-closed`.")
    @APIResponse(responseCode = "412", description = "`stale-version`: somebody decided something meanwhile.")
    @APIResponse(responseCode = "428", description = "`version-required`: If-Match is missing.")
    public Response acknowledge(
            @PathParam("id") String id, @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch) {
        return decide(id, ifMatch, new AlertCommand.Acknowledge());
    }

    /** Puts an alert off. */
    @POST
    @Path("/{id}/snooze")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Roles.THERAPIST, Roles.CLINIC_ADMIN})
    @Operation(
            operationId = "snoozeAlert",
            summary = "Put an alert off",
            description = "For 30 days at most; a critical alert cannot be put off.")
    @APIResponse(
            responseCode = "200",
            description = "The alert as it stands.",
            headers = @Header(name = "ETag", schema = @Schema(implementation = String.class, examples = "\"3\"")),
            content = @Content(schema = @Schema(implementation = AlertAnswer.class)))
    @APIResponse(responseCode = "404", description = "`unknown-alert`.")
    @APIResponse(responseCode = "409", description = "`alert-closed` or `too-urgent-to-snooze`.")
    @APIResponse(responseCode = "412", description = "`stale-version`: somebody decided something meanwhile.")
    @APIResponse(responseCode = "428", description = "`version-required`: If-Match is missing.")
    public Response snooze(
            @PathParam("id") String id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @NotNull @Valid SnoozeRequest body) {
        return decide(id, ifMatch, new AlertCommand.Snooze(body.until(), clock.instant()));
    }

    /** Hands an alert to somebody. */
    @POST
    @Path("/{id}/assign")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Roles.THERAPIST, Roles.CLINIC_ADMIN})
    @Operation(
            operationId = "assignAlert",
            summary = "Hand an alert to a clinician",
            description = "The last one counts. Whether the clinic has such a clinician is not checked.")
    @APIResponse(
            responseCode = "200",
            description = "The alert as it stands.",
            headers = @Header(name = "ETag", schema = @Schema(implementation = String.class, examples = "\"3\"")),
            content = @Content(schema = @Schema(implementation = AlertAnswer.class)))
    @APIResponse(responseCode = "404", description = "`unknown-alert`.")
    @APIResponse(responseCode = "409", description = "`alert-closed`.")
    @APIResponse(responseCode = "412", description = "`stale-version`: somebody decided something meanwhile.")
    @APIResponse(responseCode = "428", description = "`version-required`: If-Match is missing.")
    public Response assign(
            @PathParam("id") String id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @NotNull @Valid AssignRequest body) {
        return decide(id, ifMatch, new AlertCommand.Assign(new ClinicianId(body.clinician())));
    }

    /** Closes an alert. */
    @POST
    @Path("/{id}/close")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Roles.THERAPIST, Roles.CLINIC_ADMIN})
    @Operation(
            operationId = "closeAlert",
            summary = "Close an alert with what came of it",
            description = "The alert of a red flag closes the red-flag screen that it is about; only this does.")
    @APIResponse(
            responseCode = "200",
            description = "The alert as it stands.",
            headers = @Header(name = "ETag", schema = @Schema(implementation = String.class, examples = "\"3\"")),
            content = @Content(schema = @Schema(implementation = AlertAnswer.class)))
    @APIResponse(responseCode = "404", description = "`unknown-alert`.")
    @APIResponse(responseCode = "409", description = "`alert-closed`.")
    @APIResponse(responseCode = "412", description = "`stale-version`: somebody decided something meanwhile.")
    @APIResponse(responseCode = "428", description = "`version-required`: If-Match is missing.")
    public Response close(
            @PathParam("id") String id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @NotNull @Valid CloseRequest body) {
        return decide(id, ifMatch, new AlertCommand.Close(body.outcome(), body.note()));
    }

    private Response decide(String id, @Nullable String ifMatch, AlertCommand command) {
        Alert alert = find(id);
        int expected = ETags.requiredVersion(ifMatch);
        if (alert.version() != expected) {
            throw ETags.stale(alert.version());
        }
        return switch (desk.decide(command, alert, caller.actor())) {
            case AlertDesk.Answer.Done(Alert after) -> answer(after);
            case AlertDesk.Answer.Refused(var why) -> throw AlertRefusals.of(why);
        };
    }

    private Alert find(String id) {
        Reader reader = Reader.of(caller);
        return AlertId.find(id)
                .flatMap(known -> alerts.find(reader.clinic(), known))
                .filter(alert -> caller.reaches(alert.patient()))
                .orElseThrow(() -> Refusal.notFound("unknown-alert", "Unknown alert"));
    }

    private Response answer(Alert alert) {
        notes.shows(alert.patient());
        return Response.ok(AlertAnswer.with(alert, alerts.told(alert.patient().clinic(), alert.id()), clock.instant()))
                .header(HttpHeaders.ETAG, ETags.of(alert.version()))
                .build();
    }
}
