package app.backtrack.runtime.log;

import app.backtrack.events.EventCodec;
import app.backtrack.events.Sealing;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Makes the codec and the publisher of a service. */
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
            @ConfigProperty(name = "backtrack.local", defaultValue = "false") boolean local) {
        if (!config.sending() && !local) {
            throw new IllegalStateException("backtrack.log.sending=false loses events: it is for local mode only");
        }
        return new EventPublisher(config, codec);
    }

    void close(@Disposes EventPublisher publisher) {
        publisher.close();
    }
}
