package app.backtrack.notification.push;

import app.backtrack.events.EventJson;
import app.backtrack.events.WireName;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a browser is told: that there is something of a kind, and where to look. Nothing clinical, and no name.
 *
 * @param id opaque, 32 hexadecimal digits, the same however often it is sent: a browser that shows it by this tag shows
 *     it once, and a push service that still keeps it replaces it
 * @param kind a constant word that the page has a text for, such as {@code reminder}
 * @param link where to look, relative to the page
 * @param ttl for how long the push service keeps it for a browser that is away; what is too late is not wanted
 * @param urgency whether it may wake a device that saves its battery
 */
public record PushMessage(String id, String kind, String link, Duration ttl, Urgency urgency) {

    /** As it is encrypted. */
    byte[] content() {
        return EventJson.write(new TreeMap<>(Map.of("id", id, "kind", kind, "link", link)));
    }

    /** How urgent a message is (RFC 8030 §5.3). */
    public enum Urgency implements WireName {
        /** It can wait for a device that is on power or in use. */
        LOW("low"),
        /** The usual. */
        NORMAL("normal"),
        /** At once. */
        HIGH("high");

        private final String wireName;

        Urgency(String wireName) {
            this.wireName = wireName;
        }

        @Override
        public String wireName() {
            return wireName;
        }
    }
}
