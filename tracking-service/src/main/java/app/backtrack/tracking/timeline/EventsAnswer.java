package app.backtrack.tracking.timeline;

import app.backtrack.events.FactKind;
import app.backtrack.tracking.journal.FactHistory;
import app.backtrack.tracking.journal.FactKey;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The events behind a number, as the API shows them. */
@Schema(name = "Events")
record EventsAnswer(
        @Schema(description = "The facts that were asked for, each with all that was said about it")
        List<Story> facts,

        @Schema(description = "The decisions that were asked for")
        List<TimelineEntry> decisions,

        @Schema(description = "Ids that were asked for and are not in the patient's journal")
        List<String> unknown) {

    /** A fact with its history. */
    @Schema(name = "FactStory")
    record Story(
            FactKind kind,
            UUID id,

            @Schema(description = "Whether the fact counts, as against retracted")
            boolean counts,

            @Schema(description = "Whether two contents of one revision differ")
            boolean conflict,

            @Schema(description = "Every revision, the one that wins last")
            List<TimelineEntry> revisions) {

        static Story of(FactKey key, FactHistory history) {
            List<TimelineEntry> revisions = TimelineRules.entries(history);
            return new Story(key.kind(), key.id(), revisions.getLast().counts(), history.conflict(), revisions);
        }
    }
}
