package app.backtrack.runtime.erasure;

import app.backtrack.events.PatientRef;
import app.backtrack.runtime.log.LogClients;
import app.backtrack.runtime.log.Outages;
import app.backtrack.runtime.log.TraceOnly;
import app.backtrack.runtime.register.Erasure;
import app.backtrack.runtime.register.ErasureConfig;
import app.backtrack.runtime.register.ErasureRegister;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * Compares the register with what this service keeps: at the start before anything is served or read, so that a
 * restored backup brings nobody back, and from then on every second. What a crash or an outage left half-done goes on
 * in the next look.
 */
@Singleton
class ErasureRounds {
    private static final Logger LOG = Logger.getLogger(ErasureRounds.class);

    private final ErasureRegister register;
    private final ErasedPatients erased;
    private final Eraser eraser;
    private final LogClients log;
    private final Duration every;
    private final Duration againAfter;
    private final boolean serving;
    private final Clock clock;
    private final Set<PatientRef> finished = new HashSet<>();
    private final Set<PatientRef> restoredKeys = new HashSet<>();
    private final Map<PatientRef, Instant> again = new HashMap<>();
    private final ScheduledExecutorService looks = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("erasures").daemon().factory());
    private boolean topicsReady;

    ErasureRounds(
            ErasureRegister register,
            ErasedPatients erased,
            Eraser eraser,
            LogClients log,
            ErasureConfig config,
            Clock clock,
            @ConfigProperty(name = "backtrack.log.reading", defaultValue = "true") boolean serving) {
        this.register = register;
        this.erased = erased;
        this.eraser = eraser;
        this.log = log;
        this.every = config.every();
        this.againAfter = config.againAfter();
        this.clock = clock;
        this.serving = serving;
    }

    /** Before the readers of the log start: an event of a patient whose key was restored must not be opened. */
    void start(@Observes @Priority(5) StartupEvent event) {
        if (serving) {
            look();
            var unused =
                    looks.scheduleWithFixedDelay(this::look, every.toMillis(), every.toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    void stop(@Observes ShutdownEvent shutdown) {
        looks.shutdownNow();
    }

    private void look() {
        try {
            List<Erasure> all = register.all();
            erased.read(all);
            if (!erased.known()) {
                destroyKeys(all);
                erased.setKnown();
            }
            if (!all.isEmpty()) {
                deleteAll(all, clock.instant().truncatedTo(ChronoUnit.MILLIS));
            }
            erased.setApplied();
        } catch (RuntimeException e) {
            if (Outages.isOutage(e)) {
                LOG.debugf("erasures wait for an outage to end, reason=%s", e.getMessage());
            } else {
                LOG.errorf(TraceOnly.of(e), "Erasures stand still after a bug");
            }
        }
    }

    private void deleteAll(List<Erasure> all, Instant now) {
        restoredKeys.forEach(patient -> again.put(patient, now.plus(againAfter)));
        restoredKeys.clear();
        if (!erased.applied()) {
            deleteRestored(all, now);
            erased.setApplied();
        }
        for (Erasure erasure : all) {
            if (!finished.contains(erasure.patient())) {
                advance(erasure, now);
            }
        }
    }

    /**
     * First all keys, whatever the time is, so that nothing more is opened; facts can be taken in then, with the
     * document store away too.
     */
    private void destroyKeys(List<Erasure> all) {
        for (Erasure erasure : all) {
            if (eraser.destroyKey(erasure.patient())) {
                LOG.warnf(
                        "A key of an erased patient was there and is destroyed, clinic=%s",
                        erasure.patient().clinic());
                restoredKeys.add(erasure.patient());
            }
        }
    }

    private void deleteRestored(List<Erasure> all, Instant now) {
        for (Erasure erasure : all) {
            eraser.eraseRestored(erasure, now).ifPresent(round -> {
                LOG.warnf(
                        "What was there of an erased patient is deleted, clinic=%s",
                        erasure.patient().clinic());
                again.put(erasure.patient(), now.plus(againAfter));
            });
        }
    }

    private void advance(Erasure erasure, Instant now) {
        readyTopics();
        boolean done = eraser.advance(erasure, now);
        Instant due = again.get(erasure.patient());
        if (due != null && !now.isBefore(due)) {
            eraser.again(erasure, now);
            again.remove(erasure.patient());
        }
        if (done && !again.containsKey(erasure.patient())) {
            finished.add(erasure.patient());
        }
    }

    private void readyTopics() {
        if (!topicsReady) {
            log.ensureTopics();
            topicsReady = true;
        }
    }
}
