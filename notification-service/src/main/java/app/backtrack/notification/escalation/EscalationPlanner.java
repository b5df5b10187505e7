package app.backtrack.notification.escalation;

import app.backtrack.events.Severity;
import app.backtrack.notification.ClinicianId;
import app.backtrack.notification.alert.Alert;
import app.backtrack.notification.delivery.DeliveryPlanner;
import app.backtrack.notification.inbox.Addressee;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;

/**
 * Decides who else is told of a critical alert that nobody acknowledges: after one pause a second clinician, after two
 * the whole clinic. Quiet hours do not hold it back.
 */
final class EscalationPlanner {
    private EscalationPlanner() {}

    /**
     * Who is to have been told by now, beside the patient's therapists. Asked again it names the same people, and
     * further ones later; of an alert that was acknowledged, closed, withdrawn or is 48 hours old it names nobody.
     *
     * @param therapists who looks after the patient; empty while the enrolment has not been seen yet
     * @param reachable who of the clinic can be told outside of the inbox
     * @param pause how long somebody has to acknowledge it
     */
    static List<Addressee> addressees(
            Alert alert,
            Optional<Set<ClinicianId>> therapists,
            SortedSet<ClinicianId> reachable,
            Duration pause,
            Instant now) {
        if (!waits(alert) || alert.raised() == null) {
            return List.of();
        }
        Instant raisedAt = alert.raised().at();
        if (now.isBefore(raisedAt.plus(pause)) || !now.isBefore(raisedAt.plus(DeliveryPlanner.NEWS))) {
            return List.of();
        }
        Set<ClinicianId> told = therapists.orElse(Set.of());
        Optional<ClinicianId> second = told.isEmpty()
                ? Optional.empty()
                : reachable.stream().filter(one -> !told.contains(one)).findFirst();
        boolean everybody = second.isEmpty() || !now.isBefore(raisedAt.plus(pause.multipliedBy(2)));
        return everybody ? List.of(new Addressee.WholeClinic()) : List.of(new Addressee.Clinician(second.get()));
    }

    private static boolean waits(Alert alert) {
        return alert.raised() != null
                && alert.raised().insight().severity() == Severity.CRITICAL
                && alert.withdrawnAt() == null
                && alert.view().acknowledged() == null
                && alert.view().closed() == null;
    }
}
