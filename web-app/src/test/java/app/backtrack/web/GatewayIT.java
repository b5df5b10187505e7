package app.backtrack.web;

import static org.assertj.core.api.Assertions.assertThat;

import app.backtrack.testkit.parts.Account;
import app.backtrack.testkit.quarkus.Tokens;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@WebTest
class GatewayIT {
    @ConfigProperty(name = "quarkus.http.test-port")
    int port;

    private Surfer surfer = new Surfer(0);

    @BeforeEach
    void signedIn() {
        String clinic = Tokens.newClinic();
        surfer = new Surfer(port);
        surfer.signIn(Account.therapist(clinic, "therapist-" + clinic), "/clinic");
    }

    @Test
    void a_service_sees_the_token_and_not_the_cookie() {
        HttpResponse<String> answer = surfer.get("/api/program/v1/echo/7?limit=2");

        assertThat(answer.body())
                .startsWith("GET /v1/echo/7?limit=2")
                .contains("Authorization=[Bearer eyJ")
                .doesNotContain("Cookie", "q_session");
    }

    @Test
    void a_body_and_the_version_that_it_changes_go_through_and_the_answer_comes_back() {
        HttpResponse<String> answer = surfer.send(surfer.request("/api/tracking/v1/echo")
                .header("Backtrack-Request", "page")
                .header("If-Match", "\"2\"")
                .PUT(BodyPublishers.ofString("{\"score\":3}")));

        assertThat(answer.statusCode()).isEqualTo(202);
        assertThat(answer.body())
                .startsWith("PUT /v1/echo")
                .contains("If-match=[\"2\"]")
                .endsWith("{\"score\":3}");
        assertThat(answer.headers().firstValue("ETag")).contains("\"3\"");
        assertThat(answer.headers().firstValue("Backtrack-Position")).contains("p-1");
        assertThat(answer.headers().firstValue("Link")).contains("</api/tracking/v1/echo?cursor=a>; rel=\"next\"");
        assertThat(answer.headers().firstValue("Cache-Control")).contains("no-store");
        assertThat(answer.headers().firstValue("Set-Cookie")).isEmpty();
    }

    @Test
    void a_refusal_comes_back_as_it_is() {
        HttpResponse<String> answer = surfer.change("PUT", "/api/program/v1/refusal", "{}");

        assertThat(answer.statusCode()).isEqualTo(412);
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
        assertThat(answer.headers().firstValue("Retry-After")).contains("2");
        assertThat(answer.body()).contains("stale-version");
    }

    @Test
    void a_stream_is_passed_on_while_it_is_open() throws Exception {
        try (BufferedReader stream = new BufferedReader(
                new InputStreamReader(surfer.open("/api/tracking/v1/stream").body(), StandardCharsets.UTF_8))) {
            assertThat(stream.readLine()).isEqualTo("event: changed");
        }
    }

    @Test
    void a_service_that_is_away_or_leads_elsewhere_is_503_and_worth_another_try() {
        for (String path : new String[] {"/api/notification/v1/inbox", "/api/program/v1/elsewhere"}) {
            HttpResponse<String> answer = surfer.get(path);

            assertThat(answer.statusCode()).as(path).isEqualTo(503);
            assertThat(answer.headers().firstValue("Retry-After")).contains("2");
            assertThat(answer.headers().firstValue("Location")).isEmpty();
            assertThat(answer.body()).contains("urn:backtrack:problem:unavailable");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/program/q/metrics",
                "/api/program/v1/%2e%2e/q/metrics",
                "/api/program/v1/echo;x=1",
                "/api/other/v1/echo",
                "/api/"
            })
    void nothing_but_the_api_is_reached(String path) {
        assertThat(surfer.get(path).statusCode()).isEqualTo(404);
    }

    @Test
    void nobody_who_is_not_signed_in_reaches_anything() {
        Surfer stranger = new Surfer(port);

        assertThat(stranger.get("/api/program/v1/echo").statusCode()).isEqualTo(401);
        assertThat(stranger.change("PUT", "/api/program/v1/echo", "{}").statusCode())
                .isEqualTo(401);
        assertThat(stranger.send(stranger.request("/api/program/v1/echo").header("Authorization", "Bearer " + "a.b.c"))
                        .statusCode())
                .isEqualTo(401);
    }

    @Test
    void another_site_changes_nothing_in_a_visitors_name() {
        assertThat(surfer.send(surfer.request("/api/program/v1/echo").PUT(BodyPublishers.ofString("{}")))
                        .statusCode())
                .isEqualTo(403);
        assertThat(surfer.send(surfer.request("/api/program/v1/echo")
                                .header("Backtrack-Request", "page")
                                .header("Sec-Fetch-Site", "cross-site")
                                .PUT(BodyPublishers.ofString("{}")))
                        .statusCode())
                .isEqualTo(403);
        assertThat(surfer.send(surfer.request("/api/program/v1/echo")
                                .header("Backtrack-Request", "page")
                                .header("Origin", "https://evil.example")
                                .PUT(BodyPublishers.ofString("{}")))
                        .statusCode())
                .isEqualTo(403);
    }

    @Test
    void a_body_that_is_too_large_or_of_unsaid_length_is_refused() {
        assertThat(surfer.change("POST", "/api/tracking/v1/echo", "x".repeat(1024 * 1024 + 1))
                        .statusCode())
                .isEqualTo(413);
        assertThat(surfer.send(surfer.request("/api/tracking/v1/echo")
                                .header("Backtrack-Request", "page")
                                .POST(BodyPublishers.ofInputStream(
                                        () -> new java.io.ByteArrayInputStream("{}".getBytes(StandardCharsets.UTF_8)))))
                        .statusCode())
                .isEqualTo(411);
    }
}
