package app.backtrack.program.query;

import app.backtrack.runtime.http.Problem.Flaw;
import app.backtrack.runtime.http.Refusal;
import jakarta.ws.rs.core.UriBuilder;
import jakarta.ws.rs.core.UriInfo;
import java.nio.ByteBuffer;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The part of a list that a request asks for. The cursor is opaque to clients: the id after which the page begins.
 *
 * @param after the id before the first of the page; null for the first page
 * @param limit how many at most, 1 to 200
 */
public record Page(@Nullable UUID after, int limit) {
    private static final int MAX_LIMIT = 200;
    private static final int DEFAULT_LIMIT = 50;

    /**
     * Reads the parameters {@code limit} and {@code cursor}.
     *
     * @throws Refusal 422 if either is not as we gave or described it
     */
    public static Page of(@Nullable String limit, @Nullable String cursor) {
        return new Page(cursor == null ? null : decoded(cursor), limit(limit));
    }

    static int limit(@Nullable String limit) {
        return limit == null ? DEFAULT_LIMIT : WholeNumber.parameter("limit", limit, 1, MAX_LIMIT);
    }

    static Refusal badCursor() {
        return Refusal.invalid(Flaw.ofParameter("cursor", "must be a cursor from a Link that we gave"));
    }

    /** How many to read so that it shows whether there are more. */
    public int lookAhead() {
        return limit + 1;
    }

    /** What the page shows of what was read. */
    public <T> List<T> cut(List<T> read) {
        return read.subList(0, Math.min(limit, read.size()));
    }

    /** The {@code Link} to the next page; empty if this is the last. */
    public <T> Optional<String> nextLink(String path, List<T> read, Function<T, UUID> id) {
        return nextCursor(read, id)
                .map(cursor -> "<" + path + "?limit=" + limit + "&cursor=" + cursor + ">; rel=\"next\"");
    }

    /** The {@code Link} to the next page, with the request's own filters; empty if this is the last. */
    public <T> Optional<String> nextLink(UriInfo request, List<T> read, Function<T, UUID> id) {
        return nextCursor(read, id).map(cursor -> link(request, cursor));
    }

    /** The cursor of the next page; empty if this is the last. */
    public <T> Optional<String> nextCursor(List<T> read, Function<T, UUID> id) {
        return read.size() <= limit ? Optional.empty() : Optional.of(encoded(id.apply(read.get(limit - 1))));
    }

    static String link(UriInfo request, String cursor) {
        UriBuilder next = UriBuilder.fromPath(request.getPath());
        request.getQueryParameters().forEach((key, values) -> next.queryParam(key, values.toArray()));
        return "<" + next.replaceQueryParam("cursor", cursor).build() + ">; rel=\"next\"";
    }

    private static String encoded(UUID id) {
        byte[] bytes = ByteBuffer.allocate(2 * Long.BYTES)
                .putLong(id.getMostSignificantBits())
                .putLong(id.getLeastSignificantBits())
                .array();
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static UUID decoded(String cursor) {
        try {
            byte[] bytes = Base64.getUrlDecoder().decode(cursor);
            if (bytes.length == 2 * Long.BYTES) {
                ByteBuffer buffer = ByteBuffer.wrap(bytes);
                return new UUID(buffer.getLong(), buffer.getLong());
            }
        } catch (IllegalArgumentException e) {
            // Refused below, as one of another length.
        }
        throw badCursor();
    }
}
