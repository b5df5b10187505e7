package app.backtrack.local.endtoend;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Calls services over HTTP exactly once each time; no answer is an {@link UncheckedIOException}. */
final class Api {
    static final ObjectMapper JSON = JsonMapper.builder().build();

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private static final HttpClient HTTP = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(2))
            .build();

    private Api() {}

    static Answer get(URI url, @Nullable String token) {
        return call("GET", url, token, null, Map.of());
    }

    static Answer put(URI url, @Nullable String token, Object body) {
        return call("PUT", url, token, body, Map.of());
    }

    static Answer post(URI url, @Nullable String token, @Nullable Object body) {
        return call("POST", url, token, body, Map.of());
    }

    static Answer delete(URI url, @Nullable String token) {
        return call("DELETE", url, token, null, Map.of());
    }

    /** Calls with a body of JSON, or none, and further headers. */
    static Answer call(
            String method, URI url, @Nullable String token, @Nullable Object body, Map<String, String> headers) {
        BodyPublisher publisher = body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(written(body));
        return callWith(method, url, token, publisher, headers);
    }

    /** Calls with any body. */
    static Answer callWith(
            String method, URI url, @Nullable String token, BodyPublisher body, Map<String, String> headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(url)
                .timeout(PATIENCE)
                .method(method, body)
                .setHeader("Content-Type", "application/json");
        headers.forEach(request::setHeader);
        if (token != null) {
            request.setHeader("Authorization", "Bearer " + token);
        }
        long start = System.nanoTime();
        try {
            HttpResponse<String> response = HTTP.send(request.build(), BodyHandlers.ofString());
            return new Answer(
                    method + " " + url.getPath(),
                    response.statusCode(),
                    response.headers(),
                    response.body(),
                    Duration.ofNanos(System.nanoTime() - start));
        } catch (IOException e) {
            throw new UncheckedIOException(method + " " + url.getPath() + " was not answered", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while a service was called", e);
        }
    }

    static String written(Object body) {
        try {
            return body instanceof String text ? text : JSON.writeValueAsString(body);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("not JSON", e);
        }
    }
}
