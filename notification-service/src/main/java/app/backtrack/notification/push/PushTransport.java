package app.backtrack.notification.push;

import app.backtrack.events.ClinicId;
import app.backtrack.events.NotificationChannel;
import app.backtrack.notification.ClinicianId;
import app.backtrack.notification.Recipient;
import app.backtrack.notification.delivery.Message;
import app.backtrack.notification.delivery.SendResult;
import app.backtrack.notification.delivery.Transport;
import app.backtrack.notification.push.PushMessage.Urgency;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.SortedSet;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Reaches people in all of their browsers at once; in one of them is enough to have told them. */
@Singleton
class PushTransport implements Transport {
    private final SubscriptionStore subscriptions;
    private final PushSender sender;
    private final InstantSource clock;

    PushTransport(SubscriptionStore subscriptions, PushSender sender, InstantSource clock) {
        this.subscriptions = subscriptions;
        this.sender = sender;
        this.clock = clock;
    }

    @Override
    public NotificationChannel channel() {
        return NotificationChannel.WEB_PUSH;
    }

    /** Each browser's push service is another one, and none may slow the others. */
    @Override
    public boolean oneServer() {
        return false;
    }

    @Override
    public String messageId(String fingerprint) {
        return fingerprint;
    }

    @Override
    public boolean reaches(ClinicId clinic, Recipient recipient) {
        return sender.on() && !subscriptions.list(clinic, recipient).isEmpty();
    }

    @Override
    public SortedSet<ClinicianId> clinicians(ClinicId clinic) {
        return subscriptions.clinicians(clinic);
    }

    @Override
    public Connection connect() {
        return new Browsers();
    }

    private PushMessage pushed(Message message) {
        Duration left = Duration.between(clock.instant(), message.expiresAt());
        return new PushMessage(
                message.messageId(),
                message.kind().wireName(),
                message.words().link().toString(),
                left,
                message.kind().passesEverything() ? Urgency.HIGH : Urgency.NORMAL);
    }

    /** The way to all browsers of whoever is told. */
    private final class Browsers implements Connection {

        @Override
        public SendResult send(Message message) {
            List<Subscription> browsers =
                    sender.on() ? subscriptions.list(message.clinic(), message.recipient()) : List.of();
            PushMessage pushed = pushed(message);
            try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
                List<Future<PushResult>> answers = browsers.stream()
                        .map(browser -> threads.submit(() -> told(browser, pushed)))
                        .toList();
                return PushOutcomeRules.of(
                        answers.stream().map(PushTransport::answer).toList());
            }
        }

        private PushResult told(Subscription browser, PushMessage pushed) {
            PushResult result = sender.send(browser, pushed);
            if (result instanceof PushResult.Gone) {
                subscriptions.gone(browser);
            }
            return result;
        }

        @Override
        public void close() {}
    }

    private static PushResult answer(Future<PushResult> answer) {
        // One that broke off leaves its end unknown.
        try {
            return answer.get();
        } catch (ExecutionException e) {
            return new PushResult.Unknown();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new PushResult.Unknown();
        }
    }
}
