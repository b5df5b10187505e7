package app.backtrack.program.it;

import app.backtrack.events.ClinicEnvelope;
import app.backtrack.events.ClinicId;
import app.backtrack.runtime.log.LogClients;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** What the log has of clinics, as any other service would read it. */
@Singleton
public class ClinicLogBook {
    private final Map<String, CompletableFuture<ClinicEnvelope>> events = new ConcurrentHashMap<>();

    ClinicLogBook(LogClients log) {
        log.followClinics(event -> slot(event.clinic(), event.data().version()).complete(event));
    }

    /** A clinic's event, which may still be on its way for a few seconds. */
    public ClinicEnvelope event(ClinicId clinic, int version)
            throws InterruptedException, ExecutionException, TimeoutException {
        return slot(clinic, version).get(10, TimeUnit.SECONDS);
    }

    private CompletableFuture<ClinicEnvelope> slot(ClinicId clinic, int version) {
        return events.computeIfAbsent(clinic + "/" + version, unknown -> new CompletableFuture<>());
    }
}
