package app.backtrack.notification.note;

import app.backtrack.events.PatientRef;
import app.backtrack.notification.EntryId;
import app.backtrack.notification.NoticeKind;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Something that a patient was told, as their app shows it.
 *
 * @param patient whose it is
 * @param id names it; follows from what it tells of, so that it is entered once
 * @param kind what it tells of
 * @param at when it was told, UTC, whole milliseconds
 * @param readAt when the patient read it first, UTC; null while they did not
 */
public record Note(
        PatientRef patient,
        EntryId id,
        NoticeKind kind,
        Instant at,
        @Nullable Instant readAt) {

    /** One that was not read yet. */
    public static Note fresh(PatientRef patient, EntryId id, NoticeKind kind, Instant at) {
        return new Note(patient, id, kind, at, null);
    }

    /** The place in the list: by time, and those of one millisecond by id. */
    String position() {
        return "%015d/%s".formatted(at.toEpochMilli(), id);
    }
}
