package app.backtrack.notification.delivery;

import app.backtrack.events.ClinicId;
import app.backtrack.notification.Fingerprint;

/**
 * Names what one recipient is told of one thing by one channel: what is claimed before it is sent.
 *
 * @param clinic the tenant
 * @param about what it is about: an inbox entry's id, or for a reminder the {@link Fingerprint} of what is due
 * @param reach who is told, and how
 */
public record DeliveryId(ClinicId clinic, String about, Reach reach) {

    /** The id of the delivery's document. */
    public String key() {
        return clinic + "/" + about + "/" + reach.key();
    }

    /** Names its message to the channel, the same however often it is sent. */
    public String fingerprint() {
        return Fingerprint.of(key());
    }

    /** Reads what {@link #key()} wrote. */
    static DeliveryId of(String key) {
        String[] parts = key.split("/", 3);
        return new DeliveryId(new ClinicId(parts[0]), parts[1], Reach.of(parts[2]));
    }
}
