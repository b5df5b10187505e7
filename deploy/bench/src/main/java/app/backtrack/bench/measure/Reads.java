package app.backtrack.bench.measure;

import app.backtrack.bench.load.Call;
import app.backtrack.bench.load.Load;
import app.backtrack.bench.load.Load.Outcome;
import app.backtrack.bench.load.Population;
import app.backtrack.bench.result.Figure;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Reads of one progress of 12 weeks, and of a page of the caseload, in a system with few patients, and again with many
 * more.
 */
final class Reads implements Measure {
    private static final int FEW = 1_000;
    private static final double PER_SECOND = 100;

    @Override
    public void run(Session session) throws InterruptedException {
        Population few = session.population();
        Load writing = session.reporting(few.journals(session.sizes().batch()));
        session.warmUp(writing);
        Ledger.settle(session);
        List<Double> before = p99(session, few.reads(), few.size() + " patients, progress");
        List<Double> caseload = p99(session, few.caseload(), few.size() + " patients, caseload page");
        int more = session.sizes().more();
        Session.say("Enrolling %,d patients more".formatted(more));
        Population many = Population.enrol(
                session.system(), session.caller(), more, session.sizes().seed() + 1);
        var unused = new Load(many::report, many.journals(session.sizes().batch()))
                .closed(4, session.sizes().length());
        Ledger.settle(session);
        int all = few.size() + more;
        List<Double> after = p99(session, few.reads(), all + " patients, progress");
        List<Double> longer = p99(session, many.caseload(), all + " patients, caseload page");
        session.figure(ratio("progress: p99 with many over p99 with few patients", before, after, "<= 1.25"));
        session.figure(ratio("caseload: p99 with many over p99 with few patients (scans)", caseload, longer, null));
        if (few.size() != FEW || all < 100 * FEW) {
            session.flaw("the goal is about %,d against %,d patients: --patients %d --more %d"
                    .formatted(FEW, 100 * FEW, FEW, 99 * FEW));
        }
    }

    private static List<Double> p99(Session session, Supplier<Call> reads, String what) throws InterruptedException {
        Load load = session.asking(reads);
        session.warmUp(load);
        List<Double> p50 = new ArrayList<>();
        List<Double> p99 = new ArrayList<>();
        for (int round = 1; round <= session.sizes().rounds(); round++) {
            Outcome outcome = load.open(PER_SECOND, session.sizes().length());
            p50.add(outcome.millis(50));
            p99.add(outcome.millis(99));
        }
        session.figure(new Figure(what + ", median", "ms", p50, null));
        session.figure(new Figure(what + ", p99", "ms", p99, null));
        return p99;
    }

    private static Figure ratio(String name, List<Double> before, List<Double> after, @Nullable String goal) {
        List<Double> ratios = new ArrayList<>();
        for (int i = 0; i < before.size(); i++) {
            ratios.add(after.get(i) / before.get(i));
        }
        return new Figure(name, "", ratios, goal);
    }
}
