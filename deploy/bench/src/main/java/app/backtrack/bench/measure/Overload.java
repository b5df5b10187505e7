package app.backtrack.bench.measure;

import app.backtrack.bench.load.Caller;
import app.backtrack.bench.load.Load;
import app.backtrack.bench.load.Load.Outcome;
import app.backtrack.bench.result.Figure;
import java.util.ArrayList;
import java.util.List;

/**
 * What is still taken when twice as many scores arrive as can be, and how fast the others are refused. They come from
 * more clients than a service has events under way: fewer would wait for one another, and the service never have too
 * much.
 */
final class Overload implements Measure {
    private static final int CLIENTS = 6_000;

    @Override
    public void run(Session session) throws InterruptedException {
        Load load = session.reporting(session.population().scores());
        session.warmUp(load);
        List<Double> peaks = new ArrayList<>();
        List<Double> shares = new ArrayList<>();
        List<Double> refusals = new ArrayList<>();
        List<Double> refused = new ArrayList<>();
        List<Double> lateness = new ArrayList<>();
        List<Double> answers = new ArrayList<>();
        try (Caller crowd = new Caller(CLIENTS)) {
            Load rush = new Load(
                    call -> session.population().report(call, crowd),
                    session.population().scores());
            for (int round = 1; round <= session.sizes().rounds(); round++) {
                double peak = load.closed(
                                session.sizes().connections(), session.sizes().length())
                        .rate();
                Ledger.settle(session);
                Outcome twice = rush.open(2 * peak, session.sizes().length());
                peaks.add(peak);
                shares.add(twice.rate() / peak);
                refused.add(100.0 * twice.refused() / (twice.refused() + twice.taken()));
                refusals.add(twice.refusalLatency().getValueAtPercentile(99) / 1e6);
                lateness.add(twice.lateness().getValueAtPercentile(99) / 1e6);
                answers.add(twice.millis(99));
                if (twice.unanswered() > 0) {
                    session.flaw("%,d requests unanswered at twice the capacity: %s"
                            .formatted(twice.unanswered(), twice.cause()));
                }
                Ledger.settle(session);
            }
        }
        session.figure(new Figure("peak", "1/s", peaks, null));
        session.figure(new Figure("taken at twice the peak, of the peak", "", shares, ">= 0.9"));
        session.figure(new Figure("refused then", "%", refused, null));
        session.figure(new Figure("a refusal then, p99", "ms", refusals, null));
        session.figure(new Figure("an acknowledgement then, p99", "ms", answers, null));
        session.figure(new Figure("of both until the generator had sent it, p99", "ms", lateness, null));
        Ledger.check(session);
    }
}
