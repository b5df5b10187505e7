package app.backtrack.tracking.rebuild;

import java.time.Duration;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;

/** Shows a rebuild's progress on the error stream: how much is done, how fast, and how long it will take. */
final class RebuildBar implements Pace, AutoCloseable {
    private final ProgressBar bar;
    private long begunAt = System.nanoTime();
    private long first = -1;
    private long last;

    RebuildBar(String task) {
        bar = new ProgressBarBuilder()
                .setTaskName(task)
                .setStyle(ProgressBarStyle.ASCII)
                .setUnit(" events", 1)
                .setUpdateIntervalMillis(1_000)
                .showSpeed()
                .build();
    }

    @Override
    public void waiting() {
        bar.setExtraMessage("waits until the service has handled what the log holds");
    }

    @Override
    public void at(long done, long total) {
        if (first < 0) {
            first = done;
            begunAt = System.nanoTime();
        }
        last = done;
        bar.setExtraMessage("");
        bar.maxHint(total);
        bar.stepTo(done);
    }

    /** What was done in how much time. */
    String summary() {
        Duration taken = Duration.ofNanos(System.nanoTime() - begunAt);
        long events = last - Math.max(first, 0);
        return "%,d events in %d s, %,d events/s"
                .formatted(events, taken.toSeconds(), events * 1000 / Math.max(1, taken.toMillis()));
    }

    @Override
    public void close() {
        bar.close();
    }
}
