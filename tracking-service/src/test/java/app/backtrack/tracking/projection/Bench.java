package app.backtrack.tracking.projection;

import app.backtrack.events.Actor;
import app.backtrack.events.BacktrackEvent;
import app.backtrack.events.ClinicId;
import app.backtrack.events.EventEnvelope;
import app.backtrack.events.FactEvent;
import app.backtrack.events.PatientEvent.PatientEnrolled;
import app.backtrack.events.PatientId;
import app.backtrack.events.PatientRef;
import app.backtrack.events.Role;
import app.backtrack.testkit.quarkus.Tokens;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;

/** Events of one patient of a test's own, as the record loop would hand them over. */
final class Bench {
    static final LocalDate TODAY = LocalDate.now(ZoneOffset.UTC);

    private final PatientRef patient =
            new PatientRef(new ClinicId(Tokens.newClinic()), new PatientId(UUID.randomUUID()));

    PatientRef patient() {
        return patient;
    }

    EventEnvelope<?> enrolled() {
        return event("patient/" + patient.patient() + "/1", new PatientEnrolled(1, TODAY, "UTC", List.of()));
    }

    EventEnvelope<?> event(FactEvent fact) {
        return event(fact.eventId(), fact);
    }

    private EventEnvelope<?> event(String id, BacktrackEvent data) {
        Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
        return new EventEnvelope<>(id, patient, now, new Actor(Role.PATIENT, "any"), null, null, data);
    }
}
