package app.backtrack.notification.inbox;

import app.backtrack.notification.ClinicianId;
import java.time.Instant;

/**
 * Says who did something, and when.
 *
 * @param by the clinician
 * @param at UTC, whole milliseconds
 */
public record Stamp(ClinicianId by, Instant at) {}
