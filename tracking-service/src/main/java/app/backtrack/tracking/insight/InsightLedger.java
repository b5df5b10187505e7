package app.backtrack.tracking.insight;

import java.util.Map;
import java.util.TreeMap;

/**
 * Which insights of a patient were dealt with, so that each is told once, whatever is replayed or rebuilt. Marks are
 * only ever added: an insight that was withdrawn stays so.
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

    /**
     * What became of an insight.
     *
     * @param told whether it was announced, as against noted silently
     * @param withdrawn whether it ceased to hold
     */
    public record Mark(boolean told, boolean withdrawn) {}
}
