package app.backtrack.tracking.reading;

import app.backtrack.runtime.http.Problem.Flaw;
import app.backtrack.runtime.http.Refusal;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads the query parameter {@code limit}: the most entries that a page is to hold. */
public final class PageSize {
    private static final Pattern NUMBER = Pattern.compile("[1-9][0-9]{0,3}");

    private PageSize() {}

    /**
     * Reads it.
     *
     * @param usual what holds where it is left out
     * @param most the highest that may be asked for, up to 9999
     * @throws Refusal 422 if it is no whole number from 1 to {@code most}
     */
    public static int of(@Nullable String limit, int usual, int most) {
        return limit == null
                ? usual
                : read(limit, most).orElseThrow(() -> Refusal.invalid(Flaw.ofParameter("limit", expected(most))));
    }

    /** Reads it for whoever names several flaws at once; empty if it is no whole number from 1 to {@code most}. */
    public static Optional<Integer> read(String limit, int most) {
        return Optional.of(limit)
                .filter(text -> NUMBER.matcher(text).matches())
                .map(Integer::valueOf)
                .filter(size -> size <= most);
    }

    /** What is said of one that cannot be read. */
    public static String expected(int most) {
        return "must be a whole number from 1 to " + most;
    }
}
