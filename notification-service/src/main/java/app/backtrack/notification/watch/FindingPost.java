package app.backtrack.notification.watch;

import app.backtrack.events.ClinicId;
import app.backtrack.events.PatientRef;
import app.backtrack.notification.ClinicianId;
import app.backtrack.notification.EntryId;
import app.backtrack.notification.contact.MailboxStore;
import app.backtrack.notification.delivery.DeliveryId;
import app.backtrack.notification.delivery.MailPlanner;
import app.backtrack.notification.delivery.Postbox;
import app.backtrack.notification.inbox.Addressee;
import app.backtrack.notification.inbox.Finding;
import app.backtrack.notification.inbox.InboxEntry;
import app.backtrack.notification.inbox.InboxStore;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;

/**
 * Puts findings into inboxes and posts the mail about them, once for each addressee however often that is asked for.
 */
@Singleton
public class FindingPost {
    private final InboxStore inbox;
    private final MailboxStore mailboxes;
    private final Postbox postbox;
    private final InstantSource clock;

    FindingPost(InboxStore inbox, MailboxStore mailboxes, Postbox postbox, InstantSource clock) {
        this.inbox = inbox;
        this.mailboxes = mailboxes;
        this.postbox = postbox;
        this.clock = clock;
    }

    /** Tells an addressee of a finding as it stands. */
    public void tell(PatientRef patient, Addressee addressee, Finding finding) {
        var toBeMailed = MailPlanner.recipients(
                finding.insight().severity(),
                finding.raisedAt(),
                finding.withdrawn(),
                reachable(patient.clinic(), addressee),
                clock.instant());
        InboxEntry entry = inbox.enter(InboxEntry.fresh(patient, addressee, finding, toBeMailed));
        for (ClinicianId recipient : entry.mailedTo()) {
            postbox.post(mail(entry, recipient), entry.finding().raisedAt());
        }
        withdraw(entry, finding);
    }

    /** Notes in an addressee's entry, if there is one, that the finding holds no longer. */
    void withdraw(PatientRef patient, Addressee addressee, Finding finding) {
        EntryId id = InboxEntry.fresh(patient, addressee, finding, List.of()).id();
        inbox.find(patient.clinic(), id).ifPresent(entry -> withdraw(entry, finding));
    }

    private void withdraw(InboxEntry entry, Finding finding) {
        if (finding.withdrawnAt() != null) {
            inbox.withdraw(entry.patient().clinic(), entry.id(), finding.withdrawnAt());
            entry.mailedTo().forEach(recipient -> postbox.withdraw(mail(entry, recipient)));
        }
    }

    private static DeliveryId mail(InboxEntry entry, ClinicianId recipient) {
        return new DeliveryId(entry.patient().clinic(), entry.id(), recipient);
    }

    private Collection<ClinicianId> reachable(ClinicId clinic, Addressee addressee) {
        return switch (addressee) {
            case Addressee.Clinician(ClinicianId id) ->
                mailboxes.find(clinic, id).map(address -> id).stream().toList();
            case Addressee.WholeClinic() -> mailboxes.reachable(clinic);
        };
    }
}
