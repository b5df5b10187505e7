package app.backtrack.notification.stream;

import app.backtrack.notification.EntryId;
import app.backtrack.notification.inbox.InboxChange;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What an event of the stream holds: enough to ask for the entry, and nothing more.
 *
 * @param id the entry
 * @param change what happened to it last
 */
@Schema(name = "InboxChange")
record ChangeAnswer(
        @Schema(examples = "5f2c0b8f6f1d4d5c9a3b7e8f90a1b2c3")
        EntryId id,

        InboxChange.Kind change) {}
