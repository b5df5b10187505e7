package app.backtrack.runtime.http;

import io.vertx.core.Future;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;
import io.vertx.core.json.JsonObject;

/** Refuses requests of which no resource has heard yet. */
public final class EarlyAnswers {
    private EarlyAnswers() {}

    /** Ends a request with a problem. */
    public static Future<Void> end(HttpServerRequest request, Problem problem) {
        return request.response()
                .setStatusCode(problem.status())
                .putHeader(HttpHeaders.CONTENT_TYPE, Problem.MEDIA_TYPE)
                .end(new JsonObject()
                        .put("type", problem.type())
                        .put("title", problem.title())
                        .put("status", problem.status())
                        .put("detail", problem.detail())
                        .encode());
    }

    /**
     * Has the connection closed after the answer, as what follows on it is a body that nobody reads; HTTP/2 only resets
     * the stream, and forbids the header.
     */
    public static void closeAfterwards(HttpServerRequest request) {
        if (request.version() != HttpVersion.HTTP_2) {
            request.response().putHeader(HttpHeaders.CONNECTION, "close");
        }
    }
}
