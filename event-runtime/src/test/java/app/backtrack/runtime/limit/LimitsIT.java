package app.backtrack.runtime.limit;

import static org.assertj.core.api.Assertions.assertThat;

import app.backtrack.runtime.http.LogLines;
import app.backtrack.runtime.http.Tokens;
import app.backtrack.testkit.quarkus.BackEndsResource;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.UUID;
import java.util.logging.Level;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithTestResource(value = BackEndsResource.class, scope = TestResourceScope.GLOBAL)
@WithTestResource(Tokens.class)
@DisplayNameGeneration(ReplaceUnderscores.class)
class LimitsIT {
    private static final int PER_MINUTE = 900;
    private static final int TEN_MB = 10 * 1024 * 1024;

    /** For what is logged after an answer, or a hanging up, to have been logged. */
    private static final Duration SOON = Duration.ofMillis(500);

    private static final long SOME_MEMORY = 96L * 1024 * 1024;

    /** A connection for each: what is refused ends its connection. */
    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    @TestHTTPResource
    URI server = URI.create("http://127.0.0.1");

    @Test
    void every_answer_says_what_is_left_and_too_many_are_told_when_to_come_again() throws Exception {
        String token = token();
        HttpResponse<String> first = get("/v1/probe/weeks?weeks=4", token);
        assertThat(first.headers().firstValue("RateLimit-Policy"))
                .contains("\"client\";q=900;w=60, \"clinic\";q=60000;w=60");
        assertThat(first.headers().firstValue("RateLimit").orElse("")).isEqualTo("\"client\";r=899;t=1");
        assertThat(get("/v1/probe/weeks?weeks=1", token).headers().firstValue("RateLimit"))
                .as("a refusal says it, too")
                .isPresent();

        HttpResponse<String> last = first;
        for (int i = 0; i < 3 * PER_MINUTE && last.statusCode() == 200; i++) {
            last = get("/v1/probe/weeks?weeks=4", token);
        }

        assertThat(last.statusCode()).isEqualTo(429);
        assertThat(last.headers().firstValue("content-type")).contains("application/problem+json");
        assertThat(last.body()).contains("urn:backtrack:problem:too-many-requests");
        assertThat(last.headers().firstValue("Retry-After")).contains("1");
        assertThat(last.headers().firstValue("RateLimit").orElse("")).matches("\"client\";r=0;t=[0-9]{1,2}");
        assertThat(get("/v1/probe/weeks?weeks=4", token()).statusCode())
                .as("of another clinic")
                .isEqualTo(200);
    }

    @Test
    void a_body_that_stops_arriving_is_408_and_ends_the_connection() throws Exception {
        try (LogLines errors = LogLines.from(Level.SEVERE);
                Socket socket = new Socket(server.getHost(), server.getPort())) {
            socket.setSoTimeout(20_000);
            begin(socket, "Authorization: " + token() + "\r\n");
            String answer = all(socket);

            assertThat(answer)
                    .startsWith("HTTP/1.1 408")
                    .contains("application/problem+json", "too-slow")
                    .containsIgnoringCase("connection: close");
            Thread.sleep(SOON);
            assertThat(errors.soFar()).as("failures of ours").isEmpty();
        }
    }

    @Test
    void somebody_who_hangs_up_within_a_body_is_no_failure_of_ours() throws Exception {
        try (LogLines errors = LogLines.from(Level.SEVERE)) {
            try (Socket socket = new Socket(server.getHost(), server.getPort())) {
                begin(socket, "Authorization: " + token() + "\r\n");
                Thread.sleep(SOON);
            }
            Thread.sleep(SOON);
            assertThat(errors.soFar()).isEmpty();
        }
    }

    @Test
    void a_body_that_stops_arriving_ends_the_connection_though_it_was_refused_already() throws Exception {
        try (Socket socket = new Socket(server.getHost(), server.getPort())) {
            socket.setSoTimeout(4_500);
            begin(socket, "");

            assertThat(all(socket)).startsWith("HTTP/1.1 401");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/v1/probe", "/v1/nowhere", "/q/health/live"})
    void a_request_that_came_whole_leaves_its_connection_open_though_nobody_read_its_body(String path)
            throws Exception {
        try (Socket socket = new Socket(server.getHost(), server.getPort())) {
            socket.setSoTimeout(20_000);
            String request = "POST " + path + " HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\n"
                    + "Content-Length: 11\r\n";
            socket.getOutputStream().write((request + "\r\n{\"score\":4}").getBytes(StandardCharsets.US_ASCII));
            Thread.sleep(Duration.ofMillis(3_500));
            socket.getOutputStream()
                    .write((request + "Connection: close\r\n\r\n{\"score\":4}").getBytes(StandardCharsets.US_ASCII));

            assertThat(all(socket)).matches("(?s)HTTP/1.1 [24].*HTTP/1.1 [24].*");
        }
    }

    @Test
    void a_header_that_stops_arriving_ends_the_connection() throws Exception {
        try (Socket socket = new Socket(server.getHost(), server.getPort())) {
            socket.setSoTimeout(20_000);
            socket.getOutputStream()
                    .write("GET /v1/probe/weeks?weeks=4 HTTP/1.1\r\nHost: a\r\nX-Slow: "
                            .getBytes(StandardCharsets.US_ASCII));

            assertThat(all(socket)).isEmpty();
        }
    }

    @Test
    void a_hundred_thousand_arrays_in_each_other_are_422() throws Exception {
        String deep = "{\"score\":4,\"parts\":" + "[".repeat(100_000) + "]".repeat(100_000) + "}";

        HttpResponse<String> answer = post(deep);

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains("invalid-request");
    }

    @Test
    void a_very_long_list_or_name_is_422() throws Exception {
        String parts = "{\"sets\":1},".repeat(80_000);
        String long400kTokens = "{\"score\":4,\"parts\":[" + parts + "{\"sets\":1}]}";
        assertThat(long400kTokens.length()).isLessThan(1024 * 1024);

        assertThat(post(long400kTokens).statusCode()).isIn(200, 422);
        assertThat(post("{\"" + "x".repeat(10_000) + "\":1}").statusCode()).isEqualTo(422);
        assertThat(post("{\"score\":4,\"parts\":[" + "1,".repeat(450_000) + "1]}")
                        .statusCode())
                .isEqualTo(422);
    }

    @Test
    void many_bodies_of_10_mb_without_a_length_are_413_and_leave_memory_as_it_was() throws Exception {
        byte[] large = new byte[TEN_MB];
        Arrays.fill(large, (byte) ' ');
        long before = usedMemory();

        for (int i = 0; i < 20; i++) {
            try {
                HttpResponse<String> answer = HTTP.send(
                        request("/v1/probe", token())
                                .header("Content-Type", "application/json")
                                .POST(BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(large)))
                                .build(),
                        BodyHandlers.ofString());
                assertThat(answer.statusCode()).isEqualTo(413);
            } catch (IOException closed) {
                // The server answered and closed before the client had said everything.
                assertThat(closed).isNotNull();
            }
        }

        assertThat(usedMemory() - before).isLessThan(SOME_MEMORY);
    }

    @Test
    void answers_tell_browsers_to_trust_them_with_nothing() throws Exception {
        var headers = get("/v1/probe/weeks?weeks=4", token()).headers();

        assertThat(headers.firstValue("x-content-type-options")).contains("nosniff");
        assertThat(headers.firstValue("x-frame-options")).contains("DENY");
        assertThat(headers.firstValue("referrer-policy")).contains("no-referrer");
        assertThat(headers.firstValue("content-security-policy"))
                .contains("default-src 'none'; frame-ancestors 'none'");
        assertThat(headers.firstValue("cache-control")).contains("no-store");
        assertThat(headers.firstValue("server")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET /v1/%zz HTTP/1.1",
                "GET /v1/probe/weeks?weeks=%zz HTTP/1.1",
                "GET /v1/probe/\u0001 HTTP/1.1",
                "GET  HTTP/1.1",
                "BREW /v1/probe HTTP/1.1",
                "GET /v1/probe HTTP/9.9",
                "nonsense"
            })
    void what_is_hardly_http_is_refused_without_a_word_about_our_code(String line) throws Exception {
        try (Socket socket = new Socket(server.getHost(), server.getPort())) {
            socket.setSoTimeout(20_000);
            socket.getOutputStream()
                    .write((line + "\r\nHost: a\r\nConnection: close\r\nAuthorization: " + token() + "\r\n\r\n")
                            .getBytes(StandardCharsets.ISO_8859_1));
            String answer = all(socket);

            assertThat(answer).matches("(?s)(HTTP/[0-9.]{3} [45][0-9]{2}.*)?").doesNotContain(" 500 ");
            assertThat(answer).doesNotContain("Exception", "\tat ", "io.vertx", "quarkus");
        }
    }

    @Test
    void headers_that_are_too_long_are_refused() throws Exception {
        HttpResponse<String> answer = HTTP.send(
                request("/v1/probe/weeks?weeks=4", token())
                        .header("X-Long", "x".repeat(40_000))
                        .build(),
                BodyHandlers.ofString());

        assertThat(answer.statusCode()).isIn(400, 431);
        assertThat(answer.body()).doesNotContain("Exception");
    }

    private static long usedMemory() {
        System.gc();
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }

    /** Sends a request and the beginning of its body. */
    private static void begin(Socket socket, String header) throws IOException {
        socket.getOutputStream()
                .write(("POST /v1/probe HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\n" + header
                                + "Content-Length: 500\r\n\r\n{\"score\":")
                        .getBytes(StandardCharsets.US_ASCII));
    }

    private static String all(Socket socket) throws IOException {
        try (InputStream in = socket.getInputStream()) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    /** Of a clinic of its own, so that no test uses up another's limit. */
    private static String token() {
        return Tokens.sign(Tokens.claims("patient")
                .claim("clinic_id", "clinic-" + UUID.randomUUID().toString().substring(0, 8)));
    }

    private HttpResponse<String> get(String path, String token) throws Exception {
        return HTTP.send(request(path, token).build(), BodyHandlers.ofString());
    }

    private HttpResponse<String> post(String body) throws Exception {
        return HTTP.send(
                request("/v1/probe", token())
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString(body))
                        .build(),
                BodyHandlers.ofString());
    }

    private HttpRequest.Builder request(String path, String token) {
        return HttpRequest.newBuilder(server.resolve(path)).header("Authorization", token);
    }
}
