package app.backtrack.bench.measure;

import app.backtrack.bench.load.Caller;
import app.backtrack.bench.load.Load;
import app.backtrack.bench.load.Load.Outcome;
import app.backtrack.bench.result.Figure;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.HdrHistogram.Histogram;
import org.jspecify.annotations.Nullable;

/**
 * What is still taken when twice as many scores arrive as can be, and how fast the others are refused. They come from
 * more clients than a service has events under way: fewer would wait for one another, and the service never have too
 * much. What was taken is folded before the next part begins.
 */
final class Overload implements Measure {
    private static final int CLIENTS = 6_000;

    /** A round: the peak, and what came of twice as much, for which the generator used so many processors. */
    private record Round(double peak, Outcome twice, double generator) {
        double refused() {
            return 100.0 * twice.refused() / (twice.refused() + twice.taken());
        }
    }

    @Override
    public void run(Session session) throws InterruptedException {
        Load load = session.reporting(session.population().scores());
        session.warmUp(load);
        List<Round> rounds = new ArrayList<>();
        try (Caller crowd = new Caller(CLIENTS)) {
            Load rush = new Load(
                    call -> session.population().report(call, crowd),
                    session.population().scores());
            Session.say("Warming up with too much");
            round(session, load, rush);
            for (int round = 1; round <= session.sizes().rounds(); round++) {
                rounds.add(round(session, load, rush));
            }
        }
        figure(session, rounds, "peak", "1/s", Round::peak, null);
        figure(
                session,
                rounds,
                "taken at twice the peak, of the peak",
                "",
                round -> round.twice().rate() / round.peak(),
                ">= 0.9");
        figure(session, rounds, "refused then", "%", Round::refused, null);
        figure(
                session,
                rounds,
                "a refusal then, p99",
                "ms",
                round -> p99(round.twice().refusalLatency()),
                null);
        figure(
                session,
                rounds,
                "an acknowledgement then, p99",
                "ms",
                round -> p99(round.twice().latency()),
                null);
        figure(
                session,
                rounds,
                "of both until it was sent, p99",
                "ms",
                round -> p99(round.twice().lateness()),
                null);
        figure(session, rounds, "processors that the generator used then", "", Round::generator, null);
        Ledger.check(session);
    }

    private static Round round(Session session, Load load, Load rush) throws InterruptedException {
        double peak = load.closed(session.sizes().connections(), session.sizes().length())
                .rate();
        Ledger.settle(session);
        double before = generatorSeconds(session);
        Outcome twice = rush.open(2 * peak, session.sizes().length());
        double used = generatorSeconds(session) - before;
        if (twice.unanswered() > 0) {
            session.flaw(
                    "%,d requests unanswered at twice the capacity: %s".formatted(twice.unanswered(), twice.cause()));
        }
        Ledger.settle(session);
        return new Round(peak, twice, used / twice.seconds());
    }

    private static double generatorSeconds(Session session) {
        return session.processorSeconds().getOrDefault("generator", 0.0);
    }

    private static double p99(Histogram nanos) {
        return nanos.getValueAtPercentile(99) / 1e6;
    }

    private static void figure(
            Session session,
            List<Round> rounds,
            String name,
            String unit,
            ToDoubleFunction<Round> value,
            @Nullable String goal) {
        session.figure(new Figure(
                name, unit, rounds.stream().mapToDouble(value).boxed().toList(), goal));
    }
}
