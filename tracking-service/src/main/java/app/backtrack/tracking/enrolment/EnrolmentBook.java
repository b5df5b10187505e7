package app.backtrack.tracking.enrolment;

import app.backtrack.events.AccessEvent;
import app.backtrack.events.AlertEvent;
import app.backtrack.events.ConsentPurpose;
import app.backtrack.events.ErasureEvent;
import app.backtrack.events.EventEnvelope;
import app.backtrack.events.FactEvent;
import app.backtrack.events.InsightEvent;
import app.backtrack.events.PatientEvent;
import app.backtrack.events.PatientEvent.PatientErased;
import app.backtrack.events.PatientRef;
import app.backtrack.events.ProgramEvent;
import app.backtrack.tracking.enrolment.Enrolment.ProgramStart;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Every enrolled patient, in memory: folds the topic of programs in whatever order and as often as its events come. It
 * takes some 200 bytes a patient.
 */
final class EnrolmentBook {
    private final ConcurrentHashMap<PatientRef, Enrolment> enrolments = new ConcurrentHashMap<>();
    private final ConcurrentHashMap<PatientRef, Consent> consents = new ConcurrentHashMap<>();

    /** Takes an event in; twice is as good as once. */
    void enter(EventEnvelope<?> event) {
        switch (event.data()) {
            case PatientEvent.PatientEnrolled enrolled -> enrol(event.subject(), enrolled.enrolledOn());
            case PatientEvent.ConsentGiven given -> consent(event.subject(), given.purpose(), given.version(), true);
            case PatientEvent.ConsentWithdrawn withdrawn ->
                consent(event.subject(), withdrawn.purpose(), withdrawn.version(), false);
            case PatientErased erased -> enrolments.remove(event.subject());
            case PatientEvent ignored -> {}
            case ProgramEvent program -> start(event.subject(), program);
            case AlertEvent ignored -> {}
            case FactEvent ignored -> {}
            case InsightEvent ignored -> {}
            case AccessEvent ignored -> {}
            case ErasureEvent ignored -> {}
        }
    }

    /** The first local date that a fact of this patient may speak of; empty for a patient who is not enrolled. */
    Optional<LocalDate> earliest(PatientRef patient) {
        return Optional.ofNullable(enrolments.get(patient)).map(Enrolment::earliest);
    }

    /** Whether the patient agrees no longer that what they report is taken in. */
    boolean isWithdrawn(PatientRef patient) {
        Consent last = consents.get(patient);
        return last != null && !last.given();
    }

    /** One purpose so far; the highest version says what holds. */
    private record Consent(int version, boolean given) {}

    private void consent(PatientRef patient, ConsentPurpose purpose, int version, boolean given) {
        switch (purpose) {
            case TRACKING ->
                consents.merge(patient, new Consent(version, given), (a, b) -> a.version() >= b.version() ? a : b);
        }
    }

    private void enrol(PatientRef patient, LocalDate enrolledOn) {
        enrolments.merge(
                patient,
                new Enrolment(enrolledOn, Map.of()),
                (known, added) -> new Enrolment(enrolledOn, known.programStarts()));
    }

    private void start(PatientRef patient, ProgramEvent program) {
        ProgramStart start = new ProgramStart(program.version(), program.plan().startsOn());
        enrolments.compute(patient, (key, known) -> {
            Map<UUID, ProgramStart> starts = known == null ? new HashMap<>() : new HashMap<>(known.programStarts());
            starts.merge(program.programId(), start, (a, b) -> a.version() >= b.version() ? a : b);
            return new Enrolment(known == null ? null : known.enrolledOn(), starts);
        });
    }
}
