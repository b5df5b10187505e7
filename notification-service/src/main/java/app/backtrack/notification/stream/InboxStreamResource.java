package app.backtrack.notification.stream;

import app.backtrack.notification.Reader;
import app.backtrack.runtime.access.Shown;
import app.backtrack.runtime.access.Shows;
import app.backtrack.runtime.http.Caller;
import app.backtrack.runtime.http.Roles;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Multi;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Tells a clinician's open browser that the inbox changed, as server-sent events. */
@Path("/v1/inbox/events")
@Tag(name = "Inbox")
@SecurityRequirement(name = "token")
@Blocking
@Shows(Shown.NOBODY)
public class InboxStreamResource {
    private final InboxFeed feed;
    private final Caller caller;
    private final SecurityIdentity identity;

    InboxStreamResource(InboxFeed feed, Caller caller, SecurityIdentity identity) {
        this.feed = feed;
        this.caller = caller;
        this.identity = identity;
    }

    /** Opens a stream. */
    @GET
    @Produces(MediaType.SERVER_SENT_EVENTS)
    @RolesAllowed({Roles.THERAPIST, Roles.CLINIC_ADMIN})
    @Operation(
            operationId = "streamInbox",
            summary = "Be told when the inbox changes",
            description =
                    "Events `change` name an entry that the caller sees and what happened to it last; one may come "
                            + "twice. `Last-Event-ID` goes on where an earlier stream ended, within 30 minutes; else an "
                            + "event `reset` says to read the inbox anew. Comments keep the connection open. A stream "
                            + "ends with the token, at the latest after 10 minutes: come again.")
    @APIResponse(
            responseCode = "200",
            description = "The stream.",
            content =
                    @Content(
                            mediaType = MediaType.SERVER_SENT_EVENTS,
                            schema = @Schema(implementation = ChangeAnswer.class)))
    @APIResponse(
            responseCode = "429",
            description = "`too-many-streams`: the caller has " + Feed.PER_CALLER + " open already.")
    public Multi<OutboundSseEvent> events(
            @Parameter(description = "The `id` of the last event that was seen.")
                    @HeaderParam("Last-Event-ID")
                    @Nullable
                    String lastEventId,
            @Context Sse sse) {
        return feed.feed().open(Reader.of(caller), lastEventId, identity, sse);
    }
}
