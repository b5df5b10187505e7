package app.backtrack.notification.delivery;

import app.backtrack.events.ClinicId;
import app.backtrack.notification.NoticeKind;
import app.backtrack.notification.Recipient;
import app.backtrack.notification.brand.Brand;
import app.backtrack.notification.text.Words;
import java.net.URI;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A message, ready to be handed to a channel.
 *
 * @param clinic the tenant
 * @param recipient who is told
 * @param kind the most urgent of what it is about
 * @param messageId names it to the channel, the same when it is sent again
 * @param words what it says
 * @param brand how the clinic shows itself
 * @param stop where a click ends such mails; null where they cannot be ended
 * @param expiresAt from then on it is no news any more, UTC
 */
public record Message(
        ClinicId clinic,
        Recipient recipient,
        NoticeKind kind,
        String messageId,
        Words words,
        Brand brand,
        @Nullable URI stop,
        Instant expiresAt) {

    @Override
    public String toString() {
        return "Message[" + messageId + "]";
    }
}
