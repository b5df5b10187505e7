package app.backtrack.local;

/**
 * Closes things exactly once, at the end of a run or at a signal, whichever comes first; the other one waits for it.
 */
final class Stopping implements AutoCloseable {

    private final Runnable closing;
    private final Thread atSignal = new Thread(this::closeOnce, "orderly-stop");
    private boolean closed;

    private Stopping(Runnable closing) {
        this.closing = closing;
    }

    static Stopping of(Runnable closing) {
        Stopping stopping = new Stopping(closing);
        Runtime.getRuntime().addShutdownHook(stopping.atSignal);
        return stopping;
    }

    @Override
    public void close() {
        closeOnce();
    }

    private synchronized void closeOnce() {
        if (!closed) {
            closed = true;
            closing.run();
        }
    }
}
