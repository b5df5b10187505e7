package app.backtrack.notification.delivery;

import app.backtrack.events.ClinicId;
import app.backtrack.notification.ClinicianId;
import app.backtrack.notification.EntryId;
import app.backtrack.notification.Fingerprint;
import app.backtrack.notification.contact.EmailAddress;
import java.time.Instant;

/** Mails for tests. */
final class Mails {
    private Mails() {}

    static Delivery waiting(Instant raisedAt) {
        return waiting(new ClinicId("harbour-physio"), raisedAt);
    }

    static Delivery waiting(ClinicId clinic, Instant raisedAt) {
        EntryId entry = new EntryId(Fingerprint.of("some entry"));
        DeliveryId id = new DeliveryId(clinic, entry, new ClinicianId("thea.harbour"));
        return new Delivery(
                id,
                id.messageId("backtrack.example"),
                raisedAt.plus(MailPlanner.NEWS),
                false,
                Progress.start(raisedAt),
                0);
    }

    static Delivery with(Delivery delivery, Progress progress) {
        return new Delivery(
                delivery.id(),
                delivery.messageId(),
                delivery.expiresAt(),
                delivery.withdrawn(),
                progress,
                delivery.revision() + 1);
    }

    static Mail mail() {
        return new Mail(
                "<1@backtrack.example>",
                new EmailAddress("thea@harbour-physio.example"),
                "Something changed",
                "Sign in.",
                "<p>Sign in.</p>");
    }
}
