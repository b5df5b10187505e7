package app.backtrack.notification.inbox;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * One page of an inbox.
 *
 * @param entries newest first
 */
@Schema(name = "Inbox")
record InboxAnswer(List<EntryAnswer> entries) {}
