package app.backtrack.local.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpHeaders;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What a service answered.
 *
 * @param request method and path, for messages
 * @param status HTTP status
 * @param headers its headers
 * @param text its body
 * @param took from the request to the whole answer
 */
record Answer(String request, int status, HttpHeaders headers, String text, Duration took) {
    private static final Pattern NEXT = Pattern.compile("<([^>]+)>.*rel=\"?next\"?");

    /** In which the services say that they cannot tell now. */
    private static final Duration PROMISED = Duration.ofSeconds(2);

    /** The same, where the status is one of these; else the test fails and shows the body. */
    Answer is(Integer... statuses) {
        assertThat(status).as("%s answers %s", request, text).isIn((Object[]) statuses);
        return this;
    }

    /** Fails the test unless this is problem+json with its own status in it. */
    Answer isProblem(Integer... statuses) {
        is(statuses);
        assertThat(header("Content-Type")).as(request).startsWith("application/problem+json");
        assertThat(json().path("status").asInt()).as("%s: %s", request, text).isEqualTo(status);
        assertThat(json().path("title").asText()).as("%s: %s", request, text).isNotBlank();
        return this;
    }

    /**
     * Fails the test unless this says, in the time that is promised, that the outcome is unknown and when to ask again.
     */
    Answer isOutage() {
        isProblem(503);
        assertThat(header("Retry-After")).as(request).isNotEmpty();
        assertThat(took).as(request).isLessThan(PROMISED);
        return this;
    }

    /** A header's value, or an empty text. */
    String header(String name) {
        return headers.firstValue(name).orElse("");
    }

    /** Where a list goes on, to be resolved against where this was asked; empty on its last page. */
    Optional<String> nextPage() {
        return NEXT.matcher(header("Link")).results().findFirst().map(link -> link.group(1));
    }

    /** The body. */
    JsonNode json() {
        try {
            return Api.JSON.readTree(text);
        } catch (JsonProcessingException e) {
            throw new AssertionError(request + " answers no JSON: " + text, e);
        }
    }
}
