package app.backtrack.bench.load;

import io.vertx.core.http.HttpMethod;
import org.jspecify.annotations.Nullable;

/**
 * One request.
 *
 * @param method such as PUT
 * @param port of 127.0.0.1
 * @param path with its query
 * @param token the caller's
 * @param body JSON; null for none
 * @param weight how many facts it carries
 */
public record Call(
        HttpMethod method,
        int port,
        String path,
        String token,
        @Nullable String body,
        int weight) {}
