package app.backtrack.notification.outbound;

import java.net.URI;
import java.util.Map;

/**
 * A POST to an address that somebody gave us.
 *
 * @param url where to
 * @param headers by name; {@code Content-Type} among them
 * @param body as it is sent
 */
public record OutboundRequest(URI url, Map<String, String> headers, byte[] body) {

    /** Keeps a copy of the headers. */
    public OutboundRequest {
        headers = Map.copyOf(headers);
    }
}
