package app.backtrack.program.query;

import app.backtrack.runtime.http.Refusal;
import jakarta.ws.rs.core.UriInfo;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The part of a short list, sorted by names, that a request asks for. The cursor is opaque to clients: the name after
 * which the page begins.
 *
 * @param after the name before the first of the page; null for the first page
 * @param limit how many at most, 1 to 200
 */
public record NamedPage(@Nullable String after, int limit) {
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9._-]{1,64}");

    /**
     * Reads the parameters {@code limit} and {@code cursor}.
     *
     * @throws Refusal 422 if either is not as we gave or described it
     */
    public static NamedPage of(@Nullable String limit, @Nullable String cursor) {
        return new NamedPage(cursor == null ? null : decoded(cursor), Page.limit(limit));
    }

    /** The part of a sorted list that is asked for. */
    public <T> List<T> cut(List<T> sorted, Function<T, String> name) {
        return sorted.stream()
                .filter(element -> after == null || name.apply(element).compareTo(after) > 0)
                .limit(limit)
                .toList();
    }

    /** The {@code Link} to the page after {@code page}, with the request's own filters; empty if this is the last. */
    public <T> Optional<String> nextLink(UriInfo request, List<T> sorted, List<T> page, Function<T, String> name) {
        if (page.isEmpty() || page.get(page.size() - 1).equals(sorted.get(sorted.size() - 1))) {
            return Optional.empty();
        }
        return Optional.of(Page.link(request, encoded(name.apply(page.get(page.size() - 1)))));
    }

    private static String encoded(String name) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(name.getBytes(StandardCharsets.UTF_8));
    }

    private static String decoded(String cursor) {
        try {
            String name = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
            if (NAME.matcher(name).matches()) {
                return name;
            }
        } catch (IllegalArgumentException e) {
            // Refused below, as one that names nothing.
        }
        throw Page.badCursor();
    }
}
