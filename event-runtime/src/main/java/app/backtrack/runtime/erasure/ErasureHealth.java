package app.backtrack.runtime.erasure;

import jakarta.inject.Singleton;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Tells an operator whether the register of erasures was applied since the start; nothing is served before. */
@Readiness
@Singleton
final class ErasureHealth implements HealthCheck {
    private final ErasedPatients erased;

    ErasureHealth(ErasedPatients erased) {
        this.erased = erased;
    }

    @Override
    public HealthCheckResponse call() {
        var response = HealthCheckResponse.named("erasures").status(erased.applied());
        if (!erased.applied()) {
            response.withData("why", "the erasure register, the key store or the document store was not reached yet");
        }
        return response.build();
    }
}
