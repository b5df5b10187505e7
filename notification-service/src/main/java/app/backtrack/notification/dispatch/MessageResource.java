package app.backtrack.notification.dispatch;

import app.backtrack.notification.webhook.Endpoint;
import app.backtrack.notification.webhook.EndpointId;
import app.backtrack.notification.webhook.EndpointStore;
import app.backtrack.runtime.access.Shown;
import app.backtrack.runtime.access.Shows;
import app.backtrack.runtime.access.SystemScope;
import app.backtrack.runtime.http.Caller;
import app.backtrack.runtime.http.Problem.Flaw;
import app.backtrack.runtime.http.Refusal;
import app.backtrack.runtime.http.Roles;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Shows a clinic what became of the messages to an endpoint, and sends them again. */
@Path("/v1/webhook-endpoints/{endpointId}/messages")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Webhooks")
@SecurityRequirement(name = "token")
@APIResponse(responseCode = "404", description = "`unknown-endpoint`, or `unknown-message`: there is none.")
@RunOnVirtualThread
@SystemScope("webhooks")
@Shows(Shown.NOBODY)
public class MessageResource {
    /** So many at once that the answer comes in time. */
    private static final int MAX_REPLAYED = 500;

    private final EndpointStore endpoints;
    private final HookMessageStore messages;
    private final HookPostbox postbox;
    private final Caller caller;
    private final InstantSource clock;

    MessageResource(
            EndpointStore endpoints,
            HookMessageStore messages,
            HookPostbox postbox,
            Caller caller,
            InstantSource clock) {
        this.endpoints = endpoints;
        this.messages = messages;
        this.postbox = postbox;
        this.caller = caller;
        this.clock = clock;
    }

    /** Lists the messages to an endpoint, newest first. */
    @GET
    @RolesAllowed({Roles.CLINIC_ADMIN, Roles.CLINIC_SYSTEM})
    @Operation(
            operationId = "listWebhookMessages",
            summary = "List the messages to an endpoint",
            description = "Newest first, 100 a page. `state=failed` lists the failures.")
    @APIResponse(
            responseCode = "200",
            description = "One page; `Link` leads to the next one where there is one.",
            headers = @Header(name = "Link", schema = @Schema(type = SchemaType.STRING)),
            content = @Content(schema = @Schema(implementation = MessageAnswer.Listing.class)))
    public Response list(
            @PathParam("endpointId") String endpointId,
            @Parameter(
                            description = "Only messages in this state.",
                            schema =
                                    @Schema(
                                            type = SchemaType.STRING,
                                            enumeration = {"waiting", "claimed", "sent", "failed", "expired", "dropped"
                                            }))
                    @QueryParam("state")
                    @Nullable
                    String state,
            @Parameter(description = "Only what was recorded then or later.", example = "2026-11-20T08:00:00Z")
                    @QueryParam("from")
                    @Nullable
                    String from,
            @Parameter(description = "Only what was recorded before.", example = "2026-11-21T08:00:00Z")
                    @QueryParam("to")
                    @Nullable
                    String to,
            @Parameter(description = "Where to go on, from a `Link` header.") @QueryParam("cursor") @Nullable
                    String cursor,
            @Context UriInfo uri) {
        Endpoint endpoint = find(endpointId);
        MessageQuery query = MessageQuery.of(state, from, to, cursor);
        List<HookMessage> found = messages.page(endpoint.id(), query);
        boolean more = found.size() > query.limit();
        List<HookMessage> page = more ? found.subList(0, query.limit()) : found;
        Response.ResponseBuilder answer = Response.ok(
                new MessageAnswer.Listing(page.stream().map(MessageAnswer::of).toList()));
        if (more) {
            answer.link(
                    uri.getRequestUriBuilder()
                            .replaceQueryParam("cursor", MessageQuery.cursor(page.getLast()))
                            .build(),
                    "next");
        }
        return answer.build();
    }

    /** Shows one message with its attempts. */
    @GET
    @Path("/{messageId}")
    @RolesAllowed({Roles.CLINIC_ADMIN, Roles.CLINIC_SYSTEM})
    @Operation(operationId = "getWebhookMessage", summary = "Show a message with its attempts")
    @APIResponse(
            responseCode = "200",
            description = "The message.",
            content = @Content(schema = @Schema(implementation = MessageAnswer.class)))
    public MessageAnswer show(@PathParam("endpointId") String endpointId, @PathParam("messageId") String messageId) {
        return MessageAnswer.of(find(find(endpointId), messageId));
    }

    /** Sends one message again. */
    @POST
    @Path("/{messageId}/replay")
    @RolesAllowed({Roles.CLINIC_ADMIN, Roles.CLINIC_SYSTEM})
    @Operation(
            operationId = "replayWebhookMessage",
            summary = "Send a message again",
            description =
                    "Under its old `webhook-id`, however old it is and whether or not it was taken; with all attempts "
                            + "from the start. One that is still being tried is left as it is.")
    @APIResponse(
            responseCode = "202",
            description = "The message as it stands.",
            content = @Content(schema = @Schema(implementation = MessageAnswer.class)))
    @APIResponse(responseCode = "409", description = "`endpoint-disabled`: enable it first.")
    public Response replay(@PathParam("endpointId") String endpointId, @PathParam("messageId") String messageId) {
        Endpoint endpoint = enabled(endpointId);
        HookMessage message = find(endpoint, messageId);
        if (message.progress().over()) {
            postbox.replay(List.of(message), now());
        }
        return Response.accepted(MessageAnswer.of(find(endpoint, messageId))).build();
    }

    /** Sends again what was not taken. */
    @POST
    @Path("/replay")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Roles.CLINIC_ADMIN, Roles.CLINIC_SYSTEM})
    @Operation(
            operationId = "replayWebhookMessages",
            summary = "Send again what was not taken",
            description = "What was recorded in the range and ended as failed, expired or dropped; the newest "
                    + MAX_REPLAYED + ". While the answer says that there are more, the same request again goes on.")
    @APIResponse(
            responseCode = "202",
            description = "How many are sent again.",
            content = @Content(schema = @Schema(implementation = MessageAnswer.Replayed.class)))
    @APIResponse(responseCode = "409", description = "`endpoint-disabled`: enable it first.")
    public Response replayRange(@PathParam("endpointId") String endpointId, @NotNull @Valid ReplayContent body) {
        Endpoint endpoint = enabled(endpointId);
        if (!body.from().isBefore(body.to())) {
            throw Refusal.invalid(Flaw.at("/to", "must be after from"));
        }
        List<HookMessage> found = messages.page(
                endpoint.id(), new MessageQuery(MessageQuery.UNDELIVERED, body.from(), body.to(), null, MAX_REPLAYED));
        boolean more = found.size() > MAX_REPLAYED;
        int replayed = postbox.replay(more ? found.subList(0, MAX_REPLAYED) : found, now());
        return Response.accepted(new MessageAnswer.Replayed(replayed, more)).build();
    }

    /** Sends a message about nothing. */
    @POST
    @Path("/test")
    @RolesAllowed({Roles.CLINIC_ADMIN, Roles.CLINIC_SYSTEM})
    @Operation(
            operationId = "testWebhookEndpoint",
            summary = "Send a test message",
            description = "Of the type `webhook.test`. What became of it is shown under its id.")
    @APIResponse(
            responseCode = "202",
            description = "The message.",
            content = @Content(schema = @Schema(implementation = MessageAnswer.class)))
    @APIResponse(responseCode = "409", description = "`endpoint-disabled`: enable it first.")
    public Response test(@PathParam("endpointId") String endpointId) {
        HookMessage message =
                postbox.test(enabled(endpointId), UUID.randomUUID().toString(), now());
        return Response.accepted(MessageAnswer.of(message)).build();
    }

    private Endpoint enabled(String endpointId) {
        Endpoint endpoint = find(endpointId);
        if (endpoint.disabled() != null) {
            throw Refusal.conflict("endpoint-disabled", "The endpoint is disabled", "Enable it first.");
        }
        return endpoint;
    }

    private Endpoint find(String endpointId) {
        return EndpointId.find(caller.clinic(), endpointId)
                .flatMap(endpoints::find)
                .orElseThrow(() -> Refusal.notFound("unknown-endpoint", "Unknown webhook endpoint"));
    }

    private HookMessage find(Endpoint endpoint, String messageId) {
        return messages.find(endpoint.id(), messageId)
                .orElseThrow(() -> Refusal.notFound("unknown-message", "Unknown webhook message"));
    }

    /** As exact as the store keeps it. */
    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
