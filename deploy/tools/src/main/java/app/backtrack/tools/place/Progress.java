package app.backtrack.tools.place;

import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;

/** Shows on the error stream how far a command has come, how fast, and how long it will take. */
public final class Progress implements AutoCloseable {
    private final ProgressBar bar;

    private Progress(ProgressBar bar) {
        this.bar = bar;
    }

    /** Of a task with so many steps. */
    public static Progress of(String task, String unit, long total) {
        return new Progress(new ProgressBarBuilder()
                .setTaskName(task)
                .setStyle(ProgressBarStyle.ASCII)
                .setUnit(unit, 1)
                .setInitialMax(total)
                .setUpdateIntervalMillis(1_000)
                .showSpeed()
                .build());
    }

    /** So many steps are done. */
    public void at(long done) {
        bar.stepTo(done);
    }

    /** One more is. */
    public void step() {
        bar.step();
    }

    @Override
    public void close() {
        bar.close();
    }
}
