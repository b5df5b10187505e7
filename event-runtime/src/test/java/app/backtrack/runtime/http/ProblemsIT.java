package app.backtrack.runtime.http;

import static org.assertj.core.api.Assertions.assertThat;

import app.backtrack.testkit.quarkus.BackEndsResource;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.logging.Level;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithTestResource(value = BackEndsResource.class, scope = TestResourceScope.GLOBAL)
@WithTestResource(Tokens.class)
@DisplayNameGeneration(ReplaceUnderscores.class)
class ProblemsIT {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final String PATIENT = "0193a1f0-0000-7000-8000-000000000001";

    @TestHTTPResource
    URI server = URI.create("http://127.0.0.1");

    @Test
    void a_good_body_is_taken() throws Exception {
        HttpResponse<String> answer = post("{\"score\":4,\"parts\":[{\"sets\":3}]}");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(JSON.readTree(answer.body()).at("/score").asInt()).isEqualTo(4);
        assertThat(answer.headers().firstValue("cache-control")).contains("no-store");
        assertThat(answer.headers().firstValue("x-content-type-options")).contains("nosniff");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"score\":4,\"colour\":1}           | /colour",
                "{\"score\":\"4\"}                    | /score",
                "{\"score\":4.0}                      | /score",
                "{\"score\":3.5}                      | /score",
                "{\"score\":1e0}                      | /score",
                "{\"score\":null}                     | /score",
                "{\"score\":true}                     | /score",
                "{\"score\":\"\"}                     | /score",
                "{\"score\":99999999999}              | /score",
                "{}                                   | /score",
                "{\"score\":11}                       | /score",
                "{\"score\":-1}                       | /score",
                "{\"score\":4,\"note\":5}             | /note",
                "{\"score\":4,\"note\":true}          | /note",
                "{\"score\":4,\"kind\":0}             | /kind",
                "{\"score\":4,\"kind\":\"THIRD\"}     | /kind",
                "{\"score\":4,\"kind\":\"\"}          | /kind",
                "{\"score\":4,\"at\":1795000000}      | /at",
                "{\"score\":4,\"at\":1795000000.5}    | /at",
                "{\"score\":4,\"at\":\"1795000000\"}  | /at",
                "{\"score\":4,\"at\":\"\"}            | /at",
                "{\"score\":4,\"at\":\"2026-11-20\"}  | /at",
                "{\"score\":4,\"date\":20000}         | /date",
                "{\"score\":4,\"date\":[2026,11,20]}  | /date",
                "{\"score\":4,\"date\":\"\"}          | /date",
                "{\"score\":4,\"date\":\"2026-02-30\"}| /date",
                "{\"score\":4,\"date\":\"2026-11-20T18:30:00Z\"}| /date",
                "{\"score\":4,\"id\":\"\"}            | /id",
                "{\"score\":4,\"id\":\"x\"}           | /id",
                "{\"score\":4,\"yes\":\"true\"}       | /yes",
                "{\"score\":4,\"yes\":1}              | /yes",
                "{\"score\":4,\"parts\":{}}           | /parts",
                "{\"score\":4,\"parts\":[{\"sets\":0}]}      | /parts/0/sets",
                "{\"score\":4,\"parts\":[{\"sets\":1},{}]}   | /parts/1/sets",
                "{\"score\":4,\"parts\":[{\"sets\":\"1\"}]}  | /parts/0/sets",
                "{\"score\":4,\"parts\":[{\"a/b\":\"1\"}]}   | /parts/0/a~1b",
            })
    void what_a_body_says_wrong_is_named_by_its_pointer(String body, String pointer) throws Exception {
        JsonNode problem = problem(post(body), 422, "invalid-request");

        assertThat(problem.at("/errors/0/pointer").asText()).isEqualTo(pointer);
        assertThat(problem.at("/errors/0/detail").asText()).isNotBlank();
    }

    @ParameterizedTest
    @ValueSource(strings = {"[]", "4", "\"text\"", "null", "true"})
    void a_body_of_another_shape_is_invalid(String body) throws Exception {
        problem(post(body), 422, "invalid-request");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"score\":4} x",
                "{\"score\":4}{\"score\":5}",
                "{\"score\":4,\"score\":5}",
                "{\"score\":4",
                "{\"score\":",
                "{score:4}",
                "{\"score\":4,}",
                "{\"score\":04}",
                "{\"score\":NaN}",
                "{\"score\":4,\"parts\":[{\"sets\":}]}",
                "no json",
            })
    void what_is_not_one_json_value_is_malformed(String body) throws Exception {
        assertThat(post(body).statusCode()).as(body).isIn(400, 422);
        JsonNode problem = JSON.readTree(post(body).body());
        assertThat(problem.at("/type").asText()).as(body).isEqualTo("urn:backtrack:problem:malformed-json");
    }

    @Test
    void no_body_is_refused() throws Exception {
        HttpResponse<String> answer = post("");

        assertThat(answer.statusCode()).isIn(400, 422);
        assertProblem(answer, answer.statusCode());
    }

    @Test
    void deep_nesting_and_a_huge_string_are_refused() throws Exception {
        problem(post("{\"score\":4,\"parts\":" + "[".repeat(500) + "]".repeat(500) + "}"), 422, "invalid-request");
        problem(post("{\"score\":4,\"note\":\"" + "x".repeat(20_000) + "\"}"), 422, "invalid-request");
        problem(post("{\"score\":" + "1".repeat(1_000) + "}"), 422, "invalid-request");
    }

    @Test
    void a_parameter_that_is_wrong_is_named() throws Exception {
        JsonNode problem = problem(get("/v1/probe/weeks?weeks=13"), 422, "invalid-request");

        assertThat(problem.at("/errors/0/parameter").asText()).isEqualTo("weeks");
        assertProblem(get("/v1/probe/weeks?weeks=x"), 404);
    }

    @Test
    void another_content_type_route_or_method_is_a_problem_too() throws Exception {
        assertProblem(
                send(request("/v1/probe").header("Content-Type", "text/plain").POST(BodyPublishers.ofString("4"))),
                415);
        assertProblem(
                send(request("/v1/probe")
                        .header("Accept", "image/png")
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString("{\"score\":4}"))),
                406);
        assertProblem(get("/v1/unknown"), 404);
        assertProblem(get("/v1/probe/fails"), 404);
        HttpResponse<String> method = send(request("/v1/probe").DELETE());
        assertProblem(method, 405);
        assertThat(method.headers().firstValue("allow").orElse("")).isEqualTo("POST");
    }

    @Test
    void a_body_that_says_it_is_too_large_is_refused_before_it_is_read() throws Exception {
        problem(post("{\"score\":4,\"note\":\"" + "x".repeat(2_000_000) + "\"}"), 413, "too-large");
    }

    @Test
    void a_body_that_does_not_say_its_length_is_refused_too() throws Exception {
        byte[] large = ("{\"score\":4" + " ".repeat(2_000_000) + "}").getBytes(StandardCharsets.UTF_8);
        String answer = raw(chunked(large));

        // Our reader, which says why, or the server itself, whoever counts to its limit first; both end the connection.
        assertThat(answer).startsWith("HTTP/1.1 413").containsIgnoringCase("connection: close");
    }

    @Test
    void a_body_that_does_not_say_its_length_is_refused_too_where_nothing_else_is_wrong_with_it() throws Exception {
        byte[] large = (" ".repeat(2_000_000) + "{\"score\":4}").getBytes(StandardCharsets.UTF_8);

        assertThat(raw(chunked(large)))
                .startsWith("HTTP/1.1 413")
                .contains("application/problem+json", "too-large")
                .containsIgnoringCase("connection: close")
                .doesNotContain("internal-error");
    }

    @ParameterizedTest
    @ValueSource(strings = {"abc", "-5", "99999999999999999999", "1e3", ""})
    void a_length_that_is_none_never_reaches_a_resource(String length) throws Exception {
        String answer = raw(("POST /v1/probe HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\nAuthorization: "
                        + Tokens.of("patient", PATIENT) + "\r\nContent-Length: " + length + "\r\n\r\n{}")
                .getBytes(StandardCharsets.UTF_8));

        assertThat(answer).matches("(?s)HTTP/1.1 4\\d\\d.*");
    }

    @Test
    void without_a_good_token_it_is_401_with_a_challenge() throws Exception {
        List<String> bad = List.of(
                "Bearer garbage",
                "Bearer a.b.c",
                "Basic dGhlYTpkZW1v",
                Tokens.of("patient", PATIENT) + "x",
                Tokens.sign(Tokens.claims("patient").expiresAt(Instant.now().minus(Duration.ofMinutes(5)))),
                Tokens.ended(Duration.ofSeconds(61)),
                Tokens.endless("patient"),
                Tokens.sign(Tokens.claims("patient").audience(Set.of("another"))),
                Tokens.signAs("at+foo", Tokens.claims("patient")),
                Tokens.signAs("logout+jwt", Tokens.claims("patient")),
                Tokens.sign(Tokens.claims("patient").claim("typ", "ID")),
                Tokens.sign(Tokens.claims("patient").claim("typ", "Refresh")),
                Tokens.sign(Tokens.claims("patient").claim("c_hash", "MTIzNDU2Nzg5MDEyMzQ1Ng")),
                Tokens.sign(Tokens.claims("patient").claim("at_hash", "77QmUPtjPfzWtF2AnpK9RQ")));
        for (String authorization : bad) {
            assertThat(getAs(authorization, "/v1/probe/weeks?weeks=4").statusCode())
                    .as(authorization)
                    .isEqualTo(401);
            assertUnauthorized(send(HttpRequest.newBuilder(server.resolve("/v1/probe/weeks?weeks=4"))
                    .header("Authorization", authorization)));
            assertUnauthorized(send(HttpRequest.newBuilder(server.resolve("/v1/probe"))
                    .header("Authorization", authorization)
                    .header("Content-Type", "application/json")
                    .POST(BodyPublishers.ofString("{\"colour\":1}"))));
        }
        assertUnauthorized(send(HttpRequest.newBuilder(server.resolve("/v1/probe/weeks?weeks=4"))));
    }

    @Test
    void an_access_token_is_taken_in_each_form_that_issuers_write_it() throws Exception {
        for (String token : List.of(
                Tokens.signAs("at+jwt", Tokens.claims("patient")),
                Tokens.sign(Tokens.claims("patient").claim("nonce", "n-0S6_WzA2Mj")),
                Tokens.signAs("application/at+jwt", Tokens.claims("patient")),
                Tokens.sign(Tokens.claims("patient").claim("typ", "Bearer")),
                Tokens.ended(Duration.ofSeconds(10)))) {
            assertThat(getAs(token, "/v1/probe/weeks?weeks=4").statusCode())
                    .as(token)
                    .isEqualTo(200);
        }
    }

    @Test
    void a_good_token_without_the_right_is_403() throws Exception {
        problem(getAs(Tokens.of("clinic-admin", null), "/v1/probe/weeks?weeks=4"), 403, "forbidden");
        problem(getAs(Tokens.of("therapist", null), "/v1/unannotated"), 403, "forbidden");
        String noClinic = Tokens.sign(Tokens.claims("therapist").remove("clinic_id"));
        problem(getAs(noClinic, "/v1/probe/patients/" + PATIENT), 403, "forbidden");
        String oddClinic = Tokens.sign(Tokens.claims("therapist").claim("clinic_id", "../other"));
        problem(getAs(oddClinic, "/v1/probe/patients/" + PATIENT), 403, "forbidden");
        String noPatient = Tokens.of("patient", null);
        problem(getAs(noPatient, "/v1/probe/patients/" + PATIENT), 403, "forbidden");
    }

    @Test
    void a_patient_sees_nobody_else_and_an_odd_id_is_an_unknown_patient() throws Exception {
        assertThat(get("/v1/probe/patients/" + PATIENT).body())
                .isEqualTo("\"harbour-physio/" + PATIENT + " patient:thea.harbour\"");
        problem(get("/v1/probe/patients/" + UUID.randomUUID()), 404, "unknown-patient");
        problem(get("/v1/probe/patients/x"), 404, "unknown-patient");
        assertThat(getAs(Tokens.of("therapist", null), "/v1/probe/patients/" + UUID.randomUUID())
                        .statusCode())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/v1/probe/fails/", "/v1/probe/later/"})
    void refusals_and_outages_are_the_same_at_once_and_later(String path) throws Exception {
        HttpResponse<String> outage = get(path + "outage");
        assertThat(problem(outage, 503, "unavailable").toString()).doesNotContain("secret");
        assertThat(outage.headers().firstValue("retry-after")).contains("2");
        problem(get(path + "erased"), 410, "patient-erased");
        problem(get(path + "conflict"), 409, "taken");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/v1/probe/fails/bug", "/v1/probe/later/bug"})
    void a_bug_tells_an_opaque_id_and_neither_answer_nor_log_repeats_what_was_sent(String path) throws Exception {
        HttpResponse<String> answer;
        List<String> logged;
        try (LogLines lines = LogLines.from(Level.ALL)) {
            answer = get(path);
            logged = lines.soFar();
        }

        String instance = problem(answer, 500, "internal-error").at("/instance").asText();
        assertThat(instance).startsWith("urn:uuid:");
        assertThat(answer.body()).doesNotContain("secret", "Exception", "ProbeResource");
        assertThat(logged)
                .anyMatch(line -> line.contains(instance.substring("urn:uuid:".length()))
                        && line.contains("java.lang.IllegalStateException")
                        && line.contains("ProbeResource"));
        assertThat(logged).noneMatch(line -> line.contains("secret"));
    }

    private HttpResponse<String> post(String body) throws Exception {
        return send(
                request("/v1/probe").header("Content-Type", "application/json").POST(BodyPublishers.ofString(body)));
    }

    private HttpResponse<String> get(String path) throws Exception {
        return send(request(path));
    }

    private HttpResponse<String> getAs(String authorization, String path) throws Exception {
        return send(HttpRequest.newBuilder(server.resolve(path)).header("Authorization", authorization));
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(server.resolve(path)).header("Authorization", Tokens.of("patient", PATIENT));
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
        return HTTP.send(request.timeout(Duration.ofSeconds(10)).build(), BodyHandlers.ofString());
    }

    private static JsonNode problem(HttpResponse<String> answer, int status, String code) throws Exception {
        JsonNode problem = assertProblem(answer, status);
        assertThat(problem.at("/type").asText()).isEqualTo("urn:backtrack:problem:" + code);
        return problem;
    }

    private static JsonNode assertProblem(HttpResponse<String> answer, int status) throws Exception {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(answer.headers().firstValue("content-type").orElse("")).startsWith("application/problem+json");
        JsonNode problem = JSON.readTree(answer.body());
        assertThat(problem.at("/status").asInt()).isEqualTo(status);
        assertThat(problem.at("/title").asText()).isNotBlank();
        assertThat(problem.at("/type").asText()).startsWith("urn:backtrack:problem:");
        return problem;
    }

    private static void assertUnauthorized(HttpResponse<String> answer) throws Exception {
        problem(answer, 401, "unauthenticated");
        assertThat(answer.headers().firstValue("www-authenticate").orElse("")).startsWith("Bearer");
    }

    private byte[] chunked(byte[] body) throws Exception {
        ByteArrayOutputStream request = new ByteArrayOutputStream();
        request.write(("POST /v1/probe HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\nAuthorization: "
                        + Tokens.of("patient", PATIENT) + "\r\nTransfer-Encoding: chunked\r\n\r\n")
                .getBytes(StandardCharsets.UTF_8));
        request.write((Integer.toHexString(body.length) + "\r\n").getBytes(StandardCharsets.UTF_8));
        request.write(body);
        request.write("\r\n0\r\n\r\n".getBytes(StandardCharsets.UTF_8));
        return request.toByteArray();
    }

    /** What no HTTP client would send. Reads until the server closes or has nothing more to say. */
    private String raw(byte[] request) throws Exception {
        try (Socket socket = new Socket(server.getHost(), server.getPort())) {
            socket.setSoTimeout(3_000);
            Thread writing = Thread.ofVirtual().start(() -> write(socket, request));
            ByteArrayOutputStream answer = new ByteArrayOutputStream();
            try (InputStream in = socket.getInputStream()) {
                for (int next = in.read(); next >= 0; next = in.read()) {
                    answer.write(next);
                }
            } catch (java.io.IOException silence) {
                writing.interrupt();
            }
            return answer.toString(StandardCharsets.UTF_8);
        }
    }

    private static void write(Socket socket, byte[] request) {
        try {
            OutputStream out = socket.getOutputStream();
            out.write(request);
            out.flush();
        } catch (java.io.IOException refused) {
            // The server need not read to the end what it refuses.
        }
    }
}
