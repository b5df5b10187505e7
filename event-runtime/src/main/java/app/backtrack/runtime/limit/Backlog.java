package app.backtrack.runtime.limit;

import java.util.function.Consumer;
import java.util.function.LongSupplier;

/**
 * How long requests wait for a processor, by the age of a beat: a piece of work that goes their way, behind all that
 * had arrived when it was begun. A beat is begun with a request, so an idle service has none. Only the thread of one
 * event loop uses it.
 */
final class Backlog {
    /**
     * So many are taken after each beat however old it is: a pause of the whole process, by its collector or its
     * machine, makes a beat old as well, but then only few have waited.
     */
    static final int TAKEN_REGARDLESS = 64;

    private final long patienceNanos;
    private final LongSupplier nanos;
    private boolean beating;
    private long begun;
    private long latestNanos;
    private int taken;

    Backlog(long patienceNanos, LongSupplier nanos) {
        this.patienceNanos = patienceNanos;
        this.nanos = nanos;
    }

    /**
     * Whether one more request is taken.
     *
     * @param behind has something come behind what has arrived, and run by this thread
     */
    boolean takes(Consumer<Runnable> behind) {
        long now = nanos.getAsLong();
        if (!beating) {
            beating = true;
            begun = now;
            taken = 0;
            behind.accept(this::arrived);
        }
        boolean takes = taken < TAKEN_REGARDLESS || Math.max(now - begun, latestNanos) <= patienceNanos;
        taken += takes ? 1 : 0;
        return takes;
    }

    /** What waits may be seen only by how long the beat before this one took. */
    private void arrived() {
        latestNanos = nanos.getAsLong() - begun;
        beating = false;
    }
}
