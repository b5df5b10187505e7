package app.backtrack.runtime.limit;

import static org.assertj.core.api.Assertions.assertThat;

import app.backtrack.runtime.http.Tokens;
import app.backtrack.testkit.quarkus.BackEndsResource;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** More is asked at a time than the event loops, kept busy by each request, can do in the time that others wait. */
@QuarkusTest
@WithTestResource(value = BackEndsResource.class, scope = TestResourceScope.GLOBAL)
@WithTestResource(Tokens.class)
@DisplayNameGeneration(ReplaceUnderscores.class)
class LoadSheddingIT {
    private static final int MANY = 400;
    private static final int PAUSE_MILLIS = 1;
    private static final int PROBES = 20;
    private static final String SHORT = "{\"score\":4}";
    private static final String LONG = "{\"score\":4" + " ".repeat(100_000) + "}";

    /** One in so many is long: a client that sends nothing else may be slower than what it asks for. */
    private static final int LONG_EVERY = 10;

    /** What was taken of a busy loop may wait for the rest of its body until its time is over. */
    private static final int TOO_SLOW = 408;

    @TestHTTPResource
    URI server = URI.create("http://127.0.0.1");

    private String token = "";

    /** Of a clinic of its own, so that no test uses up another's limit. */
    @BeforeEach
    void signIn() {
        token = Tokens.sign(Tokens.claims("patient")
                .claim("clinic_id", "clinic-" + UUID.randomUUID().toString().substring(0, 8)));
    }

    @Test
    void what_is_too_much_is_refused_with_when_to_come_again_and_operators_are_served() throws Exception {
        try (HttpClient http = client()) {
            List<CompletableFuture<HttpResponse<String>>> asked = many(http, number -> SHORT);
            List<CompletableFuture<HttpResponse<String>>> probes = Stream.generate(
                            () -> http.sendAsync(request("/q/health/live").build(), BodyHandlers.ofString()))
                    .limit(PROBES)
                    .toList();

            List<HttpResponse<String>> answers =
                    asked.stream().map(CompletableFuture::join).toList();
            assertThat(answers)
                    .extracting(HttpResponse::statusCode)
                    .contains(200, 503)
                    .containsOnly(200, 503);
            assertThat(answers).filteredOn(answer -> answer.statusCode() == 503).allSatisfy(refusal -> {
                assertThat(refusal.headers().firstValue("content-type")).contains("application/problem+json");
                assertThat(refusal.headers().firstValue("retry-after").orElse(""))
                        .matches("[1-4]");
                assertThat(refusal.headers().firstValue("connection")).isEmpty();
                assertThat(refusal.body()).contains("urn:backtrack:problem:overloaded", "Nothing was taken");
            });
            assertThat(probes)
                    .extracting(CompletableFuture::join)
                    .extracting(HttpResponse::statusCode)
                    .containsOnly(200);
            assertThat(http.send(busy(SHORT), BodyHandlers.ofString()).statusCode())
                    .as("afterwards")
                    .isEqualTo(200);
            assertThat(metrics(http)).containsPattern("(?m)^backtrack_requests_shed_total [1-9]");
        }
    }

    @Test
    void a_long_body_is_passed_over_so_that_its_sender_hears_the_refusal() throws Exception {
        try (HttpClient http = client()) {
            List<CompletableFuture<HttpResponse<String>>> asked =
                    many(http, number -> number % LONG_EVERY == 0 ? LONG : SHORT);
            assertThat(IntStream.range(0, MANY)
                            .filter(number -> number % LONG_EVERY == 0)
                            .mapToObj(asked::get))
                    .extracting(CompletableFuture::join)
                    .extracting(HttpResponse::statusCode)
                    .contains(200, 503)
                    .isSubsetOf(200, 503, TOO_SLOW);
        }
    }

    private static HttpClient client() {
        return HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    }

    /**
     * One after the other, without waiting for answers, several times as fast as they can be served; by connections
     * that are open already, as a busy loop opens few at a time.
     */
    private List<CompletableFuture<HttpResponse<String>>> many(HttpClient http, IntFunction<String> bodies)
            throws InterruptedException {
        HttpRequest quick = request("/v1/probe/weeks?weeks=4").build();
        Stream.generate(() -> http.sendAsync(quick, BodyHandlers.ofString()))
                .limit(MANY)
                .toList()
                .forEach(CompletableFuture::join);
        List<CompletableFuture<HttpResponse<String>>> asked = new ArrayList<>();
        for (int number = 0; number < MANY; number++) {
            asked.add(http.sendAsync(busy(bodies.apply(number)), BodyHandlers.ofString()));
            Thread.sleep(PAUSE_MILLIS);
        }
        return asked;
    }

    private HttpRequest busy(String body) {
        return request("/v1/probe/busy")
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body))
                .build();
    }

    private String metrics(HttpClient http) throws Exception {
        return http.send(request("/q/metrics").build(), BodyHandlers.ofString()).body();
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(server.resolve(path)).header("Authorization", token);
    }
}
