package app.backtrack.notification.watch;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.nullValue;

import app.backtrack.events.ClinicId;
import app.backtrack.events.InsightEvent.InsightRaised;
import app.backtrack.events.InsightRule;
import app.backtrack.events.PatientRef;
import app.backtrack.runtime.log.EventPublisher;
import app.backtrack.runtime.log.LogClients;
import app.backtrack.runtime.log.Outcome;
import app.backtrack.runtime.log.RecordLoop;
import app.backtrack.testkit.quarkus.BackEndsResource;
import app.backtrack.testkit.quarkus.Tokens;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** From the log to the inbox and the mail server, on the real broker, store and mail server. */
@QuarkusTest
@WithTestResource(value = BackEndsResource.class, scope = TestResourceScope.GLOBAL)
@DisplayNameGeneration(ReplaceUnderscores.class)
class NotificationIT {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    @Inject
    EventPublisher publisher;

    @Inject
    LogClients logClients;

    @Inject
    InsightProjector projector;

    private final String clinic = Tokens.newClinic();
    private final String thea = "thea." + clinic;
    private final String tom = "tom." + clinic;
    private final Map<String, String> tokens = new HashMap<>();
    private LogWriter log;

    @BeforeEach
    void a_clinic_of_its_own() {
        log = new LogWriter(publisher, new ClinicId(clinic));
    }

    @Test
    void an_insight_reaches_its_therapist_by_inbox_and_mail_without_clinical_content() {
        String address = mailbox(thea);
        PatientRef patient = log.enrolled(thea);
        Instant recordedAt = Instant.now().truncatedTo(ChronoUnit.MILLIS);
        log.raise(patient, InsightRule.TREND_WORSENING, recordedAt);

        JsonPath entry = entry(thea, awaitEntry(thea));
        assertThat(entry.getString("patientId")).isEqualTo(patient.patient().toString());
        assertThat(entry.getString("rule")).isEqualTo("trend-worsening");
        assertThat(entry.getInt("ruleVersion")).isEqualTo(1);
        assertThat(entry.getString("severity")).isEqualTo("high");
        assertThat(entry.getString("numbers.slope-per-week")).isEqualTo("0.75");
        assertThat(entry.getList("evidence", String.class))
                .containsExactly("pain-score/0190c0de-0000-7000-8000-000000000001/1");
        assertThat(entry.getString("since")).isEqualTo("2026-11-20");
        assertThat(Instant.parse(entry.getString("raisedAt"))).isEqualTo(recordedAt);
        assertThat(entry.getString("state")).isEqualTo("new");
        assertThat(entry.getBoolean("withdrawn")).isFalse();

        JsonPath sent = awaitDelivery(thea, entry.getString("id"), "sent");
        Map<String, String> mail = SentMail.to(address).getFirst();
        assertThat(mail.get("messageId")).isEqualTo(sent.getString("deliveries[0].messageId"));
        assertThat(mail.get("subject")).isEqualTo("Something changed for one of your patients");
        assertThat(mail.get("text"))
                .contains(entry.getString("id"))
                .doesNotContain(
                        "worsening", "0.75", "2026-11-20", patient.patient().toString(), clinic);
    }

    @Test
    void who_was_told_is_in_the_log_and_in_the_alert_and_makes_no_new_version_of_it() {
        mailbox(thea);
        log.raise(log.enrolled(thea), InsightRule.RED_FLAG, Instant.now());
        JsonPath entry = entry(thea, awaitEntry(thea));
        String alert = "/v1/alerts/" + entry.getString("alertId");

        await().atMost(PATIENCE)
                .untilAsserted(() -> given().auth()
                        .oauth2(token(thea))
                        .get(alert)
                        .then()
                        .statusCode(200)
                        .header("ETag", "\"1\"")
                        .body("told.recipient", contains(thea))
                        .body("told.channel", contains("email"))
                        .body("told[0].failed", nullValue()));
    }

    @Test
    void every_assigned_therapist_has_an_entry_of_their_own() {
        log.raise(log.enrolled(thea, tom), InsightRule.MILESTONE_30, Instant.now());

        String theas = awaitEntry(thea);
        String toms = awaitEntry(tom);
        acknowledge(thea, theas);

        assertThat(theas).isNotEqualTo(toms);
        assertThat(entry(tom, toms).getString("state")).isEqualTo("new");
        given().auth()
                .oauth2(token(tom))
                .get("/v1/inbox/" + theas)
                .then()
                .statusCode(404)
                .contentType("application/problem+json");
    }

    @Test
    void an_insight_about_a_patient_without_a_therapist_reaches_everyone() {
        String address = mailbox(tom);
        log.raise(log.enrolled(), InsightRule.RED_FLAG, Instant.now());

        String id = awaitEntry(thea);
        assertThat(awaitEntry(tom)).isEqualTo(id);
        assertThat(entry(thea, id).getBoolean("wholeClinic")).isTrue();
        awaitDelivery(tom, id, "sent");
        assertThat(SentMail.to(address)).hasSize(1);
    }

    @Test
    void an_insight_that_comes_before_the_enrolment_waits_for_it() {
        PatientRef patient = log.newPatient();
        log.raise(patient, InsightRule.MILESTONE_50, Instant.now());
        log.raise(log.enrolled(tom), InsightRule.MILESTONE_50, Instant.now());
        awaitEntry(tom);
        log.enrol(patient, thea);

        assertThat(entry(thea, awaitEntry(thea)).getBoolean("wholeClinic")).isFalse();
        assertThat(ids(tom)).hasSize(1);
    }

    @Test
    void a_withdrawn_insight_stays_in_the_inbox_and_says_so() {
        PatientRef patient = log.enrolled(thea);
        log.raise(patient, InsightRule.TREND_WORSENING, Instant.now());
        String id = awaitEntry(thea);

        log.withdraw(patient, InsightRule.TREND_WORSENING, Instant.now());

        await().atMost(PATIENCE)
                .until(() -> entry(thea, id).getBoolean("withdrawn")
                        && entry(thea, id).getString("withdrawnAt") != null);
    }

    @Test
    void a_withdrawal_that_comes_first_ends_in_the_same_entry_and_no_mail() {
        String address = mailbox(thea);
        PatientRef patient = log.enrolled(thea);
        log.withdraw(patient, InsightRule.TREND_WORSENING, Instant.now());
        log.raise(patient, InsightRule.TREND_WORSENING, Instant.now());

        JsonPath entry = entry(thea, awaitEntry(thea));

        assertThat(entry.getBoolean("withdrawn")).isTrue();
        assertThat(entry.getList("deliveries")).isEmpty();
        assertThat(SentMail.to(address)).isEmpty();
    }

    @Test
    void an_old_insight_is_in_the_inbox_but_not_in_the_mail() {
        String address = mailbox(thea);
        log.raise(log.enrolled(thea), InsightRule.TREND_WORSENING, Instant.now().minus(Duration.ofHours(49)));

        assertThat(entry(thea, awaitEntry(thea)).getList("deliveries")).isEmpty();
        assertThat(SentMail.to(address)).isEmpty();
    }

    @Test
    void reading_and_acknowledging_keep_who_did_it_first() {
        log.raise(log.enrolled(), InsightRule.RED_FLAG, Instant.now());
        String id = awaitEntry(thea);

        given().auth()
                .oauth2(token(thea))
                .post("/v1/inbox/" + id + "/read")
                .then()
                .statusCode(200);
        given().auth()
                .oauth2(token(tom))
                .post("/v1/inbox/" + id + "/read")
                .then()
                .statusCode(200);
        String acknowledgedAt = acknowledge(tom, id).getString("acknowledged.at");
        acknowledge(thea, id);
        given().auth()
                .oauth2(token(thea))
                .post("/v1/inbox/" + id + "/read")
                .then()
                .statusCode(200);

        JsonPath entry = entry(thea, id);
        assertThat(entry.getString("state")).isEqualTo("acknowledged");
        assertThat(entry.getString("read.by")).isEqualTo(thea);
        assertThat(entry.getString("acknowledged.by")).isEqualTo(tom);
        assertThat(entry.getString("acknowledged.at")).isEqualTo(acknowledgedAt);
    }

    @Test
    void a_replay_of_the_whole_log_tells_nobody_anything_and_leaves_what_was_done() {
        String address = mailbox(thea);
        PatientRef patient = log.enrolled(thea);
        log.raise(patient, InsightRule.TREND_WORSENING, Instant.now());
        String id = awaitEntry(thea);
        acknowledge(thea, id);
        JsonPath before = awaitDelivery(thea, id, "sent");

        Set<PatientRef> replayed = ConcurrentHashMap.newKeySet();
        try (RecordLoop replay = logClients.startLoop("replay-" + UUID.randomUUID(), InsightConsumer.TOPICS, events -> {
            List<Outcome> outcomes = projector.handle(events);
            events.stream()
                    .filter(event -> event.data() instanceof InsightRaised)
                    .forEach(event -> replayed.add(event.subject()));
            return outcomes;
        })) {
            await().atMost(PATIENCE).until(() -> replayed.contains(patient));
            assertThat(replay.trouble()).isEmpty();
        }

        assertThat(entry(thea, id).<Map<String, Object>>get("$")).isEqualTo(before.get("$"));
        assertThat(ids(thea)).containsExactly(id);
        assertThat(SentMail.to(address)).hasSize(1);
    }

    private String mailbox(String clinician) {
        String address = clinician + "@" + clinic + ".example";
        given().auth()
                .oauth2(token(clinician))
                .contentType("application/json")
                .body(Map.of("email", address))
                .put("/v1/clinicians/" + clinician + "/mailbox")
                .then()
                .statusCode(200);
        // The tests run at any hour.
        given().auth()
                .oauth2(token(clinician))
                .contentType("application/json")
                .header("If-Match", "\"0\"")
                .body(Map.of("quietHours", Map.of("from", "00:00", "until", "00:00")))
                .put("/v1/preferences")
                .then()
                .statusCode(200);
        return address;
    }

    private String awaitEntry(String clinician) {
        await().atMost(PATIENCE).until(() -> !ids(clinician).isEmpty());
        return ids(clinician).getFirst();
    }

    private JsonPath awaitDelivery(String clinician, String id, String state) {
        await().atMost(PATIENCE).until(() -> state.equals(entry(clinician, id).getString("deliveries[0].state")));
        return entry(clinician, id);
    }

    private List<String> ids(String clinician) {
        return given().auth()
                .oauth2(token(clinician))
                .get("/v1/inbox")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .getList("entries.id");
    }

    private JsonPath entry(String clinician, String id) {
        return given().auth()
                .oauth2(token(clinician))
                .get("/v1/inbox/" + id)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    private JsonPath acknowledge(String clinician, String id) {
        return given().auth()
                .oauth2(token(clinician))
                .post("/v1/inbox/" + id + "/acknowledge")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    private String token(String clinician) {
        return tokens.computeIfAbsent(clinician, name -> Tokens.therapist(clinic, name));
    }
}
