package app.backtrack.notification.watch;

import app.backtrack.events.PatientRef;
import app.backtrack.events.Severity;
import app.backtrack.notification.ClinicianId;
import app.backtrack.notification.inbox.Addressee;
import app.backtrack.notification.inbox.Finding;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a patient: who looked after them when, and what was found. The two come from topics without an order
 * between them, so each is kept until the other is there.
 *
 * @param patient whom it is about
 * @param assignments who looks after them from when on, by version of the patient's stream; empty while the enrolment
 *     has not been seen yet, which is not the same as an enrolment without a therapist
 * @param findings insights that were raised, withdrawn ones among them
 */
record PatientWatch(PatientRef patient, SortedMap<Integer, Assignment> assignments, List<Finding> findings) {

    /**
     * Who looks after a patient from some moment on.
     *
     * @param therapists all of them; may be empty
     * @param since when that was recorded, UTC
     */
    record Assignment(Set<ClinicianId> therapists, Instant since) {

        /** Keeps a copy of the set. */
        Assignment {
            therapists = Set.copyOf(therapists);
        }

        private Stream<Addressee> addressees() {
            return therapists.isEmpty()
                    ? Stream.of(new Addressee.WholeClinic())
                    : therapists.stream().sorted().map(Addressee.Clinician::new);
        }
    }

    /** Keeps copies. */
    PatientWatch {
        assignments = Collections.unmodifiableSortedMap(new TreeMap<>(assignments));
        findings = List.copyOf(findings);
    }

    /** Who looks after the patient by the latest version; empty while the enrolment has not been seen yet. */
    Optional<Set<ClinicianId>> therapists() {
        return assignments.sequencedValues().reversed().stream().findFirst().map(Assignment::therapists);
    }

    /**
     * Whose inboxes a finding belongs in; nobody's while that cannot be known. It is theirs who looked after the
     * patient when it was recorded, by the times in the log and not by when it is read: so no replay after a change of
     * therapists tells the new ones of what was over before. Of what is urgent and still open, those are told too who
     * look after the patient later, unless the whole clinic has it already.
     *
     * @param settledAt when somebody acknowledged or closed it, UTC; null while nobody did
     */
    List<Addressee> addressees(Finding finding, @Nullable Instant settledAt) {
        Set<Addressee> told = new LinkedHashSet<>();
        assignments.forEach((version, assignment) -> {
            boolean concerned = version == versionAt(finding.raisedAt()) || takesOver(assignment, finding, settledAt);
            if (concerned && !told.contains(new Addressee.WholeClinic())) {
                assignment.addressees().forEach(told::add);
            }
        });
        return List.copyOf(told);
    }

    /** Whose inboxes anything about the patient may be in, by any version. */
    List<Addressee> everybody() {
        return Stream.concat(
                        assignments.values().stream().flatMap(Assignment::addressees),
                        Stream.of(new Addressee.WholeClinic()))
                .distinct()
                .toList();
    }

    /** The version in force at a moment; before the first one, that one. */
    private int versionAt(Instant moment) {
        return assignments.entrySet().stream()
                .filter(each -> !each.getValue().since().isAfter(moment))
                .mapToInt(SortedMap.Entry::getKey)
                .max()
                .orElseGet(assignments::firstKey);
    }

    private static boolean takesOver(Assignment later, Finding finding, @Nullable Instant settledAt) {
        return urgent(finding.insight().severity())
                && later.since().isAfter(finding.raisedAt())
                && isOpen(later.since(), settledAt)
                && isOpen(later.since(), finding.withdrawnAt());
    }

    private static boolean isOpen(Instant moment, @Nullable Instant end) {
        return end == null || moment.isBefore(end);
    }

    private static boolean urgent(Severity severity) {
        return switch (severity) {
            case INFO, LOW, MEDIUM -> false;
            case HIGH, CRITICAL -> true;
        };
    }
}
