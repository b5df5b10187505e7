package app.backtrack.notification.delivery;

import app.backtrack.notification.contact.EmailAddress;
import app.backtrack.notification.contact.MailboxStore;
import app.backtrack.notification.delivery.MailPlanner.Step;
import app.backtrack.notification.delivery.MailTransport.MailConnection;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jboss.logging.Logger;

/** Goes once through the mails that are due: claims each, sends it, marks it. */
@Singleton
class DeliveryRound {
    /** So many that the first of them is not yet old when the last one's turn comes. */
    static final int SIZE = 50;

    private static final Logger LOG = Logger.getLogger(DeliveryRound.class);

    private final DeliveryStore deliveries;
    private final MailboxStore mailboxes;
    private final MailTexts texts;
    private final MailTransport transport;
    private final InstantSource clock;

    DeliveryRound(
            DeliveryStore deliveries,
            MailboxStore mailboxes,
            MailTexts texts,
            MailTransport transport,
            InstantSource clock) {
        this.deliveries = deliveries;
        this.mailboxes = mailboxes;
        this.texts = texts;
        this.transport = transport;
        this.clock = clock;
    }

    /**
     * Goes through the mails that are due now.
     *
     * @return whether there may be more of them already
     */
    boolean run() {
        Instant now = clock.instant();
        List<Delivery> due = deliveries.due(now, SIZE);
        List<Delivery> toSend = new ArrayList<>();
        for (Delivery delivery : due) {
            switch (MailPlanner.next(delivery, now)) {
                case Step.Wait() -> {}
                case Step.End(Progress end) -> mark(delivery, end);
                case Step.Send(Progress claim) -> toSend.add(delivery);
            }
        }
        boolean throughWithAll = toSend.isEmpty() || send(toSend);
        return !throughWithAll || due.size() == SIZE;
    }

    /** Sends one after the other; stops early where the connection cannot be trusted any more. */
    private boolean send(List<Delivery> toSend) {
        try (MailConnection connection = transport.connect()) {
            for (Delivery delivery : toSend) {
                if (!send(delivery, connection)) {
                    return false;
                }
            }
        } catch (MailServerAway e) {
            Throwable cause = e.getCause() == null ? e : e.getCause();
            LOG.warnf(
                    "Mail waits for the mail server, mails=%d, cause=%s",
                    toSend.size(), cause.getClass().getSimpleName());
            Instant now = clock.instant();
            toSend.forEach(delivery -> deliveries.move(delivery, MailPlanner.serverAway(delivery.progress(), now)));
        }
        return true;
    }

    private boolean send(Delivery delivery, MailConnection connection) {
        Optional<EmailAddress> address =
                mailboxes.find(delivery.id().clinic(), delivery.id().recipient());
        if (address.isEmpty()) {
            mark(delivery, delivery.progress().ended(DeliveryState.DROPPED, "no-mailbox", clock.instant()));
            return true;
        }
        // Judged again on a fresh reading of the clock: the mails before this one may have taken long.
        if (!(MailPlanner.next(delivery, clock.instant()) instanceof Step.Send(Progress claim))) {
            return true;
        }
        Optional<Delivery> claimed = deliveries.move(delivery, claim);
        if (claimed.isEmpty()) {
            return true; // somebody else has it
        }
        return offer(claimed.get(), address.get(), connection);
    }

    private boolean offer(Delivery claimed, EmailAddress address, MailConnection connection) {
        if (claimed.withdrawn()) {
            mark(claimed, claimed.progress().ended(DeliveryState.DROPPED, "withdrawn", clock.instant()));
            return true;
        }
        SendResult result = connection.send(texts.mail(claimed, address));
        mark(claimed, MailPlanner.after(claimed.progress(), result, clock.instant()));
        return switch (result) {
            case SendResult.Accepted accepted -> true;
            case SendResult.Refused refused -> true;
            // A server that is busy closes the connection after saying so (421).
            case SendResult.Deferred deferred -> false;
            case SendResult.Unknown unknown -> false;
        };
    }

    private void mark(Delivery delivery, Progress to) {
        if (deliveries.move(delivery, to).isEmpty()) {
            LOG.warnf(
                    "A mail moved on under its sender, entry=%s", delivery.id().entry());
        }
    }
}
