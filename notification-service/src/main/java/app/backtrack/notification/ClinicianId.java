package app.backtrack.notification;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Names a clinician within a clinic, by the subject of their token.
 *
 * @param value 1 to 64 letters, digits, dots, underscores and hyphens
 */
public record ClinicianId(@JsonValue String value) implements Comparable<ClinicianId> {
    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9._-]{1,64}");

    /**
     * Checks the form.
     *
     * @throws IllegalArgumentException if the value is of another form
     */
    public ClinicianId {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("not a clinician id");
        }
    }

    /** Reads an id from outside; empty if it has another form. */
    public static Optional<ClinicianId> find(String text) {
        return FORM.matcher(text).matches() ? Optional.of(new ClinicianId(text)) : Optional.empty();
    }

    @Override
    public int compareTo(ClinicianId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
