package app.backtrack.notification.reminder;

import app.backtrack.events.NotificationChannel;
import app.backtrack.events.PatientRef;
import app.backtrack.notification.EntryId;
import app.backtrack.notification.NoticeKind;
import app.backtrack.notification.Recipient;
import app.backtrack.notification.delivery.DeliveryId;
import app.backtrack.notification.delivery.Matter;
import app.backtrack.notification.delivery.Notice;
import app.backtrack.notification.delivery.Postbox;
import app.backtrack.notification.delivery.Reach;
import app.backtrack.notification.note.Note;
import app.backtrack.notification.note.NoteStore;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;

/** Tells patients of what is their own: in their app, and by the channels that they have and did not switch off. */
@Singleton
class PatientPost {
    private static final List<NotificationChannel> CHANNELS =
            List.of(NotificationChannel.EMAIL, NotificationChannel.WEB_PUSH);

    private final NoteStore notes;
    private final Postbox postbox;

    PatientPost(NoteStore notes, Postbox postbox) {
        this.notes = notes;
        this.postbox = postbox;
    }

    /**
     * Tells a patient of something, once however often that is asked for.
     *
     * @param id names it
     * @param at since when it is to be told, UTC
     * @param end from then on it is not told any more, UTC
     */
    void tell(PatientRef patient, EntryId id, NoticeKind kind, Instant at, Instant end) {
        notes.enter(Note.fresh(patient, id, kind, at.truncatedTo(ChronoUnit.MILLIS)));
        postbox.post(new Notice(
                patient.clinic(),
                new Recipient.Patient(patient.patient()),
                id.value(),
                Matter.reminder(kind, id.value()),
                at,
                end));
    }

    /** Takes back what holds no longer; too late for a message that is under way. */
    void withdraw(PatientRef patient, EntryId id) {
        notes.withdraw(patient, id);
        for (NotificationChannel channel : CHANNELS) {
            Reach reach = new Reach(new Recipient.Patient(patient.patient()), channel);
            postbox.withdraw(new DeliveryId(patient.clinic(), id.value(), reach));
        }
    }
}
