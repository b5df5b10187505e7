package app.backtrack.local.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import app.backtrack.local.LocalSystem;
import app.backtrack.local.endtoend.Operation.Subject;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is sent wrongly, or by the wrong one, to each operation there is. */
@EndToEnd
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BadInputIT {
    private static final Set<String> METHODS = Set.of("get", "put", "post", "delete", "patch");
    private static final Duration READY_LIMIT = Duration.ofSeconds(30);
    private static final int TWO_MB = 2 * 1024 * 1024;

    private final LocalSystem system;
    private final Clinic clinic;
    private final Clinic stranger;
    private final Patient patient;
    private final UUID program = UUID.randomUUID();
    private final String entry;

    BadInputIT(LocalSystem system) {
        this.system = system;
        this.clinic = Clinic.open(system);
        this.stranger = Clinic.open(system);
        this.patient = clinic.enrol();
        Api.put(patient.program(program), clinic.token(), Clinic.prescription(Fact.today()))
                .is(201);
        patient.send(Fact.screen(Fact.today(), "constant-night-pain")).is(202);
        this.entry = clinic.entryWithSentMail(patient, "red-flag", READY_LIMIT)
                .path("id")
                .asText();
    }

    @Test
    void every_operation_of_the_live_documents_is_tried_here() {
        Set<String> live = services().entrySet().stream()
                .flatMap(service -> operations(service.getKey(), service.getValue()))
                .collect(Collectors.toSet());

        assertThat(operations().map(Operation::name)).containsExactlyInAnyOrderElementsOf(live);
    }

    @ParameterizedTest
    @MethodSource("operations")
    void without_a_token_or_with_garbage_it_is_401(Operation operation) {
        for (String token : new String[] {null, "garbage", clinic.token() + "x", "eyJhbGciOiJub25lIn0.e30."}) {
            Answer answer =
                    call(operation, token, path(operation), operation.body()).isProblem(401);
            assertThat(answer.header("WWW-Authenticate")).startsWith("Bearer");
        }
    }

    @ParameterizedTest
    @MethodSource("operations")
    void what_is_another_clinics_looks_like_what_does_not_exist(Operation operation) {
        switch (operation.subject()) {
            case PATIENT, ENTRY -> {
                Answer foreign = call(operation, token(operation, stranger), path(operation), operation.body());
                Answer unknown = call(operation, token(operation, clinic), withUnknownId(operation), operation.body());
                assertThat(foreign.isProblem(404).text())
                        .isEqualTo(unknown.isProblem(404).text());
            }
            case ITEMS -> {
                Answer foreign = Api.post(url(operation, path(operation)), stranger.token(), items(patient));
                Answer unknown = Api.post(
                        url(operation, path(operation)), clinic.token(), items(new Patient(clinic, UUID.randomUUID())));
                assertThat(problems(foreign))
                        .hasSize(3)
                        .allSatisfy(problem ->
                                assertThat(problem.path("status").asInt()).isEqualTo(404));
                assertThat(problems(foreign)).isEqualTo(problems(unknown));
            }
            case OWN ->
                assertThat(call(operation, token(operation, stranger), withUnknownId(operation), null)
                                .text())
                        .doesNotContain(clinic.id(), entry, patient.id().toString(), clinic.email());
        }
    }

    @Test
    void one_id_in_two_clinics_names_two_patients() {
        Patient same = new Patient(stranger, clinic.enrol().id());

        Api.get(same.record(), stranger.token()).isProblem(404);
        Api.put(same.record(), stranger.token(), stranger.enrolment()).is(201);
        same.send(Fact.screen(Fact.today(), "constant-night-pain")).is(202);

        stranger.entryWithSentMail(same, "red-flag", READY_LIMIT);
        assertThat(clinic.inbox(new Patient(clinic, same.id()))).isEmpty();
        assertThat(new Patient(clinic, same.id()).timeline()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("operationsWithBody")
    void an_unknown_member_is_named(Operation operation) {
        Answer answer = call(operation, body -> body.put("bogus", 1));

        assertThat(refused(operation, answer).path("errors").toString()).contains("/bogus");
    }

    @ParameterizedTest
    @MethodSource("operationsWithBody")
    void a_member_of_the_wrong_type_is_named(Operation operation) {
        for (String member : members(operation).keySet()) {
            Answer answer = call(operation, body -> body.put(member, Map.of("of", List.of("wrong", "type"))));

            assertThat(refused(operation, answer).path("errors").toString())
                    .as("%s", operation)
                    .contains("/" + member);
        }
    }

    @ParameterizedTest
    @MethodSource("operationsWithBody")
    void what_is_no_json_or_another_form_of_it_is_refused(Operation operation) {
        for (String body : List.of("{", "{}x", "nonsense", "\"text\"", "7", "\u0000")) {
            call(operation, token(operation, clinic), path(operation), body).isProblem(400, 422);
        }
    }

    @ParameterizedTest
    @MethodSource("operationsWithBody")
    void a_body_of_2_mb_is_413_also_when_it_does_not_say_so(Operation operation) {
        byte[] large = (" ".repeat(TWO_MB) + Api.written(Objects.requireNonNull(operation.body())))
                .getBytes(StandardCharsets.UTF_8);

        for (BodyPublisher body : List.of(
                BodyPublishers.ofByteArray(large),
                BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(large)))) {
            Api.callWith(
                            operation.method(),
                            url(operation, path(operation)),
                            token(operation, clinic),
                            body,
                            operation.headers())
                    .isProblem(413);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"score\": 11",
                "\"score\": -1",
                "\"score\": 3.5",
                "\"score\": 4.0",
                "\"score\": 1e0",
                "\"score\": \"4\"",
                "\"score\": null",
                "\"score\": true",
                "\"context\": \"yesterday\"",
                "\"context\": 1",
                "\"zone\": \"Europe/Atlantis\"",
                "\"zone\": \"+01:00\"",
                "\"occurredAt\": \"FUTURE\"",
                "\"occurredAt\": \"1999-01-01T00:00:00Z\"",
                "\"occurredAt\": \"2026-11-20\"",
                "\"occurredAt\": 1700000000",
                "\"revision\": 0",
                "\"revision\": 1001",
                "\"revision\": 2",
                "\"reason\": \"wrong-value\"",
                "\"side\": \"inside\""
            })
    void a_pain_score_that_cannot_be_is_422_and_names_the_member(String member) {
        String bad = member.replace(
                "FUTURE", Instant.now().plus(Duration.ofMinutes(6)).toString());
        String name = bad.substring(1, bad.indexOf('"', 1));
        Map<String, Object> content =
                new LinkedHashMap<>(Fact.score(4, Fact.today()).content());
        content.remove(name);
        String good = Api.written(content);

        Answer answer = Api.put(
                patient.tracked("pain-scores/" + UUID.randomUUID()),
                clinic.token(),
                good.substring(0, good.length() - 1) + ", " + bad + "}");

        String named = bad.equals("\"revision\": 2") ? "/reason" : "/" + name;
        assertThat(answer.isProblem(422).json().path("errors").toString()).contains(named);
    }

    @Test
    void nothing_that_was_refused_has_left_a_trace() {
        assertThat(patient.timeline()).hasSize(1);
        assertThat(Api.get(patient.program(program), clinic.token()).is(200).header("ETag"))
                .isEqualTo("\"1\"");
        assertThat(clinic.inbox(patient))
                .singleElement()
                .satisfies(found -> assertThat(found.path("state").asText()).isEqualTo("new"));
        Api.get(clinic.mailbox(), clinic.token()).is(200);
    }

    private Stream<Operation> operations() {
        return Operation.all(patient, clinic).stream();
    }

    private Stream<Operation> operationsWithBody() {
        return operations().filter(operation -> operation.body() != null);
    }

    private Map<String, URI> services() {
        return Map.of(
                "program-service", system.urls().program(),
                "tracking-service", system.urls().tracking(),
                "notification-service", system.urls().notification());
    }

    private static Stream<String> operations(String service, URI url) {
        JsonNode paths = Api.get(url.resolve("/q/openapi?format=json"), null)
                .is(200)
                .json()
                .path("paths");
        return paths.properties().stream()
                .flatMap(path -> path.getValue().properties().stream()
                        .filter(method -> METHODS.contains(method.getKey()))
                        .map(method -> service + " " + method.getKey().toUpperCase(Locale.ROOT) + " " + path.getKey()));
    }

    private static String token(Operation operation, Clinic who) {
        return operation.template().startsWith("/v1/inbox") ? who.therapistToken() : who.token();
    }

    private String path(Operation operation) {
        return operation
                .template()
                .replace("{patientId}", patient.id().toString())
                .replace("{programId}", program.toString())
                .replace("{templateId}", "lower-back-starter")
                .replace("{clinicianId}", clinic.therapist())
                .replace(
                        "{id}",
                        operation.subject() == Subject.ENTRY
                                ? entry
                                : UUID.randomUUID().toString());
    }

    private String withUnknownId(Operation operation) {
        return path(operation)
                .replace(patient.id().toString(), UUID.randomUUID().toString())
                .replace(entry, entry.substring(1) + entry.charAt(0));
    }

    private URI url(Operation operation, String path) {
        URI service = services().get(operation.service());
        return Objects.requireNonNull(service).resolve(path + operation.query());
    }

    private Answer call(Operation operation, @Nullable String token, String path, @Nullable Object body) {
        return Api.call(operation.method(), url(operation, path), token, body, operation.headers());
    }

    /** Calls with a body that was changed; of a journal, its first item. */
    private Answer call(Operation operation, Consumer<Map<String, Object>> change) {
        Map<String, Object> members = new LinkedHashMap<>(members(operation));
        change.accept(members);
        Object body = members;
        if (operation.body() instanceof List<?> items) {
            List<Object> changed = new ArrayList<>(items);
            changed.set(0, members);
            body = changed;
        }
        return call(operation, token(operation, clinic), path(operation), body);
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> members(Operation operation) {
        Object body = operation.body() instanceof List<?> items ? items.getFirst() : operation.body();
        return (Map<String, Object>) Objects.requireNonNull(body);
    }

    /** The problem that says what is wrong: of the answer, or of a journal's first item. */
    private static JsonNode refused(Operation operation, Answer answer) {
        if (operation.subject() != Subject.ITEMS) {
            return answer.isProblem(422).json();
        }
        JsonNode problem = answer.is(200).json().path(0).path("problem");
        assertThat(problem.path("status").asInt()).as("%s", answer.text()).isEqualTo(422);
        return problem;
    }

    private static List<Map<String, Object>> items(Patient about) {
        return Operation.facts().stream().map(fact -> fact.item(about.id())).toList();
    }

    private static List<JsonNode> problems(Answer journal) {
        return StreamSupport.stream(journal.is(200).json().spliterator(), false)
                .map(result -> result.path("problem"))
                .toList();
    }
}
