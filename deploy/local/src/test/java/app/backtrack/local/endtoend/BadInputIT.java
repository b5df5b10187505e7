package app.backtrack.local.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import app.backtrack.local.LocalSystem;
import app.backtrack.local.endtoend.Operation.Subject;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayInputStream;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Bodies that cannot be go to each operation that takes one. */
@EndToEnd
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class BadInputIT {
    private static final int TWO_MB = 2 * 1024 * 1024;

    private final Surface surface;
    private final Clinic clinic;
    private final Patient patient;

    BadInputIT(LocalSystem system) {
        this.surface = Surface.open(system);
        this.clinic = surface.clinic();
        this.patient = surface.patient();
    }

    @Test
    void every_operation_of_the_live_documents_is_tried_here() {
        assertThat(surface.operations().map(Operation::name)).containsExactlyInAnyOrderElementsOf(surface.live());
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
            surface.call(operation, Surface.token(operation, clinic), body).isProblem(400, 422);
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
                            surface.url(operation),
                            Surface.token(operation, clinic),
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
    @Order(Integer.MAX_VALUE)
    void nothing_that_was_refused_has_left_a_trace() {
        assertThat(patient.timeline()).hasSize(1);
        assertThat(Api.get(patient.program(surface.program()), clinic.token())
                        .is(200)
                        .header("ETag"))
                .isEqualTo(Surface.PAUSED);
        assertThat(clinic.inbox(patient))
                .singleElement()
                .satisfies(found -> assertThat(found.path("state").asText()).isEqualTo("new"));
        Api.get(clinic.mailbox(), clinic.token()).is(200);
    }

    private Stream<Operation> operationsWithBody() {
        return surface.operations().filter(operation -> operation.body() != null);
    }

    /** Calls with a body that was changed; in a journal, with one such item. */
    private Answer call(Operation operation, Consumer<Map<String, Object>> change) {
        Map<String, Object> members = new LinkedHashMap<>(members(operation));
        change.accept(members);
        return surface.call(
                operation,
                Surface.token(operation, clinic),
                operation.subject() == Subject.ITEMS ? List.of(members) : members);
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
}
