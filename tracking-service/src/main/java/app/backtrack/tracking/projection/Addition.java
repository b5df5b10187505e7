package app.backtrack.tracking.projection;

import app.backtrack.events.EventEnvelope;
import app.backtrack.events.FactEvent;
import app.backtrack.tracking.journal.JournalEntry;
import java.util.ArrayList;
import java.util.List;

/**
 * What a patient's journal was given, new or seen before: it says which of its parts are to be folded anew.
 *
 * @param facts what the patient reported
 * @param decided whether there were decisions of clinicians as well
 */
public record Addition(List<JournalEntry> facts, boolean decided) {

    /** Nothing was added: time alone passed. */
    public static final Addition NONE = new Addition(List.of(), false);

    /** Keeps a copy. */
    public Addition {
        facts = List.copyOf(facts);
    }

    /** The events of one patient. */
    public static Addition of(List<EventEnvelope<?>> events) {
        List<JournalEntry> facts = new ArrayList<>();
        for (EventEnvelope<?> event : events) {
            if (event.data() instanceof FactEvent fact) {
                facts.add(new JournalEntry(fact, event.recordedAt(), event.actor()));
            }
        }
        return new Addition(facts, facts.size() < events.size());
    }
}
