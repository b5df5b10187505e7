package app.backtrack.notification.note;

import app.backtrack.notification.EntryId;
import app.backtrack.notification.NoticeKind;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A note as the patient's app shows it.
 *
 * @param id names it; the same as in a message about it
 * @param kind what it tells of
 * @param title what it says, in the patient's language, in a few words
 * @param text the same at length
 * @param at when it was told, UTC
 * @param readAt when it was read first, UTC; missing while it was not
 */
@Schema(name = "Note")
@JsonInclude(JsonInclude.Include.NON_NULL)
record NoteAnswer(
        @Schema(examples = "5f2c0b8f6f1d4d5c9a3b7e8f90a1b2c3")
        EntryId id,

        NoticeKind kind,

        @Schema(examples = "A reminder for today") String title,

        @Schema(examples = "There is a session on your plan for today.")
        String text,

        Instant at,
        @Nullable Instant readAt) {

    /**
     * A page of notes.
     *
     * @param notes newest first
     */
    @Schema(name = "Notes")
    record Listing(List<NoteAnswer> notes) {}
}
