package app.backtrack.bench.measure;

import app.backtrack.bench.load.Load;
import app.backtrack.bench.result.Figure;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The rebuild of both projections by command, store and all; and reading and folding without a store, against a bare
 * consumer that opens and decodes the same records.
 */
final class Rebuild implements Measure {
    private static final Pattern SUMMARY = Pattern.compile("([\\d,]+) events in \\d+ s, ([\\d,]+) events/s");

    private static final long LOOK_NANOS = TimeUnit.MILLISECONDS.toNanos(100);

    @Override
    public void run(Session session) throws InterruptedException {
        int events = session.sizes().events();
        Session.say("Filling the log with %,d scores".formatted(events));
        Load load =
                session.reporting(session.population().journals(session.sizes().batch()));
        long taken = 0;
        while (taken < events) {
            taken += load.closed(8, Duration.ofSeconds(5)).taken();
        }
        Ledger.settle(session);
        BareConsumer consumer = new BareConsumer(session.system());
        List<Double> decoding = new ArrayList<>();
        List<Double> folding = new ArrayList<>();
        List<Double> share = new ArrayList<>();
        List<Rebuilt> journal = new ArrayList<>();
        List<Rebuilt> progress = new ArrayList<>();
        for (int round = 1; round <= session.sizes().rounds(); round++) {
            decoding.add(consumer.decoding());
            folding.add(consumer.folding());
            share.add(folding.getLast() / decoding.getLast());
            journal.add(rebuilt(session, "journal"));
            progress.add(rebuilt(session, "progress"));
        }
        session.figure(new Figure("bare consumer: read, open, decode", "1/s", decoding, null));
        session.figure(new Figure("the same and fold, without the store", "1/s", folding, null));
        session.figure(new Figure("share of folding, without the store", "", share, ">= 0.5"));
        figures(session, "journal", journal);
        figures(session, "progress", progress);
        session.figure(Figure.once("events in the log", "", taken, ">= 1,000,000"));
    }

    private static void figures(Session session, String projection, List<Rebuilt> rounds) {
        String what = "rebuild of the " + projection + ", the store included";
        List<Double> speed = rounds.stream().map(Rebuilt::eventsPerSecond).toList();
        List<Double> memory = rounds.stream().map(Rebuilt::peakMebibytes).toList();
        session.figure(new Figure(what, "1/s", speed, null));
        session.figure(new Figure(what + ", most memory", "MiB", memory, null));
    }

    private record Rebuilt(double eventsPerSecond, double peakMebibytes) {}

    private static Rebuilt rebuilt(Session session, String projection) {
        Given start = give(session, "start", projection);
        Matcher summary = SUMMARY.matcher(start.said());
        if (!summary.find()) {
            throw new IllegalStateException("the rebuild said: " + start.said());
        }
        var unused = give(session, "drop", projection);
        return new Rebuilt(Double.parseDouble(summary.group(2).replace(",", "")), start.peakMebibytes());
    }

    /** What a command said, and the most memory that it had. */
    private record Given(String said, double peakMebibytes) {}

    private static Given give(Session session, String action, String projection) {
        try {
            Process command = session.system()
                    .besideTracking(List.of("rebuild", action, projection))
                    .redirectOutput(ProcessBuilder.Redirect.PIPE)
                    .start();
            CompletableFuture<Double> peak = CompletableFuture.supplyAsync(() -> peak(command));
            String said = new String(command.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (command.waitFor() != 0) {
                throw new IllegalStateException("rebuild " + action + " failed: " + said);
            }
            return new Given(said, peak.join());
        } catch (IOException e) {
            throw new UncheckedIOException("the rebuild cannot be started", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    /** Asks again and again until the process is gone: then nobody can be asked. */
    private static double peak(Process command) {
        double peak = Double.NaN;
        while (command.isAlive()) {
            double now = Resident.peakMebibytes(command.pid());
            peak = Double.isNaN(now) ? peak : now;
            LockSupport.parkNanos(LOOK_NANOS);
        }
        return peak;
    }
}
