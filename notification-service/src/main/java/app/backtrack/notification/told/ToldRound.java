package app.backtrack.notification.told;

import app.backtrack.events.Sealing.PatientErased;
import app.backtrack.notification.delivery.Delivery;
import app.backtrack.notification.delivery.DeliveryStore;
import app.backtrack.runtime.fault.CrashPoint;
import app.backtrack.runtime.log.EventPublisher;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/**
 * Goes once through the deliveries whose end the log does not have yet: publishes, waits for the acknowledgement,
 * marks. A crash in between publishes the same event again under the same id.
 */
@Singleton
class ToldRound {
    private static final int SIZE = 100;

    private final DeliveryStore deliveries;
    private final EventPublisher publisher;

    ToldRound(DeliveryStore deliveries, EventPublisher publisher) {
        this.deliveries = deliveries;
        this.publisher = publisher;
    }

    /**
     * Publishes what is there now.
     *
     * @return whether there may be more of it already
     * @throws CompletionException if the log or the keys are away
     */
    boolean run() {
        List<Delivery> untold = deliveries.unannounced(SIZE);
        List<CompletableFuture<Void>> answers =
                untold.stream().map(this::publish).toList();
        for (int i = 0; i < untold.size(); i++) {
            await(answers.get(i));
            CrashPoint.TOLD.reached();
            deliveries.announced(untold.get(i).id());
        }
        return untold.size() == SIZE;
    }

    private CompletableFuture<Void> publish(Delivery delivery) {
        return ToldRules.event(delivery)
                .map(publisher::publish)
                .orElseGet(() -> CompletableFuture.completedFuture(null));
    }

    private static void await(CompletableFuture<Void> answer) {
        try {
            answer.join();
        } catch (CompletionException e) {
            // Of somebody who was erased nothing is written any more.
            if (!(e.getCause() instanceof PatientErased)) {
                throw e;
            }
        }
    }
}
