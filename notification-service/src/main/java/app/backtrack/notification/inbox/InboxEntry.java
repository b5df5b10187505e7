package app.backtrack.notification.inbox;

import app.backtrack.events.PatientRef;
import app.backtrack.notification.ClinicianId;
import app.backtrack.notification.EntryId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One insight in one inbox.
 *
 * @param patient whom it is about
 * @param addressee whose inbox it is in
 * @param finding what was found
 * @param mailedTo who was to be mailed about it, settled when the entry was made and never again, so that no replay and
 *     no mailbox that was added later makes another mail
 * @param read by whom it was read first, and when; null while nobody did
 * @param acknowledged by whom it was acknowledged first, and when; null while nobody did
 */
public record InboxEntry(
        PatientRef patient,
        Addressee addressee,
        Finding finding,
        List<ClinicianId> mailedTo,
        @Nullable Stamp read,
        @Nullable Stamp acknowledged) {

    /** Keeps a copy of the list. */
    public InboxEntry {
        mailedTo = List.copyOf(mailedTo);
    }

    /** An entry that nobody has seen yet. */
    public static InboxEntry fresh(
            PatientRef patient, Addressee addressee, Finding finding, List<ClinicianId> mailedTo) {
        return new InboxEntry(patient, addressee, finding, mailedTo, null, null);
    }

    /** Names the entry to the outside; follows from patient, insight and addressee. */
    public EntryId id() {
        return EntryId.of(patient, finding.insight().insightId(), addressee.key());
    }

    /** What was done about it so far. */
    public EntryState state() {
        if (acknowledged != null) {
            return EntryState.ACKNOWLEDGED;
        }
        return read != null ? EntryState.READ : EntryState.NEW;
    }

    /** The place in the inbox: by time, and entries of one millisecond by id. */
    String position() {
        return "%015d/%s".formatted(finding.raisedAt().toEpochMilli(), id());
    }
}
