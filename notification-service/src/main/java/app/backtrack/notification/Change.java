package app.backtrack.notification;

import java.time.Instant;

/** What happened last to something that an open browser shows. */
public interface Change {

    /** Which thing. */
    EntryId entry();

    /** When, UTC, by the clock of the process that wrote it. */
    Instant at();
}
