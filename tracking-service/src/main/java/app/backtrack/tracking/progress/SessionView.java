package app.backtrack.tracking.progress;

import app.backtrack.events.SessionEvent.ExerciseSkipped;
import app.backtrack.events.SessionEvent.SessionLogged;
import java.util.List;

/**
 * A session that counts.
 *
 * @param revision of the winning entry; with the session's id it names the event
 * @param exercises what was done, in the patient's order
 * @param skipped what was due and left out
 */
public record SessionView(int revision, List<ExerciseView> exercises, List<ExerciseSkipped> skipped) {

    public SessionView {
        exercises = List.copyOf(exercises);
        skipped = List.copyOf(skipped);
    }

    static SessionView of(SessionLogged session) {
        return new SessionView(
                session.revision(),
                session.exercises().stream().map(ExerciseView::of).toList(),
                session.skipped() == null ? List.of() : session.skipped());
    }
}
