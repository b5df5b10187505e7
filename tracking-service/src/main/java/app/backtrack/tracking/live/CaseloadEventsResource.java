package app.backtrack.tracking.live;

import static app.backtrack.runtime.http.Roles.CLINIC_ADMIN;
import static app.backtrack.runtime.http.Roles.CLINIC_SYSTEM;
import static app.backtrack.runtime.http.Roles.THERAPIST;

import app.backtrack.events.ClinicId;
import app.backtrack.events.Role;
import app.backtrack.runtime.access.AccessTrail;
import app.backtrack.runtime.access.AccessTrails;
import app.backtrack.runtime.access.Shown;
import app.backtrack.runtime.access.Shows;
import app.backtrack.runtime.access.SystemScope;
import app.backtrack.runtime.http.Caller;
import app.backtrack.runtime.http.Problem;
import app.backtrack.runtime.http.Problem.Flaw;
import app.backtrack.runtime.http.Refusal;
import io.smallrye.mutiny.Multi;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Streams which rows of a caseload have changed. */
@Path("/v1/caseload/events")
@Tag(name = "Caseload")
@SecurityRequirement(name = "token")
@SystemScope("progress")
@Shows(Shown.PATIENTS_STREAMED)
public class CaseloadEventsResource {
    private static final Pattern MILLISECONDS = Pattern.compile("[0-9]{1,15}");
    private static final Pattern THERAPIST_ID = Pattern.compile(".{1,200}");

    /** Who was away for longer loads the list anew; it is cheaper than telling all that changed. */
    private static final Duration LONGEST_ABSENCE = Duration.ofHours(1);

    /** Who reads slower than that is cut off, and told the rest when coming again. */
    private static final int BUFFER = 1000;

    private final CaseloadFeed feed;
    private final Caller caller;
    private final AccessTrails trails;
    private final Clock clock;

    CaseloadEventsResource(CaseloadFeed feed, Caller caller, AccessTrails trails, Clock clock) {
        this.feed = feed;
        this.caller = caller;
        this.trails = trails;
        this.clock = clock;
    }

    /** Opens a stream. */
    @GET
    @Produces(MediaType.SERVER_SENT_EVENTS)
    @RolesAllowed({THERAPIST, CLINIC_ADMIN, CLINIC_SYSTEM})
    @Operation(
            operationId = "followCaseload",
            summary = "Follow which rows change",
            description = "Server-sent events, within about two seconds: `changed` names a row that changed, `left` one"
                    + " that is no longer on the list, `reload` says that too much was missed. Open the stream first,"
                    + " then load the list: a change may be told more than once, and none is left out. A comment every"
                    + " 15 s keeps the stream alive. It ends after 15 minutes; come again with `Last-Event-ID`.")
    @APIResponse(
            responseCode = "200",
            description = "The stream",
            content =
                    @Content(
                            mediaType = MediaType.SERVER_SENT_EVENTS,
                            schema = @Schema(implementation = CaseloadChange.class)))
    @APIResponse(responseCode = "429", description = "`too-many-streams`: the caller has 4 open in this process.")
    public Multi<OutboundSseEvent> follow(
            @Parameter(
                            description = "A clinician's id, or `all` for the whole clinic; left out, a therapist's own"
                                    + " patients, and for others the whole clinic")
                    @QueryParam("therapist")
                    @Nullable
                    String therapist,
            @Parameter(description = "The id of the last event that was received", example = "1795199400000")
                    @HeaderParam("Last-Event-ID")
                    @Nullable
                    String lastEventId,
            @Context Sse sse) {
        ClinicId clinic = caller.clinic();
        String whose = whose(therapist);
        String name = clinic + "/" + caller.actor().wireForm();
        AccessTrail trail = trails.open();
        Instant now = clock.instant();
        Instant last = last(lastEventId, now);
        boolean missed = last.isBefore(now.minus(LONGEST_ABSENCE));
        if (feed.isFull(name)) {
            throw new Refusal(
                    Problem.of("too-many-streams", 429, "Too many streams", "Close one of those that are open."));
        }
        return Multi.createFrom()
                .emitter(
                        out -> {
                            Listener listener = new Listener(clinic, whose, missed ? now : last, now, trail, sse, out);
                            out.onTermination(() -> feed.remove(listener));
                            out.emit(
                                    missed
                                            ? sse.newEventBuilder()
                                                    .name("reload")
                                                    .data("{}")
                                                    .build()
                                            : sse.newEventBuilder()
                                                    .comment("open")
                                                    .build());
                            feed.add(listener, name);
                        },
                        BUFFER);
    }

    private @Nullable String whose(@Nullable String therapist) {
        Optional<String> only = caller.onlyPatientsOf();
        if (only.isPresent()) {
            return only.get();
        }
        if (therapist == null) {
            return caller.role() == Role.THERAPIST ? caller.actor().id() : null;
        }
        if (!THERAPIST_ID.matcher(therapist).matches()) {
            throw Refusal.invalid(Flaw.ofParameter("therapist", "must be an id or all"));
        }
        return therapist.equals("all") ? null : therapist;
    }

    private static Instant last(@Nullable String lastEventId, Instant now) {
        if (lastEventId == null) {
            return now;
        }
        if (!MILLISECONDS.matcher(lastEventId).matches()) {
            throw Refusal.invalid(Flaw.ofParameter("Last-Event-ID", "must be the id of an event of this stream"));
        }
        Instant last = Instant.ofEpochMilli(Long.parseLong(lastEventId));
        return last.isAfter(now) ? now : last;
    }
}
