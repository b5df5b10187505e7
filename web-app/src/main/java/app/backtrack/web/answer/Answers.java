package app.backtrack.web.answer;

import app.backtrack.runtime.http.Problem;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;

/** Ends requests with JSON, or with problem details; nothing of it may be kept by a cache. */
@Singleton
public final class Answers {
    private static final String RETRY_SECONDS = "2";

    private final ObjectMapper json;

    Answers(ObjectMapper json) {
        this.json = json;
    }

    /** Answers 200. */
    public void json(RoutingContext request, Object body) {
        end(request, 200, "application/json", body);
    }

    /** Answers with a refusal, unless an answer is on its way already. */
    public void problem(RoutingContext request, Problem problem) {
        if (!request.response().headWritten()) {
            end(request, problem.status(), Problem.MEDIA_TYPE, problem);
        } else if (!request.response().ended()) {
            request.response().reset();
        }
    }

    /** The visitor has no session, or no longer. */
    public void signInFirst(RoutingContext request) {
        problem(request, Problem.of("unauthenticated", 401, "Nobody is signed in", "Sign in at /sign-in."));
    }

    /** Something that is needed does not answer; asking again is right. */
    public void unavailable(RoutingContext request) {
        if (!request.response().headWritten()) {
            request.response().putHeader(HttpHeaders.RETRY_AFTER, RETRY_SECONDS);
        }
        problem(
                request,
                Problem.of(
                        "unavailable",
                        503,
                        "Cannot be served now",
                        "Whether it was taken is unknown. Send the same request again: it counts once."));
    }

    private void end(RoutingContext request, int status, String type, Object body) {
        HttpServerResponse response = request.response();
        try {
            String text = json.writeValueAsString(body);
            response.setStatusCode(status)
                    .putHeader(HttpHeaders.CONTENT_TYPE, type)
                    .putHeader(HttpHeaders.CACHE_CONTROL, "no-store");
            // A browser that is gone does not hear it, which is all that can go wrong.
            response.end(text).onFailure(gone -> {});
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("our own records are JSON", e);
        }
    }
}
