package app.backtrack.notification.escalation;

import app.backtrack.events.ClinicId;
import app.backtrack.notification.alert.Alert;
import app.backtrack.notification.alert.Alert.Raised;
import app.backtrack.notification.alert.AlertStore;
import app.backtrack.notification.delivery.DeliveryPlanner;
import app.backtrack.notification.delivery.Postbox;
import app.backtrack.notification.inbox.Finding;
import app.backtrack.notification.settings.ClinicSettingsBook;
import app.backtrack.notification.watch.FindingPost;
import app.backtrack.notification.watch.PatientWatchStore;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.InstantSource;

/**
 * Goes once through the critical alerts that nobody acknowledged. It keeps no state: inbox entries and mails are made
 * once by their ids, so rounds can repeat, overlap and break off.
 */
@Singleton
class EscalationRound {
    private final AlertStore alerts;
    private final PatientWatchStore watches;
    private final Postbox postbox;
    private final FindingPost post;
    private final ClinicSettingsBook settings;
    private final InstantSource clock;

    EscalationRound(
            AlertStore alerts,
            PatientWatchStore watches,
            Postbox postbox,
            FindingPost post,
            ClinicSettingsBook settings,
            InstantSource clock) {
        this.alerts = alerts;
        this.watches = watches;
        this.postbox = postbox;
        this.post = post;
        this.settings = settings;
        this.clock = clock;
    }

    /** Tells whoever is to be told by now. */
    void run() {
        Instant now = clock.instant();
        for (Alert alert : alerts.unacknowledgedCritical(now.minus(DeliveryPlanner.NEWS))) {
            if (alert.raised() != null) {
                escalate(alert, alert.raised(), now);
            }
        }
    }

    private void escalate(Alert alert, Raised raised, Instant now) {
        ClinicId clinic = alert.patient().clinic();
        settings.escalationPause(clinic, raised.insight().since())
                .ifPresent(pause -> EscalationPlanner.addressees(
                                alert, watches.therapists(alert.patient()), postbox.clinicians(clinic), pause, now)
                        .forEach(addressee -> post.tell(
                                alert.patient(), addressee, new Finding(raised.insight(), raised.at(), null))));
    }
}
