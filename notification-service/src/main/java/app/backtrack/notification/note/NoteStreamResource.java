package app.backtrack.notification.note;

import app.backtrack.notification.stream.Feed;
import app.backtrack.runtime.http.Caller;
import app.backtrack.runtime.http.Roles;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Multi;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
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

/** Tells a patient's open app that their notes changed, as server-sent events. */
@Path("/v1/patients/{patientId}/notes/events")
@Tag(name = "Notes")
@SecurityRequirement(name = "token")
@Blocking
public class NoteStreamResource {
    private final NoteFeed notes;
    private final Caller caller;
    private final SecurityIdentity identity;

    NoteStreamResource(NoteFeed notes, Caller caller, SecurityIdentity identity) {
        this.notes = notes;
        this.caller = caller;
        this.identity = identity;
    }

    /** Opens a stream. */
    @GET
    @Produces(MediaType.SERVER_SENT_EVENTS)
    @RolesAllowed(Roles.PATIENT)
    @Operation(
            operationId = "streamNotes",
            summary = "Be told when the notes change",
            description =
                    "Works as the stream of the inbox does: events `change`, `Last-Event-ID`, `reset`, and an end with "
                            + "the token, at the latest after 10 minutes.")
    @APIResponse(
            responseCode = "200",
            description = "The stream.",
            content =
                    @Content(
                            mediaType = MediaType.SERVER_SENT_EVENTS,
                            schema = @Schema(implementation = NoteFeed.Answer.class)))
    @APIResponse(responseCode = "404", description = "`unknown-patient`: another patient's notes.")
    @APIResponse(
            responseCode = "429",
            description = "`too-many-streams`: the caller has " + Feed.PER_CALLER + " open already.")
    public Multi<OutboundSseEvent> events(
            @PathParam("patientId") String patientId,
            @Parameter(description = "The `id` of the last event that was seen.")
                    @HeaderParam("Last-Event-ID")
                    @Nullable
                    String lastEventId,
            @Context Sse sse) {
        return notes.feed().open(caller.patient(patientId), lastEventId, identity, sse);
    }
}
