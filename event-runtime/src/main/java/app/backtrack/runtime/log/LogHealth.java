package app.backtrack.runtime.log;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Tells an operator whether the log is read, takes events in, and our clock can be trusted; and if not, why. */
@Readiness
@Singleton
final class LogHealth implements HealthCheck {
    private final LogClients clients;
    private final LogCondition condition;

    LogHealth(LogClients clients, LogCondition condition) {
        this.clients = clients;
        this.condition = condition;
    }

    @Override
    public HealthCheckResponse call() {
        List<String> troubles = new ArrayList<>(clients.troubles());
        troubles.addAll(condition.troubles());
        var response = HealthCheckResponse.named("log").status(troubles.isEmpty());
        if (!troubles.isEmpty()) {
            response.withData("why", String.join("; ", troubles));
        }
        return response.build();
    }
}
