package app.backtrack.notification.escalation;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import app.backtrack.events.Actor;
import app.backtrack.events.AlertEvent.AlertAcknowledged;
import app.backtrack.events.ClinicId;
import app.backtrack.events.EventEnvelope;
import app.backtrack.events.InsightEvent.InsightRaised;
import app.backtrack.events.InsightRule;
import app.backtrack.events.PatientId;
import app.backtrack.events.PatientRef;
import app.backtrack.events.Role;
import app.backtrack.events.Severity;
import app.backtrack.notification.alert.AlertStore;
import app.backtrack.notification.settings.ClinicSettingsBook;
import app.backtrack.testkit.quarkus.BackEndsResource;
import app.backtrack.testkit.quarkus.Tokens;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** Alerts about patients whose enrolment was not seen: after a pause they are the whole clinic's. */
@QuarkusTest
@WithTestResource(value = BackEndsResource.class, scope = TestResourceScope.GLOBAL)
@DisplayNameGeneration(ReplaceUnderscores.class)
class EscalationRoundIT {
    private static final LocalDate SINCE = LocalDate.of(2026, 11, 20);

    @Inject
    EscalationRound round;

    @Inject
    AlertStore alerts;

    @Inject
    ClinicSettingsBook settings;

    private final String clinic = Tokens.newClinic();
    private final String token = Tokens.therapist(clinic, "thea." + clinic);
    private final PatientRef patient = new PatientRef(new ClinicId(clinic), new PatientId(UUID.randomUUID()));

    @BeforeEach
    void the_settings_are_read() {
        alerts.prepare();
        await().until(() -> settings.escalationPause(patient.clinic(), SINCE).isPresent());
    }

    @Test
    void what_nobody_acknowledged_comes_to_the_whole_clinic_once() {
        raise(Duration.ofMinutes(16));

        round.run();
        round.run();

        assertThat(inbox()).hasSize(1);
    }

    @Test
    void what_is_fresh_does_not() {
        raise(Duration.ofMinutes(14));

        round.run();

        assertThat(inbox()).isEmpty();
    }

    @Test
    void what_is_read_again_after_two_days_is_told_to_nobody() {
        raise(Duration.ofHours(49));

        round.run();

        assertThat(inbox()).isEmpty();
    }

    @Test
    void what_was_acknowledged_does_not() {
        Actor thea = new Actor(Role.THERAPIST, "thea." + clinic);
        alerts.decided(new EventEnvelope<>(
                "alert/1", patient, Instant.now(), thea, null, null, new AlertAcknowledged("red-flag/1/2026-11-20")));
        raise(Duration.ofMinutes(16));

        round.run();

        assertThat(inbox()).isEmpty();
    }

    private void raise(Duration ago) {
        InsightRaised insight = new InsightRaised(
                InsightRule.RED_FLAG, 1, SINCE, null, Severity.CRITICAL, null, new TreeMap<>(), List.of());
        alerts.raised(patient, insight, Instant.now().minus(ago));
    }

    private List<String> inbox() {
        return given().auth()
                .oauth2(token)
                .get("/v1/inbox")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .getList("entries.id", String.class);
    }
}
