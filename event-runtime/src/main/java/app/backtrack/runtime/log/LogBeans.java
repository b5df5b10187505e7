package app.backtrack.runtime.log;

import app.backtrack.events.EventCodec;
import app.backtrack.events.Sealing;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Makes the codec, the publisher, what is known of the log, and the clock of a service. */
final class LogBeans {

    @Produces
    @Singleton
    EventCodec codec(Sealing sealing) {
        return new EventCodec(sealing);
    }

    @Produces
    @Singleton
    EventPublisher publisher(
            LogConfig config,
            EventCodec codec,
            @ConfigProperty(name = "backtrack.clock.offset", defaultValue = "PT0S") Duration offset,
            @ConfigProperty(name = "backtrack.local", defaultValue = "false") boolean local) {
        if (!config.sending() && !local) {
            throw new IllegalStateException("backtrack.log.sending=false loses events: it is for local mode only");
        }
        if (!offset.isZero() && !local) {
            throw new IllegalStateException("backtrack.clock.offset makes a clock wrong: it is for local mode only");
        }
        return new EventPublisher(config, codec, Clock.offset(Clock.systemUTC(), offset));
    }

    /** Belongs to the publisher, and ends with it. */
    @Produces
    @Singleton
    LogCondition condition(EventPublisher publisher) {
        return publisher.condition();
    }

    /** The one clock of the service; resources and rounds of work read it, and pass the reading on. */
    @Produces
    @Singleton
    Clock clock(LogCondition condition) {
        return condition.clock();
    }

    void close(@Disposes EventPublisher publisher) {
        publisher.close();
    }
}
