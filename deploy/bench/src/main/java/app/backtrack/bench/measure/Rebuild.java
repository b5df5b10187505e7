package app.backtrack.bench.measure;

import app.backtrack.bench.load.Load;
import app.backtrack.bench.result.Figure;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The rebuild of both projections by command, against a bare consumer that opens and decodes the same records. */
final class Rebuild implements Measure {
    private static final Pattern SUMMARY = Pattern.compile("([\\d,]+) events in \\d+ s, ([\\d,]+) events/s");

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
        List<Double> bare = new ArrayList<>();
        List<Double> journal = new ArrayList<>();
        List<Double> progress = new ArrayList<>();
        for (int round = 1; round <= session.sizes().rounds(); round++) {
            bare.add(BareConsumer.eventsPerSecond(session.system()));
            journal.add(rebuilt(session, "journal"));
            progress.add(rebuilt(session, "progress"));
        }
        session.figure(new Figure("bare consumer: read, open, decode", "1/s", bare, null));
        session.figure(new Figure("rebuild of the journal, the store included", "1/s", journal, null));
        session.figure(new Figure("rebuild of the progress, the store included", "1/s", progress, null));
        session.figure(Figure.once("events in the log", "", taken, ">= 1,000,000"));
    }

    private static double rebuilt(Session session, String projection) {
        String said = give(session, "start", projection);
        Matcher summary = SUMMARY.matcher(said);
        if (!summary.find()) {
            throw new IllegalStateException("the rebuild said: " + said);
        }
        give(session, "drop", projection);
        return Double.parseDouble(summary.group(2).replace(",", ""));
    }

    private static String give(Session session, String action, String projection) {
        try {
            Process command = session.system()
                    .besideTracking(List.of("rebuild", action, projection))
                    .redirectOutput(ProcessBuilder.Redirect.PIPE)
                    .start();
            String said = new String(command.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (command.waitFor() != 0) {
                throw new IllegalStateException("rebuild " + action + " failed: " + said);
            }
            return said;
        } catch (IOException e) {
            throw new UncheckedIOException("the rebuild cannot be started", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }
}
