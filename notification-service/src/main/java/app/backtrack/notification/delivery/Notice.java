package app.backtrack.notification.delivery;

import app.backtrack.events.ClinicId;
import app.backtrack.notification.Recipient;
import java.time.Instant;

/**
 * Something that somebody is to be told.
 *
 * @param clinic the tenant
 * @param recipient who is to be told
 * @param about names what it is about, 32 hexadecimal digits; the same thing under the same name is told once by each
 *     channel
 * @param matter what it is
 * @param dueAt when it is to be told at the earliest, UTC
 * @param expiresAt from then on it is no news any more and is not told, UTC
 */
public record Notice(
        ClinicId clinic, Recipient recipient, String about, Matter matter, Instant dueAt, Instant expiresAt) {}
