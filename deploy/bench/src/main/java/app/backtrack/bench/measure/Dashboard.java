package app.backtrack.bench.measure;

import app.backtrack.bench.load.Call;
import app.backtrack.bench.load.Caller.Reply;
import app.backtrack.bench.load.Load;
import app.backtrack.bench.load.Load.Outcome;
import app.backtrack.bench.result.Figure;
import io.vertx.core.Future;
import java.util.ArrayList;
import java.util.List;

/**
 * From the moment at which a score is to be sent to the end of the read that shows it in the progress, while scores
 * arrive by a fixed schedule at 10, 50 and 80 % of what the system can take.
 */
final class Dashboard implements Measure {
    private static final int[] PERCENT = {10, 50, 80};
    private static final String[] GOALS = {"<= 50", "<= 250", null};

    @Override
    public void run(Session session) throws InterruptedException {
        Load writing = session.reporting(session.population().scores());
        session.warmUp(writing);
        long begin = System.nanoTime();
        Outcome most =
                writing.closed(session.sizes().connections(), session.sizes().length());
        Ledger.settle(session);
        double capacity = most.taken() / ((System.nanoTime() - begin) / 1e9);
        session.figure(Figure.once("capacity: scores into the progress", "1/s", capacity, null));
        Load shown =
                new Load(call -> untilShown(session, call), session.population().scores());
        session.warmUp(shown);
        for (int i = 0; i < PERCENT.length; i++) {
            List<Double> p50 = new ArrayList<>();
            List<Double> p99 = new ArrayList<>();
            for (int round = 1; round <= session.sizes().rounds(); round++) {
                Outcome outcome =
                        shown.open(capacity * PERCENT[i] / 100, session.sizes().length());
                p50.add(outcome.millis(50));
                p99.add(outcome.millis(99));
                if (outcome.refused() + outcome.unanswered() > 0) {
                    session.flaw("at %d %%: %,d refused or not shown in 2 s, %,d unanswered"
                            .formatted(PERCENT[i], outcome.refused(), outcome.unanswered()));
                }
            }
            String at = "score to dashboard at %d %% of capacity, ".formatted(PERCENT[i]);
            session.figure(new Figure(at + "median", "ms", p50, null));
            session.figure(new Figure(at + "p99", "ms", p99, GOALS[i]));
        }
    }

    /** A read that does not show it counts as a refusal. */
    private static Future<Reply> untilShown(Session session, Call write) {
        return session.population().report(write).compose(written -> {
            String position = written.position();
            if (written.status() != 202 || position == null) {
                return Future.succeededFuture(written);
            }
            return session.caller()
                    .send(session.population().readAfter(write, position))
                    .map(read -> "true".equals(read.applied())
                            ? read
                            : new Reply(503, "", null, read.applied(), read.sentAt()));
        });
    }
}
