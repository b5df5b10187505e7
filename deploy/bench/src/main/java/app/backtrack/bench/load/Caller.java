package app.backtrack.bench.load;

import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Sends requests over a bounded number of connections and counts nothing itself; cheap, for its CPU is the system's.
 */
public final class Caller implements AutoCloseable {
    private static final int LOOPS = 1;
    private static final int MOST_WAITING = 50_000;
    /** Of one pool, which looks at all of its connections for a free one. */
    private static final int POOLED = 64;

    private final Vertx vertx;
    private final Context loop;
    private final List<HttpClient> pools;
    private int next;

    /** Over so many connections to each service. */
    public Caller(int connections) {
        vertx = Vertx.vertx(new VertxOptions().setEventLoopPoolSize(LOOPS));
        loop = vertx.getOrCreateContext();
        pools = IntStream.range(0, Math.ceilDiv(connections, POOLED))
                .mapToObj(pool -> vertx.createHttpClient(new HttpClientOptions()
                        .setMaxPoolSize(Math.min(connections, POOLED))
                        .setMaxWaitQueueSize(MOST_WAITING)
                        .setKeepAlive(true)
                        .setConnectTimeout(5_000)))
                .toList();
    }

    /**
     * What a service answered.
     *
     * @param status of HTTP
     * @param body only of a POST, else empty
     * @param position {@code Backtrack-Position}, if it was given
     * @param applied {@code Backtrack-Applied}, if it was given
     * @param sentAt {@link System#nanoTime} at which there was a connection to send it by
     */
    public record Reply(
            int status,
            String body,
            @Nullable String position,
            @Nullable String applied,
            long sentAt) {}

    /** Sends one; fails where nothing is answered. */
    public Future<Reply> send(Call call) {
        Promise<Reply> answered = Promise.promise();
        // On the loop, so that whoever reads an answer is there before it comes: a body that nobody waits for is lost.
        loop.runOnContext(begin -> sent(call).onComplete(answered));
        return answered.future();
    }

    /** By each pool in turn. */
    private Future<Reply> sent(Call call) {
        next = (next + 1) % pools.size();
        return pools.get(next)
                .request(call.method(), call.port(), "127.0.0.1", call.path())
                .compose(request -> answer(request, call));
    }

    private static Future<Reply> answer(HttpClientRequest request, Call call) {
        long sentAt = System.nanoTime();
        return sent(request, call)
                .compose(response -> response.body().map(body -> reply(response, call, body, sentAt)));
    }

    private static Future<HttpClientResponse> sent(HttpClientRequest request, Call call) {
        request.putHeader("Authorization", "Bearer " + call.token());
        String body = call.body();
        return body == null
                ? request.send()
                : request.putHeader("Content-Type", "application/json").send(Buffer.buffer(body));
    }

    private static Reply reply(HttpClientResponse response, Call call, Buffer body, long sentAt) {
        return new Reply(
                response.statusCode(),
                call.method().equals(HttpMethod.POST) ? body.toString() : "",
                response.getHeader("Backtrack-Position"),
                response.getHeader("Backtrack-Applied"),
                sentAt);
    }

    @Override
    public void close() {
        pools.forEach(
                pool -> pool.close().toCompletionStage().toCompletableFuture().join());
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }
}
