package app.backtrack.notification.reminder;

import app.backtrack.events.PatientRef;
import app.backtrack.notification.Fingerprint;
import app.backtrack.notification.NoticeKind;
import java.time.Instant;

/**
 * One reminder, of one due thing.
 *
 * @param kind what sort of thing is due
 * @param item names the due thing within its kind: a local date, the how-manieth of a local date, or an ISO week
 * @param at when it is to be reminded of, UTC
 */
record Reminder(NoticeKind kind, String item, Instant at) {

    /** Names it, without the time: a due thing is reminded of once, however clocks, homes and wishes change. */
    String id(PatientRef patient) {
        return Fingerprint.of(patient.key() + "|reminder|" + kind.wireName() + "|" + item);
    }
}
