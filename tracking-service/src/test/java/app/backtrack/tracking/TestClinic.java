package app.backtrack.tracking;

import app.backtrack.events.Actor;
import app.backtrack.events.BacktrackEvent;
import app.backtrack.events.ClinicId;
import app.backtrack.events.EventEnvelope;
import app.backtrack.events.PatientEvent.PatientEnrolled;
import app.backtrack.events.PatientId;
import app.backtrack.events.PatientRef;
import app.backtrack.events.ProgramEvent.Frequency;
import app.backtrack.events.ProgramEvent.PlannedExercise;
import app.backtrack.events.ProgramEvent.ProgramPlan;
import app.backtrack.events.ProgramEvent.ProgramPrescribed;
import app.backtrack.events.ProgramEvent.Range;
import app.backtrack.events.ProgramEvent.Sides;
import app.backtrack.events.Role;
import app.backtrack.events.SideRule;
import app.backtrack.runtime.log.EventPublisher;
import app.backtrack.testkit.quarkus.Tokens;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;

/** A clinic of a test's own, with what program-service would say of its patients. */
public final class TestClinic {
    private final EventPublisher publisher;
    private final ClinicId id = new ClinicId(Tokens.newClinic());

    /** A new clinic. */
    public TestClinic(EventPublisher publisher) {
        this.publisher = publisher;
    }

    /** The clinic's id. */
    public ClinicId id() {
        return id;
    }

    /** A therapist's token. */
    public String therapist() {
        return Tokens.therapist(id.value(), therapistId());
    }

    /** The id of the clinic's one therapist; account names are unique over all clinics. */
    public String therapistId() {
        return "thea." + id;
    }

    /** An administrator's token. */
    public String admin() {
        return Tokens.admin(id.value());
    }

    /** The token of the clinic's own software. */
    public String system() {
        return Tokens.system(id.value());
    }

    /** A patient's own token. */
    public String patient(PatientRef patient) {
        return Tokens.patient(id.value(), patient.patient().toString());
    }

    /** Somebody who was enrolled today. */
    public PatientRef enrol() {
        PatientRef patient = stranger();
        tell(
                patient,
                "patient/" + patient.patient() + "/1",
                new PatientEnrolled(1, LocalDate.now(ZoneOffset.UTC), "Europe/Berlin", List.of(therapistId())));
        return patient;
    }

    /** Somebody who was not. */
    public PatientRef stranger() {
        return new PatientRef(id, new PatientId(UUID.randomUUID()));
    }

    /** Gives the patient a program of twelve weeks. */
    public UUID prescribe(PatientRef patient, LocalDate startsOn) {
        UUID program = UUID.randomUUID();
        ProgramPlan plan = new ProgramPlan(
                "lower-back-starter",
                "Lower back, first steps",
                startsOn,
                12,
                List.of(),
                List.of(new PlannedExercise(
                        "side-plank",
                        null,
                        new Range(3, 3),
                        null,
                        new Range(20, 30),
                        null,
                        null,
                        null,
                        Sides.of(SideRule.EACH),
                        Frequency.timesPerWeek(3),
                        null,
                        null)),
                List.of());
        tell(patient, "program/" + program + "/1", new ProgramPrescribed(program, 1, startsOn, plan, null));
        return program;
    }

    private void tell(PatientRef patient, String eventId, BacktrackEvent event) {
        publisher
                .publish(new EventEnvelope<>(
                        eventId,
                        patient,
                        Instant.now().truncatedTo(ChronoUnit.MILLIS),
                        new Actor(Role.THERAPIST, therapistId()),
                        null,
                        null,
                        event))
                .join();
    }
}
