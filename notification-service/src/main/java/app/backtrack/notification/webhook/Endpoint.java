package app.backtrack.notification.webhook;

import app.backtrack.events.WireName;
import com.fasterxml.jackson.annotation.JsonValue;
import java.net.URI;
import java.time.Instant;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Where a clinic's software wants to be called.
 *
 * @param id the endpoint
 * @param url where
 * @param types what for, each with the instant since when; what was recorded earlier is not sent
 * @param secrets what is signed with
 * @param disabled since when and why it is not called; null while it is
 * @param version counts the changes, from 1
 */
public record Endpoint(
        EndpointId id,
        URI url,
        Map<HookType, Instant> types,
        Secrets secrets,
        @Nullable Disabled disabled,
        int version) {

    /** Keeps a copy, in the order of the types. */
    public Endpoint {
        types = Collections.unmodifiableMap(new EnumMap<>(types));
    }

    /** Whether it wants messages of a type about what was recorded at an instant. */
    public boolean wants(HookType type, Instant recordedAt) {
        Instant since = types.get(type);
        return since != null && !recordedAt.isBefore(since);
    }

    /** With another address and other types; one that it wanted before keeps its instant. */
    Endpoint changed(URI newUrl, Collection<HookType> wanted, Instant now) {
        return new Endpoint(id, newUrl, since(wanted, now, types), secrets, disabled, version + 1);
    }

    Endpoint rotated(SigningSecret next, Instant now) {
        return new Endpoint(id, url, types, secrets.rotated(next, now), disabled, version + 1);
    }

    Endpoint enabled() {
        return new Endpoint(id, url, types, secrets, null, version + 1);
    }

    Endpoint disabled(Reason reason, Instant at) {
        return new Endpoint(id, url, types, secrets, new Disabled(reason, at), version + 1);
    }

    static Map<HookType, Instant> since(Collection<HookType> wanted, Instant now, Map<HookType, Instant> before) {
        Map<HookType, Instant> types = new EnumMap<>(HookType.class);
        wanted.forEach(type -> types.put(type, before.getOrDefault(type, now)));
        return types;
    }

    /**
     * Says that an endpoint is not called any more.
     *
     * @param reason why
     * @param at since when, UTC, whole milliseconds
     */
    public record Disabled(Reason reason, Instant at) {}

    /** Why an endpoint is not called any more. */
    public enum Reason implements WireName {
        /** It answered 410. */
        GONE("gone"),
        /** A message was not taken at its last attempt, a day after its first. */
        ATTEMPTS_EXHAUSTED("attempts-exhausted");

        private final String wireName;

        Reason(String wireName) {
            this.wireName = wireName;
        }

        @JsonValue
        @Override
        public String wireName() {
            return wireName;
        }
    }
}
