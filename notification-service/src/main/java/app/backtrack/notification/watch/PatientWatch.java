package app.backtrack.notification.watch;

import app.backtrack.events.PatientRef;
import app.backtrack.notification.ClinicianId;
import app.backtrack.notification.inbox.Addressee;
import app.backtrack.notification.inbox.Finding;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What is known of a patient: who looks after them, and what was found. The two come from topics without an order
 * between them, so each is kept until the other is there.
 *
 * @param patient whom it is about
 * @param therapists who looks after them; empty while the enrolment has not been seen yet, which is not the same as an
 *     enrolment without a therapist
 * @param findings insights that were raised, withdrawn ones among them
 */
record PatientWatch(PatientRef patient, Optional<Set<ClinicianId>> therapists, List<Finding> findings) {

    /** Keeps copies. */
    PatientWatch {
        therapists = therapists.map(Set::copyOf);
        findings = List.copyOf(findings);
    }

    /** Whose inboxes the findings belong in; nobody's while that cannot be known. */
    List<Addressee> addressees() {
        return therapists.map(PatientWatch::addressees).orElse(List.of());
    }

    private static List<Addressee> addressees(Set<ClinicianId> therapists) {
        if (therapists.isEmpty()) {
            return List.of(new Addressee.WholeClinic());
        }
        return therapists.stream()
                .sorted()
                .<Addressee>map(Addressee.Clinician::new)
                .toList();
    }
}
