package app.backtrack.tracking.insight;

import app.backtrack.events.InsightRule;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Which insights of a patient were dealt with and when, so that each is told once, whatever is replayed or rebuilt, and
 * what was told and open at a past moment stays known. Times are only ever added: an insight that was withdrawn stays
 * so.
 *
 * @param marks by insight id
 */
public record InsightLedger(Map<String, Mark> marks) {

    /** Nothing was dealt with. */
    public static final InsightLedger EMPTY = new InsightLedger(Map.of());

    /** Keeps a copy. */
    public InsightLedger {
        marks = new TreeMap<>(marks);
    }

    /** What was in the ledger at an instant. */
    public InsightLedger asOf(Instant instant) {
        Map<String, Mark> known = new TreeMap<>();
        marks.forEach((id, mark) -> {
            Mark then = mark.asOf(instant);
            if (then.entries() > 0) {
                known.put(id, then);
            }
        });
        return new InsightLedger(known);
    }

    /** What it says of one rule. */
    public InsightLedger of(InsightRule rule) {
        Map<String, Mark> own = new TreeMap<>(marks);
        own.keySet().removeIf(id -> !id.startsWith(rule.wireName() + "/"));
        return new InsightLedger(own);
    }

    /** How many times it holds; of two readings of one ledger, the later one never has fewer. */
    public int entries() {
        return marks.values().stream().mapToInt(Mark::entries).sum();
    }

    /**
     * What became of an insight; UTC, null where it has not happened.
     *
     * @param toldAt when it was decided to announce it
     * @param notedAt when it was noted silently, as old news
     * @param withdrawnAt when it was found to hold no longer
     * @param acknowledgedAt when a clinician first took care of the alert
     * @param closedAt when a clinician first closed the alert
     */
    public record Mark(
            @Nullable Instant toldAt,
            @Nullable Instant notedAt,
            @Nullable Instant withdrawnAt,
            @Nullable Instant acknowledgedAt,
            @Nullable Instant closedAt) {

        /** Whether it needs no telling any more; what a clinician did alone does not say so. */
        public boolean isDealtWith() {
            return toldAt != null || notedAt != null || withdrawnAt != null;
        }

        Mark asOf(Instant instant) {
            return new Mark(
                    by(toldAt, instant),
                    by(notedAt, instant),
                    by(withdrawnAt, instant),
                    by(acknowledgedAt, instant),
                    by(closedAt, instant));
        }

        int entries() {
            return (int) Stream.of(toldAt, notedAt, withdrawnAt, acknowledgedAt, closedAt)
                    .filter(Objects::nonNull)
                    .count();
        }

        private static @Nullable Instant by(@Nullable Instant happened, Instant instant) {
            return happened == null || happened.isAfter(instant) ? null : happened;
        }
    }
}
