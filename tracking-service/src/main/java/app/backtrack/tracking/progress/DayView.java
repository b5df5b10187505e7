package app.backtrack.tracking.progress;

import app.backtrack.events.PainContext;
import app.backtrack.events.RedFlag;
import java.util.List;
import java.util.SortedMap;

/**
 * What a patient reported about one local date.
 *
 * @param pain the scores by context; contexts are never added to each other
 * @param sessions how many sessions were logged
 * @param redFlags the signs that any revision of a screen of this date said yes to, in the enum's order: a positive
 *     screen stands whatever its later revisions say
 */
public record DayView(SortedMap<PainContext, ScoreSum> pain, int sessions, List<RedFlag> redFlags) {

    public DayView {
        pain = Sorted.copyOf(pain);
        redFlags = List.copyOf(redFlags);
    }
}
