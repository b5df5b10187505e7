package app.backtrack.tracking.projection;

import app.backtrack.events.EventEnvelope;
import app.backtrack.events.FactEvent;
import app.backtrack.events.InsightEvent;
import app.backtrack.events.PatientRef;
import app.backtrack.events.Topic;
import app.backtrack.runtime.log.BatchHandler;
import app.backtrack.runtime.log.LogClients;
import app.backtrack.runtime.log.Outcome;
import app.backtrack.tracking.journal.JournalEntry;
import app.backtrack.tracking.journal.JournalStore;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Handles what patients report and clinicians decide: into the journal first, all patients of a batch at once, then
 * into each patient's progress.
 */
@Singleton
public class JournalProjector implements BatchHandler {
    /** One group over all topics that are keyed by patient, so that a patient's partitions lie together. */
    private static final String GROUP = "tracking-service";

    private static final Set<Topic> TOPICS = EnumSet.of(Topic.PROGRAM_EVENTS, Topic.SESSION_EVENTS, Topic.PAIN_EVENTS);

    private final LogClients log;
    private final JournalStore journals;
    private final ProgressProjector progress;
    private volatile boolean topicsReady;

    JournalProjector(LogClients log, JournalStore journals, ProgressProjector progress) {
        this.log = log;
        this.journals = journals;
        this.progress = progress;
    }

    void start(@Observes StartupEvent started) {
        log.startLoop(GROUP, TOPICS, this);
    }

    @Override
    public List<Outcome> handle(List<EventEnvelope<?>> events) {
        readyTopics();
        List<EventEnvelope<?>> ours = events.stream()
                .filter(event -> !(event.data() instanceof InsightEvent))
                .toList();
        journals.add(ours);
        byPatient(ours).forEach(progress::renew);
        return events.stream()
                .map(event -> event.data() instanceof InsightEvent ? Outcome.IGNORED : Outcome.APPLIED)
                .toList();
    }

    /** The loop makes the topics that it reads; insights go to one that it only writes. */
    private void readyTopics() {
        if (!topicsReady) {
            log.ensureTopics();
            topicsReady = true;
        }
    }

    private static Map<PatientRef, List<JournalEntry>> byPatient(List<EventEnvelope<?>> events) {
        Map<PatientRef, List<JournalEntry>> byPatient = new LinkedHashMap<>();
        for (EventEnvelope<?> event : events) {
            List<JournalEntry> entries = byPatient.computeIfAbsent(event.subject(), patient -> new ArrayList<>());
            if (event.data() instanceof FactEvent fact) {
                entries.add(new JournalEntry(fact, event.recordedAt(), event.actor()));
            }
        }
        return byPatient;
    }
}
