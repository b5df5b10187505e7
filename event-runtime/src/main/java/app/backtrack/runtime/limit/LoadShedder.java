package app.backtrack.runtime.limit;

import app.backtrack.runtime.http.EarlyAnswers;
import app.backtrack.runtime.http.Problem;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Refuses requests, before their token and body are read, while others have waited too long for a processor: what is
 * refused is answered at once and can go elsewhere or come again, where all would wait for seconds. Operators' paths
 * are served regardless.
 */
@Singleton
final class LoadShedder {
    private static final int PRIORITY = 900;
    private static final String OPERATORS_PATHS = "/q/";
    private static final long BEAT_MILLIS = 10;
    private static final int UNAVAILABLE = 503;
    /** A range, so that those who are sent away together do not come again together. */
    private static final int SOONEST_SECONDS = 1;

    private static final int LATEST_SECONDS = 4;

    private final ThreadLocal<Backlog> backlogs;
    private final Counter shed;

    LoadShedder(LimitConfig config, MeterRegistry meters) {
        long patience = config.shedAfter().toNanos();
        this.backlogs = ThreadLocal.withInitial(() -> new Backlog(patience, System::nanoTime));
        this.shed = Counter.builder("backtrack.requests.shed")
                .description("Requests that were refused because others had waited too long for a processor")
                .register(meters);
    }

    void register(@Observes Filters filters) {
        filters.register(this::judge, PRIORITY);
    }

    private void judge(RoutingContext context) {
        if (context.normalizedPath().startsWith(OPERATORS_PATHS)
                || backlogs.get().takes(beat -> sendRound(beat, context.vertx()))) {
            context.next();
        } else {
            shed.increment();
            refuse(context.request());
        }
    }

    /**
     * The way of a request: its loop, a virtual thread, and the loop again; by a timer, as else it came before others'
     * bodies.
     */
    private static void sendRound(Runnable beat, Vertx vertx) {
        Context loop = vertx.getOrCreateContext();
        vertx.setTimer(BEAT_MILLIS, due -> Thread.startVirtualThread(() -> loop.runOnContext(arrived -> beat.run())));
    }

    private static void refuse(HttpServerRequest request) {
        int seconds = ThreadLocalRandom.current().nextInt(SOONEST_SECONDS, LATEST_SECONDS + 1);
        request.response().putHeader(HttpHeaders.RETRY_AFTER, Integer.toString(seconds));
        var unused = EarlyAnswers.end(
                request,
                Problem.of(
                        "overloaded",
                        UNAVAILABLE,
                        "Too much is asked of this server now",
                        "Nothing was taken. Wait " + seconds + " s, as Retry-After says, and send the same again."));
        request.resume(); // Passes over the body: a new connection would cost more.
    }
}
