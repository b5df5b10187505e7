package app.backtrack.notification.inbox;

import app.backtrack.events.PatientRef;
import app.backtrack.notification.EntryId;
import app.backtrack.notification.delivery.Reach;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One insight in one inbox.
 *
 * @param patient whom it is about
 * @param addressee whose inbox it is in
 * @param finding what was found
 * @param told who was to be told of it outside of the inbox and how, settled when the entry was made and never again,
 *     so that no replay and no address that was added later makes another message
 * @param read by whom it was read first, and when; null while nobody did
 * @param acknowledged by whom it was acknowledged first, and when; null while nobody did
 */
public record InboxEntry(
        PatientRef patient,
        Addressee addressee,
        Finding finding,
        List<Reach> told,
        @Nullable Stamp read,
        @Nullable Stamp acknowledged) {

    /** Keeps a copy of the list. */
    public InboxEntry {
        told = List.copyOf(told);
    }

    /** An entry that nobody has seen yet. */
    public static InboxEntry fresh(PatientRef patient, Addressee addressee, Finding finding, List<Reach> told) {
        return new InboxEntry(patient, addressee, finding, told, null, null);
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
