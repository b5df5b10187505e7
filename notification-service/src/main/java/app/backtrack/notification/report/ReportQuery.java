package app.backtrack.notification.report;

import app.backtrack.events.NotificationChannel;
import app.backtrack.events.WireName;
import app.backtrack.notification.delivery.DeliveryState;
import app.backtrack.runtime.http.Problem.Flaw;
import app.backtrack.runtime.http.Refusal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which deliveries are asked for.
 *
 * @param channels of these channels
 * @param state only in this state; null for all
 * @param before only those that were posted before, UTC; null for the newest
 */
record ReportQuery(
        Set<NotificationChannel> channels,
        @Nullable DeliveryState state,
        @Nullable Instant before) {
    /** By which something is sent. */
    private static final Set<NotificationChannel> CHANNELS =
            EnumSet.complementOf(EnumSet.of(NotificationChannel.INBOX));

    /**
     * Reads the parameters of a request.
     *
     * @throws Refusal 422 that names every parameter that is wrong
     */
    static ReportQuery of(@Nullable String channel, @Nullable String state, @Nullable String before) {
        List<Flaw> flaws = new ArrayList<>();
        Optional<NotificationChannel> wanted = Optional.ofNullable(channel)
                .flatMap(name -> WireName.find(NotificationChannel.class, name))
                .filter(CHANNELS::contains);
        if (channel != null && wanted.isEmpty()) {
            flaws.add(Flaw.ofParameter("channel", "must be email, web-push or webhook"));
        }
        Optional<DeliveryState> wantedState =
                Optional.ofNullable(state).flatMap(name -> WireName.find(DeliveryState.class, name));
        if (state != null && wantedState.isEmpty()) {
            flaws.add(Flaw.ofParameter("state", "must be waiting, claimed, sent, failed, expired or dropped"));
        }
        Instant instant = null;
        try {
            instant = before == null ? null : OffsetDateTime.parse(before).toInstant();
        } catch (DateTimeException e) {
            flaws.add(Flaw.ofParameter("before", "must be an instant such as 2026-11-20T08:00:00Z"));
        }
        if (!flaws.isEmpty()) {
            throw Refusal.invalid(flaws.toArray(Flaw[]::new));
        }
        Set<NotificationChannel> channels = wanted.map(Set::of).orElse(CHANNELS);
        return new ReportQuery(channels, wantedState.orElse(null), instant);
    }
}
