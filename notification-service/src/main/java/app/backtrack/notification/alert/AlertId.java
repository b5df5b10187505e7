package app.backtrack.notification.alert;

import app.backtrack.events.PatientRef;
import app.backtrack.notification.Fingerprint;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Names an alert in URLs and webhooks without saying whom or what it is about.
 *
 * @param value 32 hexadecimal digits
 */
public record AlertId(@JsonValue String value) {
    private static final Pattern FORM = Pattern.compile("[0-9a-f]{32}");

    /**
     * Checks the form.
     *
     * @throws IllegalArgumentException if the value is of another form
     */
    public AlertId {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("not an alert id");
        }
    }

    /** The one alert about an insight of a patient; webhooks name it alike. */
    public static AlertId of(PatientRef patient, String insightId) {
        return new AlertId(Fingerprint.of(patient.key() + "|" + insightId));
    }

    /** Reads an id from outside; empty if it has another form. */
    public static Optional<AlertId> find(String text) {
        return FORM.matcher(text).matches() ? Optional.of(new AlertId(text)) : Optional.empty();
    }

    @Override
    public String toString() {
        return value;
    }
}
