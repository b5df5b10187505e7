package app.backtrack.runtime.log;

import app.backtrack.events.EventCodec;
import app.backtrack.events.Sealing;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** Makes the codec and the publisher of a service. */
final class LogBeans {

    @Produces
    @Singleton
    EventCodec codec(Sealing sealing) {
        return new EventCodec(sealing);
    }

    @Produces
    @Singleton
    EventPublisher publisher(LogConfig config, EventCodec codec) {
        return new EventPublisher(config, codec);
    }

    void close(@Disposes EventPublisher publisher) {
        publisher.close();
    }
}
