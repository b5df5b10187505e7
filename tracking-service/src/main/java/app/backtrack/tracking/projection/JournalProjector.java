package app.backtrack.tracking.projection;

import app.backtrack.events.EventEnvelope;
import app.backtrack.events.InsightEvent;
import app.backtrack.events.PatientRef;
import app.backtrack.events.Topic;
import app.backtrack.runtime.log.BatchHandler;
import app.backtrack.runtime.log.LogClients;
import app.backtrack.runtime.log.Outcome;
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
 * Handles what patients report and clinicians decide: into the journal first, then into the progress, all patients of a
 * batch at once.
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
        progress.renew(byPatient(ours));
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

    private static Map<PatientRef, Addition> byPatient(List<EventEnvelope<?>> events) {
        Map<PatientRef, List<EventEnvelope<?>>> byPatient = new LinkedHashMap<>();
        for (EventEnvelope<?> event : events) {
            byPatient
                    .computeIfAbsent(event.subject(), patient -> new ArrayList<>())
                    .add(event);
        }
        Map<PatientRef, Addition> additions = new LinkedHashMap<>();
        byPatient.forEach((patient, own) -> additions.put(patient, Addition.of(own)));
        return additions;
    }
}
