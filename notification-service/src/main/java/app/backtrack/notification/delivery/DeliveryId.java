package app.backtrack.notification.delivery;

import app.backtrack.events.ClinicId;
import app.backtrack.notification.ClinicianId;
import app.backtrack.notification.EntryId;
import app.backtrack.notification.Fingerprint;

/**
 * Names one mail: what is claimed before it is sent.
 *
 * @param clinic the tenant
 * @param entry the inbox entry that the mail points to, so one insight for one addressee
 * @param recipient who gets the mail
 */
public record DeliveryId(ClinicId clinic, EntryId entry, ClinicianId recipient) {

    /** The id of the delivery's document. */
    public String key() {
        return clinic + "/" + entry + "/" + recipient;
    }

    /** The {@code Message-ID} of the mail, the same however often it is sent. */
    public String messageId(String domain) {
        return "<" + Fingerprint.of(key()) + "@" + domain + ">";
    }
}
