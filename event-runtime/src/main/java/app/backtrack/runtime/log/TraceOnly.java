package app.backtrack.runtime.log;

import org.jspecify.annotations.Nullable;

/**
 * A failure as the log may show it: the classes and where they were thrown, without the messages, which may repeat what
 * somebody sent.
 */
public final class TraceOnly extends Throwable {
    private static final long serialVersionUID = 1L;
    private static final int MAX_CAUSES = 10;

    private TraceOnly(Throwable failure, int depth) {
        super(failure.getClass().getName(), causeOf(failure, depth), false, true);
        setStackTrace(failure.getStackTrace());
    }

    /** The failure and its causes without their messages. */
    public static TraceOnly of(Throwable failure) {
        return new TraceOnly(failure, 0);
    }

    private static @Nullable Throwable causeOf(Throwable failure, int depth) {
        Throwable cause = failure.getCause();
        return cause == null || depth >= MAX_CAUSES ? null : new TraceOnly(cause, depth + 1);
    }

    @Override
    public String toString() {
        return String.valueOf(getMessage());
    }
}
