package app.backtrack.notification.delivery;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Who goes with whom in one message. The message is the lead's: its claim, its id, its outcome.
 *
 * @param digest whether it waits for the recipient's daily message
 * @param lead in whose message it goes, by the lead's key; null where it goes by itself, or leads
 * @param members who goes in its message, by their keys; written with its claim and never after, so that a repeat says
 *     the same
 */
public record Party(boolean digest, @Nullable String lead, List<String> members) {
    /** By itself. */
    static final Party ALONE = new Party(false, null, List.of());

    /** Keeps a copy of the list. */
    public Party {
        members = List.copyOf(members);
    }

    /** The same without company. */
    Party alone() {
        return new Party(digest, null, List.of());
    }
}
