package app.backtrack.runtime.log;

import jakarta.inject.Singleton;
import java.util.List;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Tells an operator whether the log is read, and if not, why. */
@Readiness
@Singleton
final class LogHealth implements HealthCheck {
    private final LogClients clients;

    LogHealth(LogClients clients) {
        this.clients = clients;
    }

    @Override
    public HealthCheckResponse call() {
        List<String> troubles = clients.troubles();
        var response = HealthCheckResponse.named("log").status(troubles.isEmpty());
        if (!troubles.isEmpty()) {
            response.withData("why", String.join("; ", troubles));
        }
        return response.build();
    }
}
