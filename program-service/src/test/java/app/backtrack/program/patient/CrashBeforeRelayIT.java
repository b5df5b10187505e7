package app.backtrack.program.patient;

import static org.assertj.core.api.Assertions.assertThat;

import app.backtrack.events.Actor;
import app.backtrack.events.EventEnvelope;
import app.backtrack.events.PatientEvent;
import app.backtrack.events.PatientEvent.PatientEnrolled;
import app.backtrack.events.PatientRef;
import app.backtrack.events.Role;
import app.backtrack.program.identity.PatientIdentity;
import app.backtrack.program.it.LogBook;
import app.backtrack.testkit.quarkus.BackEndsResource;
import app.backtrack.testkit.quarkus.Tokens;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(value = BackEndsResource.class, scope = TestResourceScope.GLOBAL)
@DisplayNameGeneration(ReplaceUnderscores.class)
class CrashBeforeRelayIT {

    @Inject
    PatientStore patients;

    @Inject
    LogBook log;

    @Test
    void what_was_committed_and_not_relayed_is_swept_into_the_log() throws Exception {
        PatientRef ref = PatientRef.of(Tokens.newClinic() + "/" + UUID.randomUUID());
        PatientEnrolled enrolled = new PatientEnrolled(1, LocalDate.of(2026, 11, 20), "Europe/Berlin", List.of());
        EventEnvelope<PatientEvent> event = new EventEnvelope<>(
                "patient/" + ref.patient() + "/1",
                ref,
                Instant.parse("2026-11-20T18:30:00.123Z"),
                new Actor(Role.CLINIC_SYSTEM, "harbour-system"),
                null,
                null,
                enrolled);

        patients.enrol(event, PatientDecider.enrolled(enrolled), new PatientIdentity("Ada Muster", null, List.of()));

        assertThat(log.event(event.id())).isEqualTo(event);
    }
}
