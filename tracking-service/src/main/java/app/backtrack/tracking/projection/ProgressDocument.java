package app.backtrack.tracking.projection;

import app.backtrack.events.PatientRef;
import app.backtrack.tracking.insight.InsightStep;
import app.backtrack.tracking.progress.ProgressView;
import java.time.Instant;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A patient's progress as it is stored.
 *
 * @param collection the generation that it was read from, and that it is written to
 * @param revision guards the document: each write raises it by one; 0 where there is none yet
 * @param view the fold of the facts
 * @param folded by journal part, how many events of it the view holds
 * @param pending what was decided on this view and is not told yet
 * @param reviewAt when time alone may change what stands; null where it cannot
 */
public record ProgressDocument(
        String collection,
        PatientRef patient,
        long revision,
        ProgressView view,
        SortedMap<String, Integer> folded,
        List<InsightStep> pending,
        @Nullable Instant reviewAt) {

    /** Keeps copies. */
    public ProgressDocument {
        folded = new TreeMap<>(folded);
        pending = List.copyOf(pending);
    }

    /** The document of a patient of whom nothing is known. */
    static ProgressDocument empty(String collection, PatientRef patient) {
        return new ProgressDocument(collection, patient, 0, ProgressView.EMPTY, new TreeMap<>(), List.of(), null);
    }

    /** The same as it stands in the store now. */
    ProgressDocument at(long written) {
        return new ProgressDocument(collection, patient, written, view, folded, pending, reviewAt);
    }

    /** The same with what was decided on it. */
    ProgressDocument with(List<InsightStep> steps, @Nullable Instant nextReviewAt) {
        return new ProgressDocument(collection, patient, revision, view, folded, steps, nextReviewAt);
    }
}
