package app.backtrack.local;

/**
 * Closes things exactly once, at the end of a run or at a signal, whichever comes first; the other one waits for it.
 */
final class Stopping implements AutoCloseable {

    /** What is done until the end. */
    @FunctionalInterface
    interface Work {
        int run() throws InterruptedException;
    }

    private final Runnable closing;
    private final Thread atSignal = new Thread(this::closeOnce, "orderly-stop");
    private volatile boolean begun;
    private boolean closed;

    private Stopping(Runnable closing) {
        this.closing = closing;
    }

    static Stopping of(Runnable closing) {
        Stopping stopping = new Stopping(closing);
        Runtime.getRuntime().addShutdownHook(stopping.atSignal);
        return stopping;
    }

    /** Does the work; where that fails because the end has begun, waits for the end instead of complaining. */
    int unlessBegun(Work work) throws InterruptedException {
        try {
            return work.run();
        } catch (RuntimeException e) {
            if (begun) {
                atSignal.join();
            }
            throw e;
        }
    }

    @Override
    public void close() {
        closeOnce();
    }

    private void closeOnce() {
        begun = true;
        closeUnlessClosed();
    }

    private synchronized void closeUnlessClosed() {
        if (!closed) {
            closed = true;
            closing.run();
        }
    }
}
