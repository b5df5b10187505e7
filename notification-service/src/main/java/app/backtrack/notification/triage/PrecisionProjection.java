package app.backtrack.notification.triage;

import app.backtrack.events.InsightEvent.InsightRaised;
import app.backtrack.events.InsightRule;
import app.backtrack.notification.alert.Alert;
import app.backtrack.notification.alert.AlertView;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Counts what became of alerts, by rule and version; takes one alert after the other. */
final class PrecisionProjection {
    private static final int PERCENT = 100;

    private final TreeMap<Key, Counts> counts = new TreeMap<>(
            Comparator.comparing((Key key) -> key.rule().wireName()).thenComparingInt(Key::version));

    private record Key(InsightRule rule, int version) {}

    private record Counts(int raised, int withdrawn, int actedOn, int dismissed) {
        private static final Counts NONE = new Counts(0, 0, 0, 0);

        Counts with(boolean isWithdrawn, AlertView view) {
            boolean acted = view.closed() != null && view.closed().outcome().actedOn();
            boolean put = view.closed() != null && !view.closed().outcome().actedOn();
            return new Counts(
                    raised + 1,
                    withdrawn + (isWithdrawn ? 1 : 0),
                    actedOn + (acted ? 1 : 0),
                    dismissed + (put ? 1 : 0));
        }

        @Nullable
        Integer precision() {
            int closed = actedOn + dismissed;
            return closed == 0
                    ? null
                    : BigDecimal.valueOf((long) actedOn * PERCENT)
                            .divide(BigDecimal.valueOf(closed), 0, RoundingMode.HALF_UP)
                            .intValueExact();
        }
    }

    /** Counts one alert. */
    void add(Alert alert) {
        if (alert.raised() == null) {
            return;
        }
        InsightRaised insight = alert.raised().insight();
        Key key = new Key(insight.rule(), insight.ruleVersion());
        counts.put(key, counts.getOrDefault(key, Counts.NONE).with(alert.withdrawnAt() != null, alert.view()));
    }

    /** What was counted, in the order of the rules' names and versions. */
    List<AlertReport.Row> rows() {
        return counts.entrySet().stream()
                .map(each -> new AlertReport.Row(
                        each.getKey().rule(),
                        each.getKey().version(),
                        each.getValue().raised(),
                        each.getValue().withdrawn(),
                        each.getValue().actedOn(),
                        each.getValue().dismissed(),
                        each.getValue().precision()))
                .toList();
    }
}
