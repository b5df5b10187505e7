package app.backtrack.notification.inbox;

import app.backtrack.events.ClinicId;
import app.backtrack.events.WireName;
import app.backtrack.notification.Change;
import app.backtrack.notification.EntryId;
import app.backtrack.notification.Reader;
import com.fasterxml.jackson.annotation.JsonValue;
import java.time.Instant;

/**
 * Says that an entry of an inbox is new or stands otherwise than before.
 *
 * @param clinic the tenant
 * @param addressee whose inbox the entry is in
 * @param entry the entry
 * @param kind what happened to it last
 * @param at when our server wrote that, UTC, whole milliseconds
 */
public record InboxChange(ClinicId clinic, Addressee addressee, EntryId entry, Kind kind, Instant at)
        implements Change {

    /** Whether a clinician sees the entry. */
    public boolean concerns(Reader reader) {
        return clinic.equals(reader.clinic()) && addressee.includes(reader.clinician());
    }

    /** What happened to an entry. */
    public enum Kind implements WireName {
        ENTERED("entered"),
        READ("read"),
        ACKNOWLEDGED("acknowledged"),
        WITHDRAWN("withdrawn");

        private final String wireName;

        Kind(String wireName) {
            this.wireName = wireName;
        }

        static Kind of(EntryState state) {
            return switch (state) {
                case NEW -> ENTERED;
                case READ -> READ;
                case ACKNOWLEDGED -> ACKNOWLEDGED;
            };
        }

        @JsonValue
        @Override
        public String wireName() {
            return wireName;
        }
    }
}
