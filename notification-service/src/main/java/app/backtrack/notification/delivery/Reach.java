package app.backtrack.notification.delivery;

import app.backtrack.events.NotificationChannel;
import app.backtrack.events.WireName;
import app.backtrack.notification.Recipient;

/**
 * Somebody by one channel.
 *
 * @param recipient who
 * @param channel how
 */
public record Reach(Recipient recipient, NotificationChannel channel) {

    /** The form in the store: the recipient alone for e-mail, else with the channel. */
    public String key() {
        return channel == NotificationChannel.EMAIL ? recipient.key() : recipient.key() + "/" + channel.wireName();
    }

    /** Reads what {@link #key()} wrote. */
    public static Reach of(String key) {
        int slash = key.indexOf('/');
        return slash < 0
                ? new Reach(Recipient.of(key), NotificationChannel.EMAIL)
                : new Reach(
                        Recipient.of(key.substring(0, slash)),
                        WireName.find(NotificationChannel.class, key.substring(slash + 1))
                                .orElseThrow());
    }
}
