package app.backtrack.runtime.limit;

import app.backtrack.runtime.http.Problem;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.http.HttpVersion;
import io.vertx.core.json.JsonObject;
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
            context.addEndHandler(done -> vertx.cancelTimer(timer));
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
        if (request.isEnded() || response.headWritten() || response.closed()) {
            return;
        }
        Problem problem = Problem.of(
                "too-slow", TIMEOUT, "The request did not arrive in time", "Send it again, on a better connection.");
        boolean isShared = request.version() == HttpVersion.HTTP_2;
        if (!isShared) {
            response.putHeader(HttpHeaders.CONNECTION, "close");
        }
        var unused = response.setStatusCode(TIMEOUT)
                .putHeader(HttpHeaders.CONTENT_TYPE, Problem.MEDIA_TYPE)
                .end(new JsonObject()
                        .put("type", problem.type())
                        .put("title", problem.title())
                        .put("status", problem.status())
                        .put("detail", problem.detail())
                        .encode())
                .onComplete(sent -> end(request, isShared));
    }

    /** HTTP/2 ends the one stream: others of the connection go on. */
    private static void end(HttpServerRequest request, boolean isShared) {
        if (isShared) {
            request.response().reset();
        } else {
            var unused = request.connection().close();
        }
    }
}
