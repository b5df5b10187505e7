package app.backtrack.notification.delivery;

import app.backtrack.events.NotificationChannel;
import app.backtrack.notification.Rounds;
import io.quarkus.arc.All;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Works deliveries off, each channel on a thread of its own, so that a slow server holds up neither the log nor another
 * channel: at once when told that there are new ones, and by a sweep for those that wait for their time or for another
 * attempt, or whose sender died. One thread is bound enough, for a mail server wants few connections; further instances
 * of this service share the work.
 */
@Singleton
public class DeliveryLoop {
    private final Map<NotificationChannel, Rounds> lanes;
    private final OwnThreads ownThreads = new OwnThreads();

    DeliveryLoop(DeliveryRound round, @All List<Transport> transports, DeliveryConfig config) {
        this.lanes = transports.stream()
                .collect(Collectors.toMap(
                        Transport::channel,
                        transport -> new Rounds(
                                "deliver-" + transport.channel().wireName(),
                                config.sweep(),
                                round::prepare,
                                () -> round.run(transport, ownThreads))));
    }

    void start(@Observes StartupEvent event) {
        lanes.values().forEach(Rounds::start);
    }

    /** Says that there is something new to send by a channel. */
    void wake(NotificationChannel channel) {
        Rounds lane = lanes.get(channel);
        if (lane != null) {
            lane.wake();
        }
    }

    void stop(@Observes ShutdownEvent event) {
        lanes.values().forEach(Rounds::close);
        ownThreads.close();
    }
}
