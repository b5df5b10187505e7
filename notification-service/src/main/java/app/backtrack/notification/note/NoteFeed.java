package app.backtrack.notification.note;

import app.backtrack.events.PatientRef;
import app.backtrack.notification.EntryId;
import app.backtrack.notification.stream.Feed;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Tells patients' open apps of changes of their notes. */
@Singleton
class NoteFeed {
    private final Feed<PatientRef, NoteChange> feed;

    NoteFeed(NoteStore notes, InstantSource clock) {
        this.feed = new Feed<>(
                "note-feed",
                notes::changes,
                (change, patient) -> change.patient().equals(patient),
                change -> new Answer(change.entry(), change.kind()),
                clock);
    }

    /**
     * What an event of the stream holds: enough to ask for the notes, and nothing more.
     *
     * @param id the note
     * @param change what happened to it last
     */
    @Schema(name = "NoteChange")
    record Answer(
            @Schema(examples = "5f2c0b8f6f1d4d5c9a3b7e8f90a1b2c3")
            EntryId id,

            NoteChange.Kind change) {}

    void start(@Observes StartupEvent event) {
        feed.start();
    }

    Feed<PatientRef, NoteChange> feed() {
        return feed;
    }

    void stop(@Observes ShutdownEvent event) {
        feed.stop();
    }
}
