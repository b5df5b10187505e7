package app.backtrack.program.stream;

import app.backtrack.runtime.log.EventPublisher;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** Joins the relay to the log. */
@Singleton
final class RelaySetup {

    @Produces
    @Singleton
    Relay relay(EventPublisher publisher) {
        return new Relay(publisher::publish);
    }

    void close(@Disposes Relay relay) {
        relay.close();
    }
}
