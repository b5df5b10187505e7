package app.backtrack.program.erasure;

import app.backtrack.events.ErasureEvent.PatientDataErased;
import app.backtrack.events.EventEnvelope;
import app.backtrack.events.Topic;
import app.backtrack.program.erasure.ErasureReportStore.Report;
import app.backtrack.runtime.log.BatchHandler;
import app.backtrack.runtime.log.LogClients;
import app.backtrack.runtime.log.Outcome;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Set;

/** Collects what the services report of erasures. */
@Singleton
class ErasureReportProjector implements BatchHandler {
    private final LogClients log;
    private final ErasureReportStore reports;

    ErasureReportProjector(LogClients log, ErasureReportStore reports) {
        this.log = log;
        this.reports = reports;
    }

    void start(@Observes StartupEvent event) {
        log.startLoop("program-service-erasures", Set.of(Topic.ERASURE_EVENTS), this);
    }

    @Override
    public List<Outcome> handle(List<EventEnvelope<?>> events) {
        return events.stream().map(this::take).toList();
    }

    private Outcome take(EventEnvelope<?> event) {
        if (!(event.data() instanceof PatientDataErased erased)) {
            return Outcome.IGNORED;
        }
        reports.add(event.subject(), new Report(event.recordedAt(), erased));
        return Outcome.APPLIED;
    }
}
