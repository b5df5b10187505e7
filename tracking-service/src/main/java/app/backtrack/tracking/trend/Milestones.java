package app.backtrack.tracking.trend;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * When a patient's relief since the program's baseline first reached a mark while the trend was improving.
 *
 * @param moderate the first patient-local date with a relief of at least 30 %; null where there is none yet
 * @param substantial the first with at least 50 %; null where there is none yet, never before {@code moderate}
 */
public record Milestones(
        @Nullable LocalDate moderate, @Nullable LocalDate substantial) {}
