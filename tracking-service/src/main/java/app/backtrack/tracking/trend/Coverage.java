package app.backtrack.tracking.trend;

import app.backtrack.events.PainContext;
import java.time.LocalDate;
import java.util.List;

/**
 * What a trend rests on.
 *
 * @param context the context of all scores in it
 * @param from the window's first patient-local day
 * @param until the window's last patient-local day
 * @param scoredDays on how many of the window's days there is a score
 * @param blocks the window's weeks, counted back from {@code until}, oldest first
 */
public record Coverage(PainContext context, LocalDate from, LocalDate until, int scoredDays, List<Block> blocks) {

    public Coverage {
        blocks = List.copyOf(blocks);
    }
}
