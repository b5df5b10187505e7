package app.backtrack.notification.dispatch;

import app.backtrack.events.WireName;
import app.backtrack.notification.delivery.DeliveryState;
import app.backtrack.runtime.http.Problem.Flaw;
import app.backtrack.runtime.http.Refusal;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What part of an endpoint's messages is asked for.
 *
 * @param states only messages in these states; empty for all
 * @param from only what was recorded then or later, UTC; null for no bound
 * @param to only what was recorded before, UTC; null for no bound
 * @param before only messages after this position, newest first; null for the first page
 * @param limit how many, from 1
 */
record MessageQuery(
        Set<DeliveryState> states,
        @Nullable Instant from,
        @Nullable Instant to,
        @Nullable String before,
        int limit) {
    /** The states of a message that was not taken and is not tried any more. */
    static final Set<DeliveryState> UNDELIVERED =
            Set.of(DeliveryState.FAILED, DeliveryState.EXPIRED, DeliveryState.DROPPED);

    private static final int PAGE = 100;
    private static final Pattern POSITION = Pattern.compile("\\d{15}/msg_[0-9a-f]{32}");

    /**
     * Reads the parameters of a request.
     *
     * @throws Refusal 422 that names every parameter that is wrong
     */
    static MessageQuery of(
            @Nullable String state, @Nullable String from, @Nullable String to, @Nullable String cursor) {
        List<Flaw> flaws = new ArrayList<>();
        Optional<DeliveryState> wanted =
                Optional.ofNullable(state).flatMap(name -> WireName.find(DeliveryState.class, name));
        if (state != null && wanted.isEmpty()) {
            flaws.add(Flaw.ofParameter("state", "must be waiting, claimed, sent, failed, expired or dropped"));
        }
        Optional<String> before = Optional.ofNullable(cursor).flatMap(MessageQuery::position);
        if (cursor != null && before.isEmpty()) {
            flaws.add(Flaw.ofParameter("cursor", "must be one that a Link header gave"));
        }
        Instant start = instant("from", from, flaws);
        Instant end = instant("to", to, flaws);
        if (!flaws.isEmpty()) {
            throw Refusal.invalid(flaws.toArray(Flaw[]::new));
        }
        return new MessageQuery(wanted.map(Set::of).orElse(Set.of()), start, end, before.orElse(null), PAGE);
    }

    /** Marks the place right after a message for clients, who need not know what it is made of. */
    static String cursor(HookMessage message) {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(message.position().getBytes(StandardCharsets.US_ASCII));
    }

    private static Optional<String> position(String cursor) {
        try {
            String position = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.US_ASCII);
            return POSITION.matcher(position).matches() ? Optional.of(position) : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static @Nullable Instant instant(String name, @Nullable String text, List<Flaw> flaws) {
        try {
            return text == null ? null : OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeException e) {
            flaws.add(Flaw.ofParameter(name, "must be an instant such as 2026-11-20T08:00:00Z"));
            return null;
        }
    }
}
