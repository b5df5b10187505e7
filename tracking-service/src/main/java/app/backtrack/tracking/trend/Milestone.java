package app.backtrack.tracking.trend;

import app.backtrack.events.PainContext;
import app.backtrack.tracking.trend.ProgramChange.Relief;
import java.time.LocalDate;

/**
 * A mark of relief that a patient reached in a program.
 *
 * @param relief the mark: moderate or substantial
 * @param date the first patient-local date on which the relief since the baseline was that large and the trend
 *     improving
 * @param context the series in which it was
 */
public record Milestone(Relief relief, LocalDate date, PainContext context) {}
