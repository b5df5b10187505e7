package app.backtrack.program.prescription;

import java.time.Instant;

/**
 * What made us decide something by ourselves.
 *
 * @param id stands for it wherever it comes up again; a decision with this causation id is taken once
 * @param eventId the CloudEvents id of the event that told us
 * @param at when that was recorded, UTC
 */
public record Cause(String id, String eventId, Instant at) {}
