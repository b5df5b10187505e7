package app.backtrack.tracking.projection;

import app.backtrack.events.PatientRef;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * Wakes those of this process who wait for a patient's progress as soon as it was written here. What another process
 * writes wakes nobody: whoever waits looks again from time to time as well.
 */
@Singleton
public class ProgressWaiters {
    private final Map<PatientRef, Set<Semaphore>> waiting = new ConcurrentHashMap<>();

    /** Waits from now on: what is written before the first look at the store is not missed. */
    Wait on(PatientRef patient) {
        Semaphore bell = new Semaphore(0);
        waiting.compute(patient, (same, bells) -> {
            Set<Semaphore> all = bells == null ? ConcurrentHashMap.newKeySet() : bells;
            all.add(bell);
            return all;
        });
        return new Wait(patient, bell);
    }

    /** Tells that their progress was written. */
    void wake(Collection<PatientRef> patients) {
        if (!waiting.isEmpty()) {
            patients.forEach(patient -> waiting.getOrDefault(patient, Set.of()).forEach(Semaphore::release));
        }
    }

    /** Somebody who waits, until it is closed. */
    final class Wait implements AutoCloseable {
        private final PatientRef patient;
        private final Semaphore bell;

        private Wait(PatientRef patient, Semaphore bell) {
            this.patient = patient;
            this.bell = bell;
        }

        /**
         * Returns as soon as the progress was written since the last call, and whether that came before
         * {@code longest}.
         */
        boolean sleep(Duration longest) throws InterruptedException {
            boolean woken = bell.tryAcquire(longest.toNanos(), TimeUnit.NANOSECONDS);
            bell.drainPermits();
            return woken;
        }

        @Override
        public void close() {
            waiting.computeIfPresent(patient, (same, bells) -> {
                bells.remove(bell);
                return bells.isEmpty() ? null : bells;
            });
        }
    }
}
