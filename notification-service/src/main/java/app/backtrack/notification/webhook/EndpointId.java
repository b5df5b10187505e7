package app.backtrack.notification.webhook;

import app.backtrack.events.ClinicId;
import java.util.Optional;
import java.util.UUID;

/**
 * Names an endpoint.
 *
 * @param clinic the tenant
 * @param value any UUID, made by the clinic's system; unique within its clinic only
 */
public record EndpointId(ClinicId clinic, UUID value) {

    /** The id of the endpoint's document. */
    public String key() {
        return clinic + "/" + value;
    }

    /** Reads an id from outside; empty if it is no UUID of 36 characters. */
    public static Optional<EndpointId> find(ClinicId clinic, String text) {
        try {
            UUID value = UUID.fromString(text);
            return value.toString().equalsIgnoreCase(text)
                    ? Optional.of(new EndpointId(clinic, value))
                    : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
