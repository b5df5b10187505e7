package app.backtrack.notification.reminder;

import app.backtrack.events.AccessEvent;
import app.backtrack.events.AlertEvent;
import app.backtrack.events.ConsentPurpose;
import app.backtrack.events.ErasureEvent;
import app.backtrack.events.EventEnvelope;
import app.backtrack.events.FactEvent;
import app.backtrack.events.InsightEvent.InsightRaised;
import app.backtrack.events.InsightEvent.InsightWithdrawn;
import app.backtrack.events.PatientEvent.ConsentGiven;
import app.backtrack.events.PatientEvent.ConsentWithdrawn;
import app.backtrack.events.PatientEvent.PatientDischarged;
import app.backtrack.events.PatientEvent.PatientEnrolled;
import app.backtrack.events.PatientEvent.PatientErased;
import app.backtrack.events.PatientEvent.PatientGoalsSet;
import app.backtrack.events.PatientEvent.PatientTimeZoneChanged;
import app.backtrack.events.PatientEvent.TherapistsAssigned;
import app.backtrack.events.PatientRef;
import app.backtrack.events.ProgramEvent;
import app.backtrack.events.SessionEvent.CareTimeLogged;
import app.backtrack.events.SessionEvent.SessionLogged;
import app.backtrack.notification.home.HomeStore;
import app.backtrack.runtime.log.BatchHandler;
import app.backtrack.runtime.log.Outcome;
import jakarta.inject.Singleton;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * Takes down what reminders follow from: who is in care, what is planned, and on which dates something was logged. Of
 * what was logged only the date is kept. Tells nobody anything, but for milestones.
 */
@Singleton
class ReminderProjector implements BatchHandler {
    /** Dates that were over for so long when something was logged for them are of no matter to any reminder. */
    static final int KEPT_DAYS = 14;

    private final ReminderStore reminders;
    private final HomeStore homes;
    private final Encouragement encouragement;
    private boolean prepared;

    ReminderProjector(ReminderStore reminders, HomeStore homes, Encouragement encouragement) {
        this.reminders = reminders;
        this.homes = homes;
        this.encouragement = encouragement;
    }

    @Override
    public List<Outcome> handle(List<EventEnvelope<?>> events) {
        if (!prepared) {
            reminders.prepare();
            prepared = true;
        }
        Map<PatientRef, Map<String, Object>> changes = new LinkedHashMap<>();
        List<Outcome> outcomes = events.stream()
                .map(event -> apply(
                        event,
                        facts -> changes.computeIfAbsent(event.subject(), patient -> new TreeMap<>())
                                .putAll(facts)))
                .toList();
        reminders.add(changes);
        return outcomes;
    }

    /**
     * Takes down what an event says.
     *
     * @param notes takes values by path within the patient's document; the same for the same event
     */
    private Outcome apply(EventEnvelope<?> event, Consumer<Map<String, Object>> notes) {
        PatientRef patient = event.subject();
        return switch (event.data()) {
            case PatientEnrolled enrolled -> {
                // Here as well: this may be read before the findings' reader comes to it.
                homes.lives(patient, enrolled.version(), enrolled.zone(), enrolled.enrolledOn());
                yield applied(notes, Map.of("care." + enrolled.version(), true));
            }
            case PatientTimeZoneChanged moved -> {
                homes.lives(patient, moved.version(), moved.zone(), moved.effectiveFrom());
                yield applied(notes, Map.of("moved." + moved.version(), true));
            }
            case PatientDischarged discharged -> applied(notes, Map.of("care." + discharged.version(), false));
            case PatientErased erased -> Outcome.IGNORED;
            case TherapistsAssigned assigned -> Outcome.IGNORED;
            case PatientGoalsSet goals -> Outcome.IGNORED;
            case ConsentGiven given -> consent(notes, given.purpose(), given.version(), true);
            case ConsentWithdrawn withdrawn -> consent(notes, withdrawn.purpose(), withdrawn.version(), false);
            case ProgramEvent program ->
                applied(
                        notes,
                        Map.of(
                                "programs." + program.programId() + "." + program.version(),
                                ReminderDocuments.write(event, program)));
            // A clinician's minutes are nothing that the patient logged.
            case CareTimeLogged care -> Outcome.IGNORED;
            case FactEvent.Report report -> applied(notes, logged(event, report));
            case FactEvent.Retraction retraction -> Outcome.IGNORED;
            case InsightRaised raised -> encouragement.raised(patient, raised, event.recordedAt());
            case InsightWithdrawn withdrawn -> encouragement.withdrawn(patient, withdrawn);
            case AlertEvent alert -> Outcome.IGNORED;
            case AccessEvent access -> Outcome.IGNORED;
            case ErasureEvent erasure -> Outcome.IGNORED;
        };
    }

    private static Outcome consent(
            Consumer<Map<String, Object>> notes, ConsentPurpose purpose, int version, boolean given) {
        return switch (purpose) {
            // Who may log nothing is reminded of nothing.
            case TRACKING -> applied(notes, Map.of("consent." + version, given));
        };
    }

    private static Outcome applied(Consumer<Map<String, Object>> notes, Map<String, Object> facts) {
        if (facts.isEmpty()) {
            return Outcome.IGNORED;
        }
        notes.accept(facts);
        return Outcome.APPLIED;
    }

    private static Map<String, Object> logged(EventEnvelope<?> event, FactEvent.Report report) {
        var recordedOn = event.recordedAt().atZone(ZoneOffset.UTC).toLocalDate();
        if (report.localDate().isBefore(recordedOn.minusDays(KEPT_DAYS))) {
            return Map.of();
        }
        return report instanceof SessionLogged
                ? Map.of("anything." + report.localDate(), true, "sessions." + report.localDate(), true)
                : Map.of("anything." + report.localDate(), true);
    }
}
