package app.backtrack.notification.stream;

import app.backtrack.notification.Reader;
import app.backtrack.notification.inbox.InboxChange;
import app.backtrack.notification.inbox.InboxStore;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.stream.Collectors;

/** Tells of changes of clinicians' inboxes. */
@Singleton
class InboxFeed {
    private final Feed<Reader, InboxChange> feed;

    InboxFeed(InboxStore inbox, InstantSource clock) {
        this.feed = new Feed<>(
                "inbox-feed",
                (readers, since) ->
                        inbox.changes(readers.stream().map(Reader::clinic).collect(Collectors.toSet()), since),
                InboxChange::concerns,
                change -> new ChangeAnswer(change.entry(), change.kind()),
                clock);
    }

    void start(@Observes StartupEvent event) {
        feed.start();
    }

    Feed<Reader, InboxChange> feed() {
        return feed;
    }

    void stop(@Observes ShutdownEvent event) {
        feed.stop();
    }
}
