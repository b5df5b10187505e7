package app.backtrack.notification.watch;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import app.backtrack.events.Actor;
import app.backtrack.events.AlertEvent.AlertAcknowledged;
import app.backtrack.events.BacktrackEvent;
import app.backtrack.events.ClinicId;
import app.backtrack.events.EventEnvelope;
import app.backtrack.events.InsightEvent.InsightRaised;
import app.backtrack.events.InsightEvent.InsightWithdrawn;
import app.backtrack.events.InsightRule;
import app.backtrack.events.PatientEvent.PatientDischarged;
import app.backtrack.events.PatientEvent.PatientEnrolled;
import app.backtrack.events.PatientEvent.TherapistsAssigned;
import app.backtrack.events.PatientId;
import app.backtrack.events.PatientRef;
import app.backtrack.events.Role;
import app.backtrack.events.Severity;
import app.backtrack.notification.ClinicianId;
import app.backtrack.testkit.quarkus.BackEndsResource;
import app.backtrack.testkit.quarkus.Tokens;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Patients change their therapists: thea, from two hours ago on tom, and tilda once they are enrolled again. */
@QuarkusTest
@WithTestResource(value = BackEndsResource.class, scope = TestResourceScope.GLOBAL)
@DisplayNameGeneration(ReplaceUnderscores.class)
class TherapistChangeIT {
    private static final LocalDate SINCE = LocalDate.of(2026, 11, 20);

    @Inject
    InsightProjector projector;

    @Inject
    PatientWatchStore watches;

    private final String clinic = Tokens.newClinic();
    private final String thea = "thea." + clinic;
    private final String tom = "tom." + clinic;
    private final String tilda = "tilda." + clinic;
    private final PatientRef patient = new PatientRef(new ClinicId(clinic), new PatientId(UUID.randomUUID()));
    private final Instant changedAt = Instant.now().minus(Duration.ofHours(2)).truncatedTo(ChronoUnit.MILLIS);
    private final Instant before = changedAt.minusSeconds(60);
    private final Instant after = changedAt.plusSeconds(60);

    @ParameterizedTest
    @ValueSource(strings = {"ETDA", "ATED", "TAE", "AET", "EEATTA", "DATEDATE"})
    void the_latest_version_says_who_looks_after_a_patient_whatever_comes_first(String order) {
        order.chars().forEach(letter -> handle(letter));

        assertThat(watches.therapists(patient)).contains(Set.of(new ClinicianId(tilda)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"ETR", "TER", "RET", "TRE", "ETRRTE", "ETDR"})
    void what_is_found_after_a_change_reaches_the_new_therapist(String order) {
        order.chars().forEach(letter -> handle(letter == 'R' ? raised(Severity.INFO, after) : event(letter)));

        assertThat(inbox(tom).getList("entries")).hasSize(1);
        assertThat(inbox(thea).getList("entries")).hasSizeLessThan(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ERT", "ETR", "RET", "ERTR", "TRET"})
    void what_is_urgent_and_open_is_handed_over_and_stays_where_it_was(String order) {
        order.chars().forEach(letter -> handle(letter == 'R' ? raised(Severity.HIGH, before) : event(letter)));

        assertThat(inbox(tom).getList("entries")).hasSize(1);
        assertThat(inbox(thea).getList("entries")).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ERT", "ETR", "RET", "ERTERT"})
    void what_can_wait_stays_with_the_former_therapist_however_often_it_is_read(String order) {
        order.chars().forEach(letter -> handle(letter == 'R' ? raised(Severity.MEDIUM, before) : event(letter)));

        assertThat(inbox(tom).getList("entries")).isEmpty();
        assertThat(inbox(thea).getList("entries")).hasSize(1);
    }

    @Test
    void what_was_acknowledged_before_is_not_handed_over() {
        handle(event('E'));
        handle(raised(Severity.CRITICAL, before));
        handle(envelope(new AlertAcknowledged("trend-worsening/1/2026-11-20"), before.plusSeconds(1)));
        handle(event('T'));

        assertThat(inbox(tom).getList("entries")).isEmpty();
    }

    @Test
    void what_is_handed_over_is_mailed_while_it_is_news() {
        mailbox(tom);
        handle(event('E'));
        handle(raised(Severity.HIGH, before));
        handle(event('T'));

        assertThat(deliveries(tom)).hasSize(1);
    }

    @Test
    void what_is_older_than_48_hours_is_handed_over_without_a_mail() {
        mailbox(tom);
        handle(event('E'));
        handle(raised(Severity.HIGH, Instant.now().minus(Duration.ofHours(49))));
        handle(event('T'));

        assertThat(deliveries(tom)).isEmpty();
    }

    @Test
    void a_withdrawal_after_a_change_reaches_the_entries_of_the_old_and_the_new_therapist() {
        handle(event('E'));
        handle(raised(Severity.HIGH, after));
        handle(event('T'));
        handle(envelope(new InsightWithdrawn(InsightRule.TREND_WORSENING, 1, SINCE, null), after.plusSeconds(60)));

        assertThat(inbox(thea).getBoolean("entries[0].withdrawn")).isTrue();
        assertThat(inbox(tom).getBoolean("entries[0].withdrawn")).isTrue();
    }

    private void handle(int letter) {
        handle(event(letter));
    }

    private void handle(EventEnvelope<?> event) {
        assertThat(projector.handle(List.of(event))).hasSize(1);
    }

    private EventEnvelope<?> event(int letter) {
        return switch (letter) {
            case 'E' ->
                envelope(
                        new PatientEnrolled(1, SINCE, "Europe/Berlin", List.of(thea)),
                        changedAt.minus(Duration.ofDays(9)));
            case 'T' -> envelope(new TherapistsAssigned(2, List.of(tom)), changedAt);
            case 'D' -> envelope(new PatientDischarged(3, SINCE, null), changedAt.plusSeconds(10));
            case 'A' ->
                envelope(new PatientEnrolled(4, SINCE, "Europe/Berlin", List.of(tilda)), changedAt.plusSeconds(20));
            default -> throw new IllegalArgumentException("no event of that letter");
        };
    }

    private EventEnvelope<?> raised(Severity severity, Instant at) {
        return envelope(
                new InsightRaised(
                        InsightRule.TREND_WORSENING, 1, SINCE, null, severity, null, new TreeMap<>(), List.of()),
                at);
    }

    private EventEnvelope<?> envelope(BacktrackEvent event, Instant recordedAt) {
        Actor actor = new Actor(Role.THERAPIST, thea);
        return new EventEnvelope<>("some-id", patient, recordedAt, actor, null, null, event);
    }

    private void mailbox(String clinician) {
        given().auth()
                .oauth2(Tokens.therapist(clinic, clinician))
                .contentType("application/json")
                .body(Map.of("email", clinician + "@" + clinic + ".example"))
                .put("/v1/clinicians/" + clinician + "/mailbox")
                .then()
                .statusCode(200);
    }

    private List<Object> deliveries(String clinician) {
        return get(clinician, "/v1/inbox/" + inbox(clinician).getString("entries[0].id"))
                .getList("deliveries");
    }

    private JsonPath inbox(String clinician) {
        return get(clinician, "/v1/inbox");
    }

    private JsonPath get(String clinician, String path) {
        return given().auth()
                .oauth2(Tokens.therapist(clinic, clinician))
                .get(path)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }
}
