package app.backtrack.runtime.http;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

/**
 * Refuses a body that says it is over 1 MiB before a byte of it is read; the server's own limit catches one that lies.
 */
@Singleton
final class BodyLimit {
    static final long MAX_BYTES = 1024 * 1024;

    private static final int PRIORITY = 1_000;

    void register(@Observes Filters filters) {
        filters.register(BodyLimit::check, PRIORITY);
    }

    private static void check(RoutingContext request) {
        String length = request.request().getHeader(HttpHeaders.CONTENT_LENGTH);
        if (length != null && (length.length() > 10 || Long.parseLong(length) > MAX_BYTES)) {
            EarlyAnswers.closeAfterwards(request.request());
            EarlyAnswers.end(request.request(), problem());
        } else {
            request.next();
        }
    }

    static Problem problem() {
        return Problem.of("too-large", 413, "The body is too large", "Send at most 1 MiB at a time.");
    }
}
