package app.backtrack.runtime.access;

import app.backtrack.events.PatientRef;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;

/** Notes each patient whom a stream shows, once, before it does. */
public final class AccessTrail {
    private final AccessLog log;
    private final Access access;
    private final Set<PatientRef> noted = ConcurrentHashMap.newKeySet();

    AccessTrail(AccessLog log, Access access) {
        this.log = log;
        this.access = access;
    }

    /** Completes when the log has it, or had it before; fails where it may not be shown now. */
    public CompletableFuture<Void> shows(PatientRef patient) {
        return noted.contains(patient)
                ? CompletableFuture.completedFuture(null)
                : log.shown(access, Set.of(patient)).thenAccept(done -> noted.add(patient));
    }
}
