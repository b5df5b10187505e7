package app.backtrack.runtime.access;

import static org.assertj.core.api.Assertions.assertThat;

import app.backtrack.events.AccessEvent.PatientDataRead;
import app.backtrack.events.AccessOutcome;
import app.backtrack.events.Actor;
import app.backtrack.events.ClinicEnvelope;
import app.backtrack.events.ClinicEvent.ClinicSettings;
import app.backtrack.events.ClinicEvent.ClinicSettingsChanged;
import app.backtrack.events.ClinicId;
import app.backtrack.events.EventEnvelope;
import app.backtrack.events.PatientEvent.PatientEnrolled;
import app.backtrack.events.PatientId;
import app.backtrack.events.PatientRef;
import app.backtrack.events.Role;
import app.backtrack.events.TherapistReach;
import app.backtrack.events.Topic;
import app.backtrack.runtime.http.Tokens;
import app.backtrack.runtime.log.EventPublisher;
import app.backtrack.runtime.log.LogClients;
import app.backtrack.runtime.log.LogFollower;
import app.backtrack.runtime.sealing.KeyStore;
import app.backtrack.testkit.quarkus.BackEndsResource;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithTestResource(value = BackEndsResource.class, scope = TestResourceScope.GLOBAL)
@WithTestResource(Tokens.class)
@DisplayNameGeneration(ReplaceUnderscores.class)
class AccessIT {
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final ClinicId clinic =
            new ClinicId("clinic-" + UUID.randomUUID().toString().substring(0, 8));
    private final PatientRef patient = newPatient();

    @TestHTTPResource
    URI server = URI.create("http://127.0.0.1");

    @Inject
    LogClients log;

    @Inject
    EventPublisher publisher;

    @Inject
    KeyStore keys;

    @ParameterizedTest
    @ValueSource(strings = {"", "/later"})
    void what_others_read_is_in_the_log_before_they_have_it(String how) throws Exception {
        HttpResponse<String> answer = send(request("/v1/shelf/" + patient.patient() + how, token("therapist"))
                .header("traceparent", "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01"));

        List<EventEnvelope<PatientDataRead>> noted = noted();
        assertThat(answer.body()).isEqualTo("this is " + patient);
        assertThat(noted).hasSize(1);
        EventEnvelope<PatientDataRead> read = noted.getFirst();
        assertThat(read.data()).isEqualTo(new PatientDataRead("GET /v1/shelf/{patientId}" + how, AccessOutcome.SHOWN));
        assertThat(read.subject()).isEqualTo(patient);
        assertThat(read.actor()).isEqualTo(new Actor(Role.THERAPIST, "thea.harbour"));
        assertThat(read.correlationId()).isEqualTo("4bf92f3577b34da6a3ce929d0e0e4736");
        assertThat(read.recordedAt()).isBeforeOrEqualTo(Instant.now());
    }

    @Test
    void each_reading_is_one_event_and_has_a_trace_id_where_the_caller_gave_none() throws Exception {
        get("/v1/shelf/" + patient.patient(), token("therapist"));
        get("/v1/shelf/" + patient.patient(), token("clinic-admin"));

        assertThat(noted())
                .hasSize(2)
                .doesNotHaveDuplicates()
                .allSatisfy(read -> assertThat(read.correlationId()).matches("[0-9a-f]{32}"));
    }

    @Test
    void what_patients_read_of_themselves_and_what_somebody_writes_is_not_noted() throws Exception {
        assertThat(get("/v1/shelf/" + patient.patient(), own()).statusCode()).isEqualTo(200);
        assertThat(send(request("/v1/shelf/" + patient.patient(), token("therapist"))
                                .PUT(BodyPublishers.noBody()))
                        .statusCode())
                .isEqualTo(200);

        assertThat(noted()).isEmpty();
    }

    @Test
    void a_list_notes_everybody_whom_it_shows() throws Exception {
        List<PatientRef> many =
                IntStream.range(0, 60).mapToObj(i -> newPatient()).toList();
        for (int from = 0; from < many.size(); from += 20) {
            String ids = many.subList(from, from + 20).stream()
                    .map(one -> one.patient().toString())
                    .collect(Collectors.joining(","));
            assertThat(get("/v1/shelf/list?ids=" + ids, token("clinic-admin")).statusCode())
                    .isEqualTo(200);
        }

        assertThat(noted()).extracting(EventEnvelope::subject).containsExactlyInAnyOrderElementsOf(many);
        assertThat(get("/v1/shelf/list?ids=nobody", token("clinic-admin")).statusCode())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/v1/shelf/undeclared", "/v1/shelf/list?ids=forgotten"})
    void what_does_not_say_whom_it_shows_is_not_shown(String path) throws Exception {
        HttpResponse<String> answer = get(path, token("clinic-admin"));

        assertThat(answer.statusCode()).isEqualTo(500);
        assertThat(answer.headers().firstValue("content-type")).contains("application/problem+json");
        assertThat(answer.body()).contains("internal-error").doesNotContain("this is", "these are");
    }

    @Test
    void a_refusal_is_noted_where_there_is_such_a_patient() throws Exception {
        get("/v1/shelf/" + patient.patient(), token("therapist"));
        PatientRef nobody = newPatient();
        String another = Tokens.sign(Tokens.claims("patient")
                .claim("clinic_id", clinic.value())
                .claim("patient_id", UUID.randomUUID().toString()));
        String stranger = Tokens.sign(Tokens.claims("clinic-admin").claim("clinic_id", "another-clinic"));

        assertThat(get("/v1/shelf/" + patient.patient() + "/nothing", own()).statusCode())
                .as("what patients do not find about themselves was refused to nobody else")
                .isEqualTo(404);
        assertThat(get("/v1/shelf/" + patient.patient(), another).statusCode()).isEqualTo(404);
        assertThat(get("/v1/shelf/" + nobody.patient(), another).statusCode()).isEqualTo(404);
        assertThat(get("/v1/shelf/" + patient.patient() + "/nothing", token("therapist"))
                        .statusCode())
                .isEqualTo(403);
        assertThat(get("/v1/shelf/" + patient.patient() + "/nothing", token("clinic-admin"))
                        .statusCode())
                .isEqualTo(404);
        assertThat(get("/v1/shelf/" + patient.patient() + "/nothing", stranger).statusCode())
                .isEqualTo(404);

        await(() -> assertThat(noted())
                .filteredOn(read -> read.data().outcome() == AccessOutcome.REFUSED)
                .extracting(read -> read.subject() + " " + read.actor().role().wireName() + " "
                        + read.data().operation())
                .containsExactlyInAnyOrder(
                        patient + " patient GET /v1/shelf/{patientId}",
                        patient + " therapist GET /v1/shelf/{patientId}/nothing",
                        patient + " clinic-admin GET /v1/shelf/{patientId}/nothing"));
    }

    @Test
    void of_a_patient_whose_key_was_destroyed_nothing_is_shown() throws Exception {
        keys.destroy(patient);

        HttpResponse<String> answer = get("/v1/shelf/" + patient.patient(), token("therapist"));

        assertThat(answer.statusCode()).isEqualTo(410);
        assertThat(answer.body()).contains("patient-erased").doesNotContain("this is");
    }

    @Test
    void a_list_with_somebody_who_was_erased_meanwhile_is_asked_for_again() throws Exception {
        keys.destroy(patient);

        HttpResponse<String> answer = get("/v1/shelf/list?ids=" + patient.patient(), token("clinic-admin"));

        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.headers().firstValue("Retry-After")).isPresent();
        assertThat(answer.body()).doesNotContain("these are", patient.patient().toString());
    }

    @Test
    void a_clinic_system_needs_the_scope_and_is_told_which() throws Exception {
        String path = "/v1/shelf/" + patient.patient();

        assertThat(get(path, system("shelf:read")).statusCode()).isEqualTo(200);
        HttpResponse<String> refused = get(path, system("shelf:write other:read"));
        assertThat(refused.statusCode()).isEqualTo(403);
        assertThat(refused.body()).contains("missing-scope", "shelf:read");
        HttpResponse<String> write = send(request(path, system("shelf:read")).PUT(BodyPublishers.noBody()));
        assertThat(write.statusCode()).isEqualTo(403);
        assertThat(write.body()).contains("missing-scope", "shelf:write");
        assertThat(get(path, Tokens.sign(Tokens.claims("clinic-system").claim("clinic_id", clinic.value())))
                        .statusCode())
                .isEqualTo(403);
    }

    @Test
    void where_a_clinic_says_so_a_therapist_reaches_only_those_assigned() throws Exception {
        PatientRef own = newPatient();
        enrol(own, "thea.harbour");
        enrol(patient, "tom.harbour");
        keepToCaseload();

        await(() -> assertThat(get("/v1/shelf/" + patient.patient(), token("therapist"))
                        .body())
                .contains("unknown-patient"));
        assertThat(served("/v1/shelf/" + own.patient(), token("therapist")).statusCode())
                .isEqualTo(200);
        assertThat(send(request("/v1/shelf/" + patient.patient(), token("therapist"))
                                .PUT(BodyPublishers.noBody()))
                        .statusCode())
                .isEqualTo(404);
        assertThat(served("/v1/shelf/" + patient.patient(), token("clinic-admin"))
                        .statusCode())
                .isEqualTo(200);

        PatientRef justNow = newPatient();
        enrol(justNow, "thea.harbour");
        assertThat(served("/v1/shelf/" + justNow.patient(), token("therapist")).statusCode())
                .isEqualTo(200);
    }

    private void enrol(PatientRef who, String therapist) throws Exception {
        EventEnvelope<?> enrolled = new EventEnvelope<>(
                "patient/1",
                who,
                Instant.now().truncatedTo(ChronoUnit.MILLIS),
                new Actor(Role.CLINIC_ADMIN, "ada"),
                null,
                null,
                new PatientEnrolled(1, LocalDate.EPOCH, "UTC", List.of(therapist)));
        await(() -> assertThat(publisher.publish(enrolled)).succeedsWithin(PATIENCE));
    }

    private void keepToCaseload() throws Exception {
        ClinicSettings settings = new ClinicSettings(new TreeMap<>(), null, null, TherapistReach.CASELOAD);
        ClinicEnvelope changed = new ClinicEnvelope(
                clinic,
                Instant.now().truncatedTo(ChronoUnit.MILLIS),
                new Actor(Role.CLINIC_ADMIN, "ada"),
                new ClinicSettingsChanged(1, LocalDate.EPOCH, settings, null));
        await(() -> assertThat(publisher.publish(changed)).succeedsWithin(PATIENCE));
    }

    /** What the log says of this test's clinic. */
    private List<EventEnvelope<PatientDataRead>> noted() {
        List<EventEnvelope<PatientDataRead>> noted = new CopyOnWriteArrayList<>();
        try (LogFollower follower = log.follow(Topic.ACCESS_EVENTS, event -> {
            if (event.subject().clinic().equals(clinic) && event.data() instanceof PatientDataRead read) {
                noted.add(new EventEnvelope<>(
                        event.id(),
                        event.subject(),
                        event.recordedAt(),
                        event.actor(),
                        event.correlationId(),
                        event.causationId(),
                        read));
            }
        })) {
            assertThat(follower.caughtUp(PATIENCE).join()).isTrue();
        }
        return noted;
    }

    private PatientRef newPatient() {
        return new PatientRef(clinic, new PatientId(UUID.randomUUID()));
    }

    private String token(String role) {
        return Tokens.sign(Tokens.claims(role).claim("clinic_id", clinic.value()));
    }

    private String own() {
        return Tokens.sign(Tokens.claims("patient")
                .claim("clinic_id", clinic.value())
                .claim("patient_id", patient.patient().toString()));
    }

    private String system(String scopes) {
        return Tokens.sign(Tokens.claims("clinic-system")
                .claim("clinic_id", clinic.value())
                .claim("scope", scopes));
    }

    private HttpResponse<String> get(String path, String token) throws Exception {
        return send(request(path, token));
    }

    /** Comes again, as a client would, while a slow machine's log has not acknowledged in time. */
    private HttpResponse<String> served(String path, String token) throws Exception {
        HttpResponse<String> answer = get(path, token);
        Instant end = Instant.now().plus(PATIENCE);
        while (answer.statusCode() == 503 && Instant.now().isBefore(end)) {
            answer = get(path, token);
        }
        return answer;
    }

    private HttpRequest.Builder request(String path, String token) {
        return HttpRequest.newBuilder(server.resolve(path)).header("Authorization", token);
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
        return HTTP.send(request.timeout(PATIENCE).build(), BodyHandlers.ofString());
    }

    private interface Check {
        void run() throws Exception;
    }

    /** Tries again, without a pause, until it holds or the time is up: each try waits for an answer. */
    private static void await(Check check) throws Exception {
        Instant end = Instant.now().plus(PATIENCE);
        while (true) {
            try {
                check.run();
                return;
            } catch (AssertionError e) {
                if (Instant.now().isAfter(end)) {
                    throw e;
                }
            }
        }
    }
}
