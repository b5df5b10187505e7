package app.backtrack.runtime.store;

import io.smallrye.health.api.AsyncHealthCheck;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Tells an operator whether the document store answers, within a second and without blocking the endpoint. */
@Readiness
@Singleton
final class StoreHealth implements AsyncHealthCheck {
    private final Documents documents;
    private final StoreConfig config;
    private final ExecutorService pings = Executors.newVirtualThreadPerTaskExecutor();

    StoreHealth(Documents documents, StoreConfig config) {
        this.documents = documents;
        this.config = config;
    }

    @Override
    public Uni<HealthCheckResponse> call() {
        return Uni.createFrom()
                .completionStage(() -> CompletableFuture.runAsync(documents::ping, pings))
                .map(pong -> HealthCheckResponse.up("store"))
                .ifNoItem()
                .after(config.healthDeadline())
                .fail()
                .onFailure()
                .recoverWithItem(failure -> HealthCheckResponse.named("store")
                        .down()
                        .withData("why", "no answer: " + failure.getClass().getSimpleName())
                        .build());
    }
}
