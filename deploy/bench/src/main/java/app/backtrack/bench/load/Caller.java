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
import org.jspecify.annotations.Nullable;

/**
 * Sends requests over a bounded number of connections and counts nothing itself; cheap, for its CPU is the system's.
 */
public final class Caller implements AutoCloseable {
    private static final int LOOPS = 1;
    private static final int MOST_WAITING = 50_000;

    private final Vertx vertx;
    private final Context loop;
    private final HttpClient client;

    /** Over so many connections to each service. */
    public Caller(int connections) {
        vertx = Vertx.vertx(new VertxOptions().setEventLoopPoolSize(LOOPS));
        loop = vertx.getOrCreateContext();
        client = vertx.createHttpClient(new HttpClientOptions()
                .setMaxPoolSize(connections)
                .setMaxWaitQueueSize(MOST_WAITING)
                .setKeepAlive(true)
                .setConnectTimeout(5_000));
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

    private Future<Reply> sent(Call call) {
        return client.request(call.method(), call.port(), "127.0.0.1", call.path())
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
        client.close().toCompletionStage().toCompletableFuture().join();
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }
}
