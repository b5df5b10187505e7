package app.backtrack.notification.watch;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import app.backtrack.events.Actor;
import app.backtrack.events.BacktrackEvent;
import app.backtrack.events.ClinicId;
import app.backtrack.events.EventEnvelope;
import app.backtrack.events.InsightEvent.InsightRaised;
import app.backtrack.events.InsightEvent.InsightWithdrawn;
import app.backtrack.events.InsightRule;
import app.backtrack.events.PatientEvent.PatientEnrolled;
import app.backtrack.events.PatientId;
import app.backtrack.events.PatientRef;
import app.backtrack.events.Role;
import app.backtrack.events.Severity;
import app.backtrack.testkit.quarkus.BackEndsResource;
import app.backtrack.testkit.quarkus.Tokens;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The same events in every order, some of them twice, end in the same inbox. */
@QuarkusTest
@WithTestResource(value = BackEndsResource.class, scope = TestResourceScope.GLOBAL)
@DisplayNameGeneration(ReplaceUnderscores.class)
class InsightProjectorIT {
    private static final Instant RECORDED_AT = Instant.parse("2026-11-20T18:30:00Z");
    private static final LocalDate SINCE = LocalDate.of(2026, 11, 20);

    @Inject
    InsightProjector projector;

    private final String clinic = Tokens.newClinic();
    private final PatientRef patient = new PatientRef(new ClinicId(clinic), new PatientId(UUID.randomUUID()));

    @ParameterizedTest
    @ValueSource(strings = {"ERW", "EWR", "REW", "RWE", "WER", "WRE", "RRWEEW", "WEWRER", "EERRWW"})
    void order_and_repetition_change_nothing(String order) {
        String thea = "thea." + clinic;
        List<EventEnvelope<?>> events = new ArrayList<>();
        order.chars().forEach(letter -> events.add(event((char) letter, thea)));

        // One by one and then all at once: a batch boundary must not matter either.
        events.forEach(event -> assertThat(projector.handle(List.of(event))).hasSize(1));
        projector.handle(events);

        JsonPath inbox = given().auth()
                .oauth2(Tokens.therapist(clinic, thea))
                .get("/v1/inbox")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
        assertThat(inbox.getList("entries")).hasSize(1);
        assertThat(inbox.getString("entries[0].patientId"))
                .isEqualTo(patient.patient().toString());
        assertThat(inbox.getString("entries[0].rule")).isEqualTo("trend-worsening");
        assertThat(inbox.getString("entries[0].raisedAt")).isEqualTo(RECORDED_AT.toString());
        assertThat(inbox.getString("entries[0].withdrawnAt"))
                .isEqualTo(RECORDED_AT.plusSeconds(60).toString());
        assertThat(inbox.getString("entries[0].state")).isEqualTo("new");
    }

    private EventEnvelope<?> event(char letter, String therapist) {
        return switch (letter) {
            case 'E' -> envelope(new PatientEnrolled(1, SINCE, "Europe/Berlin", List.of(therapist)), RECORDED_AT);
            case 'R' ->
                envelope(
                        new InsightRaised(
                                InsightRule.TREND_WORSENING,
                                1,
                                SINCE,
                                null,
                                Severity.HIGH,
                                null,
                                new TreeMap<>(),
                                List.of()),
                        RECORDED_AT);
            case 'W' ->
                envelope(
                        new InsightWithdrawn(InsightRule.TREND_WORSENING, 1, SINCE, null), RECORDED_AT.plusSeconds(60));
            default -> throw new IllegalArgumentException("no event of that letter");
        };
    }

    private EventEnvelope<?> envelope(BacktrackEvent event, Instant recordedAt) {
        Actor rules = new Actor(Role.BACKTRACK, "tracking-service");
        return new EventEnvelope<>("some-id", patient, recordedAt, rules, null, null, event);
    }
}
