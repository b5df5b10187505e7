package app.backtrack.runtime.log;

/**
 * Says that the log did not acknowledge in time, or that too much is under way. Whether the event is in the log is
 * unknown: the sender sends the same thing again.
 */
public final class LogUnavailable extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** Says what was waited for. */
    public LogUnavailable(String message) {
        super(message);
    }

    /** Wraps what the client said. */
    public LogUnavailable(String message, Throwable cause) {
        super(message, cause);
    }
}
