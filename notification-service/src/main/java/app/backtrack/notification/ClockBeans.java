package app.backtrack.notification;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.InstantSource;

/** Hands out the clock, so that tests can hand out another. */
@Singleton
class ClockBeans {

    @Produces
    @Singleton
    InstantSource clock() {
        return Clock.systemUTC();
    }
}
