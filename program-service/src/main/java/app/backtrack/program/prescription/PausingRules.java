package app.backtrack.program.prescription;

import app.backtrack.events.EventEnvelope;
import app.backtrack.events.ProgramEvent;
import app.backtrack.events.ProgramStatus;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Says whether something that was found in a patient's facts still pauses the program. */
final class PausingRules {
    private PausingRules() {}

    /**
     * Whether the program is to be paused: it is active, has been so without a break since before the cause, and no
     * version of it has this cause yet. Whoever prescribed or resumed it after the cause has decided that it may go on,
     * so a replay of the log, however late, changes nothing.
     */
    static boolean pauses(List<EventEnvelope<ProgramEvent>> versions, Cause cause) {
        boolean heeded = versions.stream().anyMatch(version -> cause.id().equals(version.causationId()));
        Instant activeSince = activeSince(versions);
        return !heeded && activeSince != null && !activeSince.isAfter(cause.at());
    }

    private static @Nullable Instant activeSince(List<EventEnvelope<ProgramEvent>> versions) {
        Instant since = null;
        for (EventEnvelope<ProgramEvent> version : versions) {
            if (version.data().status() != ProgramStatus.ACTIVE) {
                since = null;
            } else if (since == null) {
                since = version.recordedAt();
            }
        }
        return since;
    }
}
