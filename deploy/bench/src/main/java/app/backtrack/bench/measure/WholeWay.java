package app.backtrack.bench.measure;

import app.backtrack.bench.load.Load;
import app.backtrack.bench.load.Load.Outcome;
import app.backtrack.bench.result.Figure;
import java.util.Map;

/**
 * From HTTP through the log to journal and progress, facts alone and in journals. Afterwards the progress of every
 * patient has to show as many scores as the ledger holds: fewer were lost, more were counted twice.
 */
final class WholeWay implements Measure {

    @Override
    public void run(Session session) throws InterruptedException {
        Load single = session.reporting(session.population().scores());
        Load batch =
                session.reporting(session.population().journals(session.sizes().batch()));
        session.warmUp(single);
        int batches = Math.max(2, session.sizes().connections() / 8);
        // Some seconds are enough, and tens of thousands of facts, for the one thing that is new to warm processes.
        var unused = batch.closed(batches, session.sizes().warmUp().dividedBy(10));
        Ledger.settle(session);
        measure(session, "facts alone", single, session.sizes().connections());
        measure(session, "facts in journals", batch, batches);
        Ledger.check(session);
    }

    private static void measure(Session session, String how, Load load, int underWay) throws InterruptedException {
        Map<String, Double> before = session.processorSeconds();
        Disk disk = Disk.of(session.system());
        long begin = System.nanoTime();
        Outcome outcome = load.closed(underWay, session.sizes().length());
        Ledger.settle(session);
        double seconds = (System.nanoTime() - begin) / 1e9;
        session.figure(Figure.once(how + ", taken", "1/s", outcome.rate(), null));
        session.figure(Figure.once(how + ", in the progress", "1/s", outcome.taken() / seconds, ">= 8,000"));
        session.figure(Figure.once(how + ", refused", "requests", outcome.refused() + outcome.unanswered(), null));
        session.processorFigures(how, before, outcome.taken());
        disk.figure(session, how, outcome.taken());
    }
}
