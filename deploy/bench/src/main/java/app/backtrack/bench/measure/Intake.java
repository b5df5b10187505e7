package app.backtrack.bench.measure;

import app.backtrack.bench.load.Load;
import app.backtrack.bench.load.Load.Outcome;
import app.backtrack.bench.result.Figure;
import app.backtrack.testkit.parts.ChildProcess;
import app.backtrack.testkit.parts.Ports;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Acknowledged pain scores per second, against a process of the same service that decodes, validates and seals but does
 * not send, in turns; then latencies at half of what was found. Both processes only take requests, and the one that
 * folds is stopped: how fast facts are folded, and whether all are there, is for {@link WholeWay}.
 */
final class Intake implements Measure {
    private static final Map<String, String> SENDING = Map.of("BACKTRACK_LOG_HANDLING", "false");
    private static final Map<String, String> NOT_SENDING =
            Map.of("BACKTRACK_LOG_HANDLING", "false", "BACKTRACK_LOG_SENDING", "false");

    @Override
    public void run(Session session) throws InterruptedException {
        List<Integer> ports = Ports.free(2);
        session.system().process("tracking-service").stop();
        try (ChildProcess one = session.system().startAnother("tracking-service", ports.getFirst(), SENDING);
                ChildProcess other = session.system().startAnother("tracking-service", ports.getLast(), NOT_SENDING)) {
            Load sending = session.reporting(session.population().scores(ports.getFirst()));
            compare(session, sending, session.asking(session.population().scores(ports.getLast())));
            one.stop();
            other.stop();
        }
    }

    private static void compare(Session session, Load sending, Load not) throws InterruptedException {
        List<Double> with = new ArrayList<>();
        List<Double> without = new ArrayList<>();
        List<Double> ratios = new ArrayList<>();
        session.warmUp(sending);
        session.warmUp(not);
        for (int round = 1; round <= session.sizes().rounds(); round++) {
            Session.say("Round %d".formatted(round));
            double taken = rate(session, sending);
            double bare = rate(session, not);
            with.add(taken);
            without.add(bare);
            ratios.add(taken / bare);
        }
        session.figure(new Figure("pain scores acknowledged", "1/s", with, null));
        session.figure(new Figure("the same without sending", "1/s", without, null));
        session.figure(new Figure("share", "", ratios, ">= 0.7"));
        latencies(
                session,
                sending,
                with.stream().mapToDouble(Double::doubleValue).average().orElseThrow() / 2);
    }

    private static void latencies(Session session, Load sending, double half) {
        List<Double> p99 = new ArrayList<>();
        List<Double> p50 = new ArrayList<>();
        for (int round = 1; round <= session.sizes().rounds(); round++) {
            Outcome outcome = sending.open(half, session.sizes().length());
            p50.add(outcome.millis(50));
            p99.add(outcome.millis(99));
        }
        session.figure(new Figure("latency at half load, median", "ms", p50, null));
        session.figure(new Figure("latency at half load, p99", "ms", p99, "<= 15"));
    }

    private static double rate(Session session, Load load) throws InterruptedException {
        Outcome outcome =
                load.closed(session.sizes().connections(), session.sizes().length());
        if (outcome.refused() + outcome.unanswered() > 0) {
            session.flaw("%,d requests refused, %,d unanswered %s"
                    .formatted(outcome.refused(), outcome.unanswered(), outcome.cause()));
        }
        return outcome.rate();
    }
}
