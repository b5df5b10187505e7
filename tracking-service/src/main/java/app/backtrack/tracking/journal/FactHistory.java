package app.backtrack.tracking.journal;

import java.util.List;

/**
 * All that was said about one fact.
 *
 * @param entries each revision and content once, the winner last; never empty
 * @param conflict whether two entries share a revision and differ in content
 */
public record FactHistory(List<JournalEntry> entries, boolean conflict) {

    public FactHistory {
        entries = List.copyOf(entries);
    }

    /** The entry that counts; where it is a retraction, the fact does not count. */
    public JournalEntry winner() {
        return entries.getLast();
    }
}
