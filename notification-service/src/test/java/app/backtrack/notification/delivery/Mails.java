package app.backtrack.notification.delivery;

import app.backtrack.events.ClinicId;
import app.backtrack.events.NotificationChannel;
import app.backtrack.events.PatientId;
import app.backtrack.events.PatientRef;
import app.backtrack.notification.ClinicianId;
import app.backtrack.notification.Fingerprint;
import app.backtrack.notification.NoticeKind;
import app.backtrack.notification.Recipient;
import app.backtrack.notification.brand.Brand;
import app.backtrack.notification.text.Words;
import java.net.URI;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Mails for tests. */
public final class Mails {
    /** Who gets them. */
    public static final Recipient THEA = new Recipient.Clinician(new ClinicianId("thea.harbour"));

    private static final ClinicId CLINIC = new ClinicId("harbour-physio");
    private static final PatientId PATIENT = PatientId.of("0190c0de-0000-7000-8000-000000000001");

    private Mails() {}

    static Delivery waiting(Instant raisedAt) {
        return waiting(CLINIC, raisedAt);
    }

    static Delivery waiting(ClinicId clinic, Instant raisedAt) {
        return waiting(clinic, "some entry", NoticeKind.RED_FLAG, raisedAt);
    }

    static Delivery waiting(ClinicId clinic, String about, NoticeKind kind, Instant raisedAt) {
        return waiting(
                clinic, about, Matter.alert(kind, new PatientRef(clinic, PATIENT), "trend/1/" + about), raisedAt);
    }

    static Delivery waiting(ClinicId clinic, String about, Matter matter, Instant raisedAt) {
        DeliveryId id = new DeliveryId(clinic, Fingerprint.of(about), new Reach(THEA, NotificationChannel.EMAIL));
        return new Delivery(
                id,
                matter,
                "<" + id.fingerprint() + "@backtrack.example>",
                raisedAt.plus(DeliveryPlanner.NEWS),
                false,
                Progress.start(raisedAt),
                0);
    }

    static Delivery with(Delivery delivery, Progress progress) {
        return new Delivery(
                delivery.id(),
                delivery.matter(),
                delivery.messageId(),
                delivery.expiresAt(),
                delivery.withdrawn(),
                progress,
                delivery.revision() + 1);
    }

    /** A message that can be ended by a click. */
    public static Message message(ClinicId clinic, Brand brand, @Nullable URI stop) {
        Words words = new Words("Something changed", URI.create("https://x.example"), "Sign in.", "<p>Sign in.</p>");
        return new Message(clinic, THEA, NoticeKind.ALERT, "<1@backtrack.example>", words, brand, stop, Instant.MAX);
    }
}
