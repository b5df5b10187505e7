package app.backtrack.runtime.fault;

import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;
import org.jspecify.annotations.Nullable;

/**
 * A place between two steps of the way of a fact, of a decision or of a message. In local mode
 * {@code backtrack.faults.crash-at} names one at which the process ends as by SIGKILL, when it is reached for the time
 * that {@code backtrack.faults.crash-on} counts: tests see what a crash there leaves behind. Anywhere else nothing
 * happens.
 */
public enum CrashPoint {
    /** An event is sealed and not sent yet. */
    BEFORE_SEND,
    /** The log has an event, its sender does not know. */
    ACKNOWLEDGED,
    /** A batch was taken off the log. */
    BATCH_READ,
    /** Its events are in the journals. */
    JOURNAL_WRITTEN,
    /** The progress is written, with insights that are pending. */
    PROGRESS_WRITTEN,
    /** Pending insights are in the log, not in the ledgers. */
    INSIGHTS_PUBLISHED,
    /** They are in the ledgers, and pending still. */
    LEDGER_ENTERED,
    /** The rows of the caseload are written. */
    CASELOAD_WRITTEN,
    /** A batch is handled, its offsets are not committed. */
    BATCH_HANDLED,
    /** They are. */
    OFFSETS_COMMITTED,
    /** A decision is in its stream, not in the log. */
    DECIDED,
    /** The log has it, its stream does not know. */
    RELAYED,
    /** Its stream knows. */
    RELAY_NOTED,
    /** An entry is in an inbox, no message about it is planned. */
    ENTRY_WRITTEN,
    /** Its messages are planned. */
    PLANNED,
    /** A message is claimed, and not sent. */
    CLAIMED,
    /** It is sent, and not marked. */
    SENT,
    /** It is marked, the log does not have who was told. */
    MARKED,
    /** The log has who was told, the message does not know. */
    TOLD,
    /** A webhook is claimed, and not sent. */
    HOOK_CLAIMED,
    /** It is sent, and not marked. */
    HOOK_SENT,
    /** A new generation of a projection is about to be read. */
    BEFORE_SWITCH,
    /** It is, and nobody was told. */
    SWITCHED,
    /** A generation is given up, and all of it is there. */
    GIVEN_UP,
    /** All of it is deleted, and its name is still kept. */
    DELETED;

    private static final int KILLED = 137;

    /** Ends the process if this is the place and the time. */
    public void reached() {
        if (this == Planned.POINT && Planned.LEFT.decrementAndGet() == 0) {
            Runtime.getRuntime().halt(KILLED);
        }
    }

    /** Read once; nothing is planned outside local mode. */
    private static final class Planned {
        private static final @Nullable CrashPoint POINT;
        private static final AtomicInteger LEFT;

        static {
            Config config = ConfigProvider.getConfig();
            boolean local =
                    config.getOptionalValue("backtrack.local", Boolean.class).orElse(false);
            POINT = config.getOptionalValue("backtrack.faults.crash-at", String.class)
                    .filter(name -> local)
                    .map(name -> valueOf(name.replace('-', '_').toUpperCase(Locale.ROOT)))
                    .orElse(null);
            LEFT = new AtomicInteger(config.getOptionalValue("backtrack.faults.crash-on", Integer.class)
                    .orElse(1));
        }
    }
}
