package app.backtrack.notification.delivery;

import jakarta.inject.Singleton;
import java.time.Instant;

/** Takes in mails to be sent. A mail is posted once, however often that is asked for. */
@Singleton
public class Postbox {
    private final DeliveryStore deliveries;
    private final DeliveryLoop loop;
    private final String domain;

    Postbox(DeliveryStore deliveries, DeliveryLoop loop, MailConfig config) {
        this.deliveries = deliveries;
        this.loop = loop;
        this.domain = config.from().substring(config.from().lastIndexOf('@') + 1);
    }

    /**
     * Takes in a mail; it is sent soon, by another thread.
     *
     * @param raisedAt when the insight was recorded, from which it counts as news for {@link MailPlanner#NEWS}
     */
    public void post(DeliveryId id, Instant raisedAt) {
        Delivery planned = new Delivery(
                id, id.messageId(domain), raisedAt.plus(MailPlanner.NEWS), false, Progress.start(raisedAt), 0);
        if (deliveries.open(planned)) {
            loop.wake();
        }
    }

    /** Says that a mail is not needed any more; too late for one that is under way. */
    public void withdraw(DeliveryId id) {
        deliveries.withdraw(id);
    }
}
