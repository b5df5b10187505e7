package app.backtrack.notification.push;

import app.backtrack.events.ClinicId;
import app.backtrack.events.Role;
import app.backtrack.notification.Reader;
import app.backtrack.notification.Recipient;
import app.backtrack.notification.outbound.OutboundClient;
import app.backtrack.notification.outbound.TargetRules;
import app.backtrack.runtime.access.Shown;
import app.backtrack.runtime.access.Shows;
import app.backtrack.runtime.http.Caller;
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
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.net.URI;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Lets patients and clinicians say in which of their browsers they want to be told. */
@Path("/v1/push-subscriptions")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Web push", description = "Browsers in which somebody is told, also while no page is open.")
@SecurityRequirement(name = "token")
@RunOnVirtualThread
@Shows(Shown.NOBODY)
public class SubscriptionResource {
    private static final int MAX_BROWSERS = 10;

    private final SubscriptionStore subscriptions;
    private final VapidKeys keys;
    private final OutboundClient client;
    private final Caller caller;
    private final InstantSource clock;

    SubscriptionResource(
            SubscriptionStore subscriptions,
            VapidKeys keys,
            OutboundClient client,
            Caller caller,
            InstantSource clock) {
        this.subscriptions = subscriptions;
        this.keys = keys;
        this.client = client;
        this.caller = caller;
        this.clock = clock;
    }

    /** Shows the key that a browser subscribes with. */
    @GET
    @Path("/key")
    @RolesAllowed({Roles.PATIENT, Roles.THERAPIST, Roles.CLINIC_ADMIN})
    @Operation(
            operationId = "getPushKey",
            summary = "Show the key to subscribe with",
            description = "Our public key (VAPID), for `applicationServerKey` of `pushManager.subscribe`.")
    @APIResponse(
            responseCode = "200",
            description = "The key.",
            content = @Content(schema = @Schema(implementation = SubscriptionAnswer.Key.class)))
    @APIResponse(responseCode = "404", description = "`web-push-off`: this deployment has no key, so no web push.")
    public SubscriptionAnswer.Key key() {
        return new SubscriptionAnswer.Key(vapid().publicKey());
    }

    /** Adds a browser. */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Roles.PATIENT, Roles.THERAPIST, Roles.CLINIC_ADMIN})
    @Operation(
            operationId = "addPushSubscription",
            summary = "Be told in this browser",
            description = "The body is what `JSON.stringify(subscription)` gives in the browser. The same subscription "
                    + "again changes nothing; of somebody else who uses the same browser, it is theirs no longer. "
                    + "What is sent there names a kind and an opaque id, and nothing clinical.")
    @APIResponse(
            responseCode = "200",
            description = "The browser as it is kept.",
            content = @Content(schema = @Schema(implementation = SubscriptionAnswer.class)))
    @APIResponse(responseCode = "404", description = "`web-push-off`: this deployment has no key, so no web push.")
    @APIResponse(
            responseCode = "409",
            description = "`too-many-browsers`: the caller has " + MAX_BROWSERS + " already.")
    public SubscriptionAnswer add(@NotNull @Valid SubscriptionContent body) {
        vapid();
        check(body);
        Subscription wanted = new Subscription(
                caller.clinic(),
                owner(),
                URI.create(body.endpoint()),
                body.keys().p256dh(),
                body.keys().auth(),
                clock.instant().truncatedTo(ChronoUnit.MILLIS));
        return SubscriptionAnswer.of(keep(wanted));
    }

    /** Lists the caller's browsers. */
    @GET
    @RolesAllowed({Roles.PATIENT, Roles.THERAPIST, Roles.CLINIC_ADMIN})
    @Operation(operationId = "listPushSubscriptions", summary = "List the caller's browsers")
    @APIResponse(
            responseCode = "200",
            description = "All of them.",
            content = @Content(schema = @Schema(implementation = SubscriptionAnswer.Listing.class)))
    public SubscriptionAnswer.Listing list() {
        return new SubscriptionAnswer.Listing(subscriptions.list(caller.clinic(), owner()).stream()
                .map(SubscriptionAnswer::of)
                .toList());
    }

    /** Removes one of the caller's browsers. */
    @DELETE
    @Path("/{subscriptionId}")
    @RolesAllowed({Roles.PATIENT, Roles.THERAPIST, Roles.CLINIC_ADMIN})
    @Operation(
            operationId = "removePushSubscription",
            summary = "Be told in this browser no more",
            description = "Again changes nothing. A push service that says that the browser is gone does the same.")
    @APIResponse(responseCode = "204", description = "The caller has no browser of this id now.")
    public void remove(@PathParam("subscriptionId") String subscriptionId) {
        subscriptions.remove(caller.clinic(), owner(), subscriptionId);
    }

    private Subscription keep(Subscription wanted) {
        ClinicId clinic = wanted.clinic();
        List<Subscription> own = subscriptions.list(clinic, wanted.owner());
        Optional<Subscription> known =
                own.stream().filter(each -> each.id().equals(wanted.id())).findFirst();
        if (known.isEmpty() && own.size() >= MAX_BROWSERS) {
            throw Refusal.conflict(
                    "too-many-browsers", "You are told in too many browsers", "Remove one that is not used any more.");
        }
        Subscription kept = known.map(each -> wanted.since(each.addedAt())).orElse(wanted);
        subscriptions.put(kept);
        return kept;
    }

    private void check(SubscriptionContent body) {
        TargetRules.flaw(body.endpoint(), client.loopbackAllowed()).ifPresent(flaw -> {
            throw Refusal.invalid(Flaw.at("/endpoint", flaw));
        });
        if (!Subscription.isPublicKey(body.keys().p256dh())) {
            throw Refusal.invalid(Flaw.at("/keys/p256dh", "must be a public key on P-256: 65 bytes as base64url"));
        }
        if (!Subscription.isAuth(body.keys().auth())) {
            throw Refusal.invalid(Flaw.at("/keys/auth", "must be 16 bytes as base64url"));
        }
        if (!client.leadsToThePublic(URI.create(body.endpoint()))) {
            throw Refusal.invalid(Flaw.at("/endpoint", "must lead to public addresses only"));
        }
    }

    private Recipient owner() {
        return caller.role() == Role.PATIENT
                ? new Recipient.Patient(caller.ownPatient().patient())
                : new Recipient.Clinician(Reader.of(caller).clinician());
    }

    private VapidKey vapid() {
        return keys.key().orElseThrow(() -> Refusal.notFound("web-push-off", "Web push is not set up here"));
    }
}
