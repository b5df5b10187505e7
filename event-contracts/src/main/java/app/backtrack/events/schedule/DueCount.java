package app.backtrack.events.schedule;

import java.util.UUID;

/**
 * How often something was due in a program week, as far as the week lies in the range that was asked for.
 *
 * @param programId the program
 * @param programWeek from 1
 * @param kind exercise or habit
 * @param id of the exercise or habit in the catalog
 * @param days days on which it was due or could be done, 1 to 7
 * @param due how often it was due; may be 0 where a few days are too few for something that is due once a week
 */
public record DueCount(UUID programId, int programWeek, DueKind kind, String id, int days, int due) {}
