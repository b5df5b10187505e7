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

    private final String counted;

    /**
     * Shows a bar.
     *
     * @param counted what is counted, in the plural
     */
    RebuildBar(String task, String counted) {
        this.counted = counted;
        bar = new ProgressBarBuilder()
                .setTaskName(task)
                .setStyle(ProgressBarStyle.ASCII)
                .setUnit(" " + counted, 1)
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
        long done = last - Math.max(first, 0);
        return "%,d %s in %d s, %,d %s/s"
                .formatted(done, counted, taken.toSeconds(), done * 1000 / Math.max(1, taken.toMillis()), counted);
    }

    @Override
    public void close() {
        bar.close();
    }
}
