package app.backtrack.tracking.projection;

import app.backtrack.events.AccessEvent;
import app.backtrack.events.AlertEvent;
import app.backtrack.events.AlertEvent.AlertAcknowledged;
import app.backtrack.events.AlertEvent.AlertAssigned;
import app.backtrack.events.AlertEvent.AlertClosed;
import app.backtrack.events.AlertEvent.AlertSnoozed;
import app.backtrack.events.AlertEvent.NotificationFailed;
import app.backtrack.events.AlertEvent.NotificationSent;
import app.backtrack.events.AlertEvent.RedFlagClosed;
import app.backtrack.events.ErasureEvent;
import app.backtrack.events.EventEnvelope;
import app.backtrack.events.FactEvent;
import app.backtrack.events.InsightEvent;
import app.backtrack.events.PatientEvent;
import app.backtrack.events.PatientEvent.PatientErased;
import app.backtrack.events.PatientRef;
import app.backtrack.events.ProgramEvent;
import app.backtrack.events.Topic;
import app.backtrack.runtime.erasure.ErasedPatients;
import app.backtrack.runtime.fault.CrashPoint;
import app.backtrack.runtime.log.BatchHandler;
import app.backtrack.runtime.log.LogClients;
import app.backtrack.runtime.log.Outages;
import app.backtrack.runtime.log.Outcome;
import app.backtrack.runtime.register.Erasure;
import app.backtrack.tracking.generation.CurrentGenerations;
import app.backtrack.tracking.insight.InsightLedgerStore;
import app.backtrack.tracking.journal.JournalStore;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import org.jboss.logging.Logger;

/**
 * Handles what patients report and clinicians decide: into the journal first, then into the progress. The patients of a
 * batch are taken in slices, each in as few round trips as if it were one patient.
 */
@Singleton
public class JournalProjector implements BatchHandler {
    /** One group over all topics that are keyed by patient, so that a patient's partitions lie together. */
    public static final String GROUP = "tracking-service";

    /** What a journal is made of. */
    public static final Set<Topic> TOPICS =
            Set.of(Topic.PROGRAM_EVENTS, Topic.SESSION_EVENTS, Topic.PAIN_EVENTS, Topic.ALERT_EVENTS);

    /** Small enough that a batch has several: while one waits for the store, another is folded. */
    private static final int PATIENTS_PER_SLICE = 50;

    private static final Logger LOG = Logger.getLogger(JournalProjector.class);

    private final Waiting waiting = new Waiting(System::nanoTime);
    private final ExecutorService slices = Executors.newVirtualThreadPerTaskExecutor();
    private final LogClients log;
    private final JournalStore journals;
    private final InsightLedgerStore ledgers;
    private final ProgressProjector progress;
    private final CurrentGenerations generations;
    private final ErasedPatients erased;
    private volatile boolean topicsReady;

    JournalProjector(
            LogClients log,
            JournalStore journals,
            InsightLedgerStore ledgers,
            ProgressProjector progress,
            CurrentGenerations generations,
            ErasedPatients erased) {
        this.generations = generations;
        this.erased = erased;
        this.log = log;
        this.journals = journals;
        this.ledgers = ledgers;
        this.progress = progress;
    }

    void start(@Observes StartupEvent started) {
        log.startLoop(GROUP, TOPICS, this);
    }

    @Override
    public List<Outcome> handle(List<EventEnvelope<?>> events) {
        return handle(events, false);
    }

    @Override
    public List<Outcome> handle(List<EventEnvelope<?>> events, boolean behind) {
        readyTopics();
        generations.refresh();
        List<List<EventEnvelope<?>>> patients = byPatient(events);
        if (behind) {
            waiting.add(patients.stream().map(own -> own.getFirst().subject()).toList());
        }
        inSlices(patients, slice -> handleTogether(slice, behind));
        judge(behind ? waiting.overdue() : waiting.all());
        events.forEach(this::heedErasure);
        return events.stream()
                .map(event -> belongsToJournal(event) || event.data() instanceof PatientErased
                        ? Outcome.APPLIED
                        : Outcome.IGNORED)
                .toList();
    }

    /** The register, which the rounds of erasing look into, hears of it here too, should it have been lost. */
    private void heedErasure(EventEnvelope<?> event) {
        if (event.data() instanceof PatientErased told) {
            erased.enter(Erasure.of(event, told));
        }
    }

    /** Returns or throws only when nothing is under way any more: a batch that comes again meets nobody. */
    private static void awaitAll(List<CompletableFuture<Void>> underWay) {
        try {
            CompletableFuture.allOf(underWay.toArray(CompletableFuture[]::new)).join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException failure ? failure : e;
        }
    }

    /** Nobody waits for long where the log goes quiet before its end was seen. */
    @Scheduled(every = "${backtrack.waiting.every:1s}", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    @RunOnVirtualThread
    void judgeOverdue() {
        try {
            judge(waiting.overdue());
        } catch (RuntimeException e) {
            if (!Outages.isOutage(e)) {
                throw e;
            }
            LOG.debugf("Who waits to be judged waits out an outage, cause=%s", e.toString());
        }
    }

    private void judge(Map<PatientRef, Waiting.Wait> patients) {
        inSlices(List.copyOf(patients.keySet()), slice -> {
            Map<PatientRef, Addition> nothingNew = new LinkedHashMap<>();
            slice.forEach(patient -> nothingNew.put(patient, Addition.NONE));
            progress.renew(nothingNew);
        });
        waiting.remove(patients);
    }

    private <T> void inSlices(List<T> patients, Consumer<List<T>> work) {
        List<CompletableFuture<Void>> underWay = new ArrayList<>();
        for (int from = 0; from < patients.size(); from += PATIENTS_PER_SLICE) {
            List<T> slice = patients.subList(from, Math.min(patients.size(), from + PATIENTS_PER_SLICE));
            underWay.add(CompletableFuture.runAsync(() -> work.accept(slice), slices));
        }
        awaitAll(underWay);
    }

    private void handleTogether(List<List<EventEnvelope<?>>> patients, boolean behind) {
        List<EventEnvelope<?>> all = patients.stream().flatMap(List::stream).toList();
        journals.add(all);
        CrashPoint.JOURNAL_WRITTEN.reached();
        ledgers.enterDecisions(all);
        Map<PatientRef, Addition> additions = new LinkedHashMap<>();
        patients.forEach(events -> additions.put(events.getFirst().subject(), Addition.of(events)));
        if (behind) {
            progress.renewForNow(additions);
        } else {
            progress.renew(additions);
        }
    }

    /** The loop makes the topics that it reads; insights go to one that it only writes. */
    private void readyTopics() {
        if (!topicsReady) {
            log.ensureTopics();
            topicsReady = true;
        }
    }

    /** The events that belong to journals, patient by patient; of each one in the order in which they came. */
    public static List<List<EventEnvelope<?>>> byPatient(List<EventEnvelope<?>> events) {
        Map<PatientRef, List<EventEnvelope<?>>> byPatient = new LinkedHashMap<>();
        for (EventEnvelope<?> event : events) {
            if (belongsToJournal(event)) {
                byPatient
                        .computeIfAbsent(event.subject(), patient -> new ArrayList<>())
                        .add(event);
            }
        }
        return List.copyOf(byPatient.values());
    }

    /**
     * Of what becomes of alerts, who was told and who took care of them is shown beside the facts; closing a red flag
     * ends it.
     */
    private static boolean belongsToJournal(EventEnvelope<?> event) {
        return switch (event.data()) {
            case FactEvent fact -> true;
            case PatientErased erased -> false;
            case PatientEvent patient -> true;
            case ProgramEvent program -> true;
            case AlertEvent alert ->
                switch (alert) {
                    case RedFlagClosed closed -> true;
                    case AlertClosed closed -> true;
                    case AlertAcknowledged seen -> true;
                    case AlertSnoozed e -> false;
                    case AlertAssigned e -> false;
                    case NotificationSent sent -> true;
                    case NotificationFailed failed -> true;
                };
            case InsightEvent insight -> false;
            case AccessEvent access -> false;
            case ErasureEvent erasure -> false;
        };
    }
}
