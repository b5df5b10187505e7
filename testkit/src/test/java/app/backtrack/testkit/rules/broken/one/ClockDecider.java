package app.backtrack.testkit.rules.broken.one;

import java.time.Instant;

final class ClockDecider {
    Instant decide() {
        return Instant.now();
    }
}
