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
 * not send, in turns; then latencies at half of what was found.
 */
final class Intake implements Measure {
    private static final Map<String, String> WITHOUT_SENDING = Map.of("BACKTRACK_LOG_SENDING", "false");

    @Override
    public void run(Session session) throws InterruptedException {
        int port = Ports.free(1).getFirst();
        Load sending = session.reporting(session.population().scores());
        Load not = session.asking(session.population().scores(port));
        List<Double> with = new ArrayList<>();
        List<Double> without = new ArrayList<>();
        List<Double> ratios = new ArrayList<>();
        try (ChildProcess other = session.system().startAnother("tracking-service", port, WITHOUT_SENDING)) {
            session.warmUp(sending);
            session.warmUp(not);
            for (int round = 1; round <= session.sizes().rounds(); round++) {
                Session.say("Round %d".formatted(round));
                double one = rate(session, sending);
                double bare = rate(session, not);
                with.add(one);
                without.add(bare);
                ratios.add(one / bare);
            }
            other.stop();
        }
        session.figure(new Figure("pain scores acknowledged", "1/s", with, null));
        session.figure(new Figure("the same without sending", "1/s", without, null));
        session.figure(new Figure("share", "", ratios, ">= 0.7"));
        double half = with.stream().mapToDouble(Double::doubleValue).average().orElseThrow() / 2;
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
            session.flaw("%,d requests refused, %,d unanswered".formatted(outcome.refused(), outcome.unanswered()));
        }
        return outcome.rate();
    }
}
