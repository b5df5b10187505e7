package app.backtrack.notification.push;

import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A browser in which the caller is told, without its address and keys.
 *
 * @param id names it
 * @param pushService host of the push service, which says what kind of browser it is
 * @param addedAt since when, UTC
 */
@Schema(name = "PushSubscription")
record SubscriptionAnswer(
        @Schema(examples = "5f2c0b8f6f1d4d5c9a3b7e8f90a1b2c3")
        String id,

        @Schema(examples = "push.example") String pushService,
        Instant addedAt) {

    static SubscriptionAnswer of(Subscription subscription) {
        return new SubscriptionAnswer(subscription.id(), subscription.endpoint().getHost(), subscription.addedAt());
    }

    /**
     * All browsers of the caller.
     *
     * @param subscriptions the one added first in front
     */
    @Schema(name = "PushSubscriptions")
    record Listing(List<SubscriptionAnswer> subscriptions) {}

    /**
     * What a browser needs to subscribe.
     *
     * @param publicKey the {@code applicationServerKey}, base64url
     */
    @Schema(name = "PushKey")
    record Key(
            @Schema(
                    examples =
                            "BP4z9KsN6nGRTbVYI_c7VJSPQTBtkgcy27mlmlMoZIIgDll6e3vCYLocInmYWAmS6TlzAC8wEqKK6PBru3jl7A8")
            String publicKey) {}
}
