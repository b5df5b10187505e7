package app.backtrack.notification.inbox;

import app.backtrack.events.WireName;
import app.backtrack.runtime.http.Problem.Flaw;
import app.backtrack.runtime.http.Refusal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What part of an inbox is asked for.
 *
 * @param state only entries in this state; null for all
 * @param before only entries after this position, newest first; null for the first page
 * @param limit 1 to 200
 */
public record InboxQuery(
        @Nullable EntryState state, @Nullable String before, int limit) {
    private static final Pattern NUMBER = Pattern.compile("[1-9]\\d{0,2}");
    private static final int MAX_LIMIT = 200;

    /**
     * Reads the parameters of a request.
     *
     * @throws Refusal 422 that names every parameter that is wrong
     */
    public static InboxQuery of(@Nullable String state, @Nullable String cursor, String limit) {
        List<Flaw> flaws = new ArrayList<>();
        Optional<EntryState> wantedState =
                Optional.ofNullable(state).flatMap(name -> WireName.find(EntryState.class, name));
        if (state != null && wantedState.isEmpty()) {
            flaws.add(Flaw.ofParameter("state", "must be new, read or acknowledged"));
        }
        Optional<String> before = Optional.ofNullable(cursor).flatMap(Cursor::position);
        if (cursor != null && before.isEmpty()) {
            flaws.add(Flaw.ofParameter("cursor", "must be one that a Link header gave"));
        }
        int wantedLimit = NUMBER.matcher(limit).matches() ? Integer.parseInt(limit) : 0;
        if (wantedLimit < 1 || wantedLimit > MAX_LIMIT) {
            flaws.add(Flaw.ofParameter("limit", "must be a whole number from 1 to " + MAX_LIMIT));
        }
        if (!flaws.isEmpty()) {
            throw Refusal.invalid(flaws.toArray(Flaw[]::new));
        }
        return new InboxQuery(wantedState.orElse(null), before.orElse(null), wantedLimit);
    }
}
