package app.backtrack.notification.reminder;

import app.backtrack.events.PatientRef;
import app.backtrack.runtime.access.Shown;
import app.backtrack.runtime.access.Shows;
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
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Lets patients say when they want to be reminded of what. */
@Path("/v1/reminders")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Reminders", description = "When patients are reminded of what is due.")
@SecurityRequirement(name = "token")
@RunOnVirtualThread
@Shows(Shown.NOBODY)
public class ReminderResource {
    private final ReminderStore reminders;
    private final ReminderRound round;
    private final Caller caller;
    private final InstantSource clock;

    ReminderResource(ReminderStore reminders, ReminderRound round, Caller caller, InstantSource clock) {
        this.reminders = reminders;
        this.round = round;
        this.caller = caller;
        this.clock = clock;
    }

    /** Shows when the caller wants to be reminded. */
    @GET
    @RolesAllowed(Roles.PATIENT)
    @Operation(
            operationId = "getReminders",
            summary = "Show when the caller wants to be reminded",
            description = "What they said, or what is shipped: sensible hours, and off. With what comes of it within "
                    + "the next two days: nothing on days with nothing due, and nothing while no program is under way.")
    @APIResponse(
            responseCode = "200",
            description = "The times, and the next reminders.",
            headers = @Header(name = "ETag", schema = @Schema(implementation = String.class, examples = "\"0\"")),
            content = @Content(schema = @Schema(implementation = ReminderAnswer.class)))
    public Response get() {
        return answer(caller.ownPatient());
    }

    /** Changes when the caller wants to be reminded. */
    @PUT
    @RolesAllowed(Roles.PATIENT)
    @Operation(
            operationId = "changeReminders",
            summary = "Change when the caller wants to be reminded",
            description = "Sends all of it; of what is left out the caller is never reminded. It holds at once. Each "
                    + "due thing is reminded of once, also when times are changed in between. By which channels follows "
                    + "from the caller's preferences.")
    @APIResponse(
            responseCode = "200",
            description = "The times as they are now, and the next reminders.",
            headers = @Header(name = "ETag", schema = @Schema(implementation = String.class, examples = "\"1\"")),
            content = @Content(schema = @Schema(implementation = ReminderAnswer.class)))
    public Response put(
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch, @NotNull @Valid ReminderContent body) {
        PatientRef patient = caller.ownPatient();
        int version = ETags.requiredVersion(ifMatch);
        if (body.endsBeforeItBegins()) {
            throw Refusal.invalid(Flaw.at("/posture/until", "must not be before from"));
        }
        reminders.prepare();
        if (!reminders.put(patient, body.times(), version)) {
            throw ETags.stale(
                    reminders.find(patient).map(ReminderCase::timesVersion).orElse(0));
        }
        return answer(patient);
    }

    private Response answer(PatientRef patient) {
        Optional<ReminderCase> known = reminders.find(patient);
        ReminderTimes times = known.map(ReminderCase::times).orElse(ReminderTimes.SHIPPED);
        return Response.ok(new ReminderAnswer(
                        ReminderContent.of(times), known.map(this::next).orElse(List.of())))
                .header(
                        HttpHeaders.ETAG,
                        ETags.of(known.map(ReminderCase::timesVersion).orElse(0)))
                .build();
    }

    private List<ReminderAnswer.Next> next(ReminderCase known) {
        Instant now = clock.instant();
        return round.home(known, now).stream()
                .flatMap(home -> round.plan(known, home, now).stream())
                .filter(each -> each.at().isAfter(now))
                .map(each -> new ReminderAnswer.Next(each.kind(), each.at()))
                .toList();
    }
}
