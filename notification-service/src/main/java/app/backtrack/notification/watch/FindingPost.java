package app.backtrack.notification.watch;

import app.backtrack.events.ClinicId;
import app.backtrack.events.InsightEvent.InsightRaised;
import app.backtrack.events.PatientRef;
import app.backtrack.notification.EntryId;
import app.backtrack.notification.Recipient;
import app.backtrack.notification.delivery.DeliveryConfig;
import app.backtrack.notification.delivery.DeliveryId;
import app.backtrack.notification.delivery.DeliveryPlanner;
import app.backtrack.notification.delivery.Matter;
import app.backtrack.notification.delivery.Notice;
import app.backtrack.notification.delivery.NoticePlanner;
import app.backtrack.notification.delivery.Postbox;
import app.backtrack.notification.delivery.Reach;
import app.backtrack.notification.inbox.Addressee;
import app.backtrack.notification.inbox.Finding;
import app.backtrack.notification.inbox.InboxEntry;
import app.backtrack.notification.inbox.InboxStore;
import app.backtrack.runtime.fault.CrashPoint;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.List;

/**
 * Puts findings into inboxes and posts the messages about them, once for each addressee however often that is asked
 * for.
 */
@Singleton
public class FindingPost {
    private final InboxStore inbox;
    private final Postbox postbox;
    private final DeliveryConfig config;
    private final InstantSource clock;

    FindingPost(InboxStore inbox, Postbox postbox, DeliveryConfig config, InstantSource clock) {
        this.inbox = inbox;
        this.postbox = postbox;
        this.config = config;
        this.clock = clock;
    }

    /** Tells an addressee of a finding as it stands. */
    public void tell(PatientRef patient, Addressee addressee, Finding finding) {
        var toBeTold = NoticePlanner.recipients(
                finding.insight().severity(),
                finding.raisedAt(),
                finding.withdrawn(),
                reachable(patient.clinic(), addressee),
                clock.instant());
        InboxEntry entry = inbox.enter(InboxEntry.fresh(patient, addressee, finding, toBeTold));
        CrashPoint.ENTRY_WRITTEN.reached();
        entry.told().forEach(reach -> post(entry, reach));
        CrashPoint.PLANNED.reached();
        withdraw(entry, finding);
    }

    /** Notes in an addressee's entry, if there is one, that the finding holds no longer. */
    void withdraw(PatientRef patient, Addressee addressee, Finding finding) {
        EntryId id = InboxEntry.fresh(patient, addressee, finding, List.of()).id();
        inbox.find(patient.clinic(), id).ifPresent(entry -> withdraw(entry, finding));
    }

    private void post(InboxEntry entry, Reach reach) {
        InsightRaised insight = entry.finding().insight();
        Notice notice = new Notice(
                entry.patient().clinic(),
                reach.recipient(),
                entry.id().value(),
                Matter.alert(NoticePlanner.kind(insight.severity()), entry.patient(), insight.insightId()),
                NoticePlanner.dueAt(insight.severity(), clock.instant(), config.gathering()),
                entry.finding().raisedAt().plus(DeliveryPlanner.NEWS));
        postbox.post(notice, List.of(reach));
    }

    private void withdraw(InboxEntry entry, Finding finding) {
        if (finding.withdrawnAt() != null) {
            ClinicId clinic = entry.patient().clinic();
            inbox.withdraw(clinic, entry.id(), finding.withdrawnAt());
            entry.told()
                    .forEach(reach ->
                            postbox.withdraw(new DeliveryId(clinic, entry.id().value(), reach)));
        }
    }

    private List<Reach> reachable(ClinicId clinic, Addressee addressee) {
        return switch (addressee) {
            case Addressee.Clinician(var id) -> postbox.reaches(clinic, new Recipient.Clinician(id));
            case Addressee.WholeClinic() ->
                postbox.clinicians(clinic).stream()
                        .flatMap(id -> postbox.reaches(clinic, new Recipient.Clinician(id)).stream())
                        .toList();
        };
    }
}
