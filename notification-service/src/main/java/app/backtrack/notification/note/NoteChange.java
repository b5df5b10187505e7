package app.backtrack.notification.note;

import app.backtrack.events.PatientRef;
import app.backtrack.events.WireName;
import app.backtrack.notification.Change;
import app.backtrack.notification.EntryId;
import com.fasterxml.jackson.annotation.JsonValue;
import java.time.Instant;

/**
 * What happened to a note last.
 *
 * @param patient whose it is
 * @param entry which note
 * @param at when, UTC, by the clock of the process that wrote it
 * @param kind what
 */
public record NoteChange(PatientRef patient, EntryId entry, Instant at, Kind kind) implements Change {

    /** What can happen to a note. */
    public enum Kind implements WireName {
        /** The patient was told. */
        ENTERED("entered"),
        /** The patient read it. */
        READ("read"),
        /** It holds no longer, and is not listed any more. */
        WITHDRAWN("withdrawn");

        private final String wireName;

        Kind(String wireName) {
            this.wireName = wireName;
        }

        @JsonValue
        @Override
        public String wireName() {
            return wireName;
        }
    }
}
