package app.backtrack.notification.text;

import app.backtrack.notification.NoticeKind;
import java.util.List;

/**
 * What a message is about.
 *
 * @param kind the most urgent of what it is about
 * @param digest whether it is what was held back of many patients
 * @param entries the inbox entries that it names, by their ids; of a reminder none
 */
public record Occasion(NoticeKind kind, boolean digest, List<String> entries) {

    /** Keeps a copy of the list. */
    public Occasion {
        entries = List.copyOf(entries);
    }
}
