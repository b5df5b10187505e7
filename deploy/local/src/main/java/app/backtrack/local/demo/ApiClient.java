package app.backtrack.local.demo;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/** Sends JSON as a clinic's system would: what may be tried again is, for a while. */
final class ApiClient {

    static final ObjectMapper JSON = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .defaultPropertyInclusion(
                    JsonInclude.Value.construct(JsonInclude.Include.NON_NULL, JsonInclude.Include.NON_NULL))
            .build();

    private static final int ATTEMPTS = 30;
    private static final Duration PAUSE = Duration.ofSeconds(1);
    private static final Duration TIMEOUT = Duration.ofSeconds(20);

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();

    HttpResponse<String> put(URI url, String token, Object body) {
        return send(request(url, token).PUT(BodyPublishers.ofString(written(body))));
    }

    HttpResponse<String> post(URI url, String token, Object body) {
        return send(request(url, token).POST(BodyPublishers.ofString(written(body))));
    }

    HttpResponse<String> get(URI url, String token) {
        return send(request(url, token).GET());
    }

    private static HttpRequest.Builder request(URI url, String token) {
        return HttpRequest.newBuilder(url)
                .timeout(TIMEOUT)
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json");
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        HttpRequest ready = request.build();
        try {
            for (int attempt = 1; ; attempt++) {
                HttpResponse<String> answer = http.send(ready, BodyHandlers.ofString());
                boolean later = answer.statusCode() == 429 || answer.statusCode() == 503;
                if (!later && answer.statusCode() < 400) {
                    return answer;
                }
                if (!later || attempt == ATTEMPTS) {
                    throw new IllegalStateException("the demo clinic is refused: " + ready.method() + " " + ready.uri()
                            + " answers " + answer.statusCode() + " " + answer.body());
                }
                Thread.sleep(PAUSE);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the demo clinic cannot be sent", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while the demo clinic was sent", e);
        }
    }

    private static String written(Object body) {
        try {
            return JSON.writeValueAsString(body);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a demo record is always JSON", e);
        }
    }
}
