package app.backtrack.runtime.limit;

import app.backtrack.runtime.http.EarlyAnswers;
import app.backtrack.runtime.http.Problem;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.http.HttpVersion;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.Set;

/**
 * Ends requests whose body does not arrive in time, however it dribbles: a byte now and then keeps a connection from
 * being idle, and would hold a thread for good.
 */
@Singleton
final class SlowSenders {
    private static final Set<HttpMethod> BODILESS = Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.DELETE);
    private static final int TIMEOUT = 408;
    private static final int PRIORITY = 1_100;

    private final Vertx vertx;
    private final long millis;

    SlowSenders(Vertx vertx, LimitConfig config) {
        this.vertx = vertx;
        this.millis = config.requestWithin().toMillis();
    }

    void register(@Observes Filters filters) {
        filters.register(this::watch, PRIORITY);
    }

    private void watch(RoutingContext context) {
        HttpServerRequest request = context.request();
        if (hasBody(request)) {
            long timer = vertx.setTimer(millis, id -> giveUp(request));
            var unused = request.end().onComplete(whole -> vertx.cancelTimer(timer));
        }
        context.next();
    }

    /** Without one there is nothing to wait for, though a request that nobody has read yet is not ended either. */
    private static boolean hasBody(HttpServerRequest request) {
        String length = request.getHeader(HttpHeaders.CONTENT_LENGTH);
        if (length != null) {
            return !length.equals("0");
        }
        return request.version() == HttpVersion.HTTP_2
                ? !BODILESS.contains(request.method())
                : request.getHeader(HttpHeaders.TRANSFER_ENCODING) != null;
    }

    private static void giveUp(HttpServerRequest request) {
        HttpServerResponse response = request.response();
        if (request.isEnded()) {
            return;
        }
        if (response.headWritten() || response.closed()) {
            end(request);
            return;
        }
        EarlyAnswers.closeAfterwards(request);
        var unused = EarlyAnswers.end(
                        request,
                        Problem.of(
                                "too-slow",
                                TIMEOUT,
                                "The request did not arrive in time",
                                "Send it again, on a better connection."))
                .onComplete(sent -> end(request));
    }

    /** HTTP/2 ends the one stream: others of the connection go on. */
    private static void end(HttpServerRequest request) {
        if (request.version() == HttpVersion.HTTP_2) {
            request.response().reset();
        } else {
            var unused = request.connection().close();
        }
    }
}
