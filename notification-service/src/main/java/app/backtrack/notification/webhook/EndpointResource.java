package app.backtrack.notification.webhook;

import app.backtrack.notification.outbound.OutboundClient;
import app.backtrack.notification.outbound.TargetRules;
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
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Lets a clinic say where its own software wants to be called. */
@Path("/v1/webhook-endpoints")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Webhooks", description = "Calls to a clinic's own software (Standard Webhooks 1.0.0).")
@SecurityRequirement(name = "token")
@RunOnVirtualThread
@SystemScope("webhooks")
@Shows(Shown.NOBODY)
public class EndpointResource {
    private static final int MAX_ENDPOINTS = 20;

    private final EndpointStore endpoints;
    private final OutboundClient client;
    private final SecretMint secrets;
    private final Caller caller;
    private final InstantSource clock;

    EndpointResource(
            EndpointStore endpoints, OutboundClient client, SecretMint secrets, Caller caller, InstantSource clock) {
        this.endpoints = endpoints;
        this.client = client;
        this.secrets = secrets;
        this.caller = caller;
        this.clock = clock;
    }

    /** Adds an endpoint, or changes one. */
    @PUT
    @Path("/{endpointId}")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Roles.CLINIC_ADMIN, Roles.CLINIC_SYSTEM})
    @Operation(
            operationId = "putWebhookEndpoint",
            summary = "Add an endpoint, or change its address and types",
            description =
                    "The id is any UUID, made by the caller. The answer to the first request holds the signing secret, "
                            + "which is never shown again. A change needs `If-Match` and leaves the secret as it is. "
                            + "What was recorded before a type was asked for is not sent.")
    @APIResponse(
            responseCode = "200",
            description = "The endpoint as it is now.",
            headers = @Header(name = "ETag", schema = @Schema(implementation = String.class, examples = "\"2\"")),
            content = @Content(schema = @Schema(implementation = EndpointAnswer.class)))
    @APIResponse(
            responseCode = "201",
            description = "A new endpoint, with its secret.",
            headers = @Header(name = "ETag", schema = @Schema(implementation = String.class, examples = "\"1\"")),
            content = @Content(schema = @Schema(implementation = EndpointAnswer.WithSecret.class)))
    @APIResponse(
            responseCode = "409",
            description = "`too-many-endpoints`: the clinic has " + MAX_ENDPOINTS + " already.")
    public Response put(
            @PathParam("endpointId") String endpointId,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @NotNull @Valid EndpointContent body) {
        EndpointId id = EndpointId.find(caller.clinic(), endpointId)
                .orElseThrow(() -> Refusal.invalid(Flaw.ofParameter("endpointId", "must be a UUID")));
        URI url = target(body);
        return endpoints
                .find(id)
                .map(known -> change(known, ETags.requiredVersion(ifMatch), url, body.types()))
                .orElseGet(() -> create(id, url, body.types()));
    }

    /** Lists the clinic's endpoints. */
    @GET
    @RolesAllowed({Roles.CLINIC_ADMIN, Roles.CLINIC_SYSTEM})
    @Operation(
            operationId = "listWebhookEndpoints",
            summary = "List the endpoints",
            description = "With those that were disabled, and why. Secrets are not shown.")
    @APIResponse(
            responseCode = "200",
            description = "All endpoints of the clinic.",
            content = @Content(schema = @Schema(implementation = EndpointAnswer.Listing.class)))
    public EndpointAnswer.Listing list() {
        Instant now = clock.instant();
        return new EndpointAnswer.Listing(endpoints.list(caller.clinic()).stream()
                .map(endpoint -> EndpointAnswer.of(endpoint, now))
                .toList());
    }

    /** Shows one endpoint. */
    @GET
    @Path("/{endpointId}")
    @RolesAllowed({Roles.CLINIC_ADMIN, Roles.CLINIC_SYSTEM})
    @Operation(operationId = "getWebhookEndpoint", summary = "Show an endpoint")
    @APIResponse(
            responseCode = "200",
            description = "The endpoint.",
            headers = @Header(name = "ETag", schema = @Schema(implementation = String.class, examples = "\"1\"")),
            content = @Content(schema = @Schema(implementation = EndpointAnswer.class)))
    @APIResponse(responseCode = "404", description = "`unknown-endpoint`: there is none.")
    public Response show(@PathParam("endpointId") String endpointId) {
        return answer(find(endpointId));
    }

    /** Forgets an endpoint. */
    @DELETE
    @Path("/{endpointId}")
    @RolesAllowed({Roles.CLINIC_ADMIN, Roles.CLINIC_SYSTEM})
    @Operation(
            operationId = "deleteWebhookEndpoint",
            summary = "Forget an endpoint and its secrets",
            description = "Messages that wait for it are not sent. Again changes nothing.")
    @APIResponse(responseCode = "204", description = "There is none of this id now.")
    public void delete(@PathParam("endpointId") String endpointId) {
        EndpointId.find(caller.clinic(), endpointId).ifPresent(endpoints::delete);
    }

    /** Makes a new secret. */
    @POST
    @Path("/{endpointId}/secret")
    @RolesAllowed({Roles.CLINIC_ADMIN, Roles.CLINIC_SYSTEM})
    @Operation(
            operationId = "rotateWebhookSecret",
            summary = "Make a new signing secret",
            description = "Shown this once. For 24 hours messages carry two signatures, of the new and the old secret.")
    @APIResponse(
            responseCode = "200",
            description = "The new secret.",
            headers = @Header(name = "ETag", schema = @Schema(implementation = String.class, examples = "\"2\"")),
            content = @Content(schema = @Schema(implementation = EndpointAnswer.WithSecret.class)))
    @APIResponse(responseCode = "404", description = "`unknown-endpoint`: there is none.")
    public Response rotate(
            @PathParam("endpointId") String endpointId, @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch) {
        Endpoint known = find(endpointId);
        Endpoint rotated = save(known, ETags.requiredVersion(ifMatch), known.rotated(secrets.next(), now()));
        return withSecret(Response.ok(), rotated);
    }

    /** Calls a disabled endpoint again. */
    @POST
    @Path("/{endpointId}/enable")
    @RolesAllowed({Roles.CLINIC_ADMIN, Roles.CLINIC_SYSTEM})
    @Operation(
            operationId = "enableWebhookEndpoint",
            summary = "Call a disabled endpoint again",
            description =
                    "From the next message on; what it missed is sent by a replay. For one that is enabled nothing "
                            + "changes.")
    @APIResponse(
            responseCode = "200",
            description = "The endpoint as it is now.",
            headers = @Header(name = "ETag", schema = @Schema(implementation = String.class, examples = "\"3\"")),
            content = @Content(schema = @Schema(implementation = EndpointAnswer.class)))
    @APIResponse(responseCode = "404", description = "`unknown-endpoint`: there is none.")
    public Response enable(@PathParam("endpointId") String endpointId) {
        Endpoint known = find(endpointId);
        return answer(known.disabled() == null ? known : save(known, known.version(), known.enabled()));
    }

    private Response create(EndpointId id, URI url, List<HookType> types) {
        if (endpoints.list(id.clinic()).size() >= MAX_ENDPOINTS) {
            throw Refusal.conflict(
                    "too-many-endpoints", "The clinic has too many endpoints", "Delete one that is not needed.");
        }
        Endpoint fresh =
                new Endpoint(id, url, Endpoint.since(types, now(), Map.of()), Secrets.first(secrets.next()), null, 1);
        if (!endpoints.create(fresh)) {
            throw ETags.stale(1); // somebody else was first with this id
        }
        return withSecret(Response.status(Response.Status.CREATED), fresh);
    }

    private Response change(Endpoint known, int wanted, URI url, List<HookType> types) {
        return answer(save(known, wanted, known.changed(url, types, now())));
    }

    private Endpoint save(Endpoint known, int wanted, Endpoint changed) {
        if (wanted != known.version() || !endpoints.change(known, changed)) {
            throw ETags.stale(endpoints.find(known.id()).map(Endpoint::version).orElse(known.version()));
        }
        return changed;
    }

    private URI target(EndpointContent body) {
        TargetRules.flaw(body.url(), client.loopbackAllowed()).ifPresent(flaw -> {
            throw Refusal.invalid(Flaw.at("/url", flaw));
        });
        if (body.types().contains(HookType.TEST)) {
            throw Refusal.invalid(Flaw.at("/types", "webhook.test goes to every endpoint and cannot be chosen"));
        }
        URI url = URI.create(body.url());
        if (!client.leadsToThePublic(url)) {
            throw Refusal.invalid(Flaw.at("/url", "must lead to public addresses only"));
        }
        return url;
    }

    private Endpoint find(String endpointId) {
        return EndpointId.find(caller.clinic(), endpointId)
                .flatMap(endpoints::find)
                .orElseThrow(() -> Refusal.notFound("unknown-endpoint", "Unknown webhook endpoint"));
    }

    private Response answer(Endpoint endpoint) {
        return Response.ok(EndpointAnswer.of(endpoint, clock.instant()))
                .header(HttpHeaders.ETAG, ETags.of(endpoint.version()))
                .build();
    }

    private Response withSecret(Response.ResponseBuilder answer, Endpoint endpoint) {
        String secret = endpoint.secrets().current().value();
        return answer.entity(new EndpointAnswer.WithSecret(EndpointAnswer.of(endpoint, clock.instant()), secret))
                .header(HttpHeaders.ETAG, ETags.of(endpoint.version()))
                .build();
    }

    /** As exact as the store keeps it. */
    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
