package app.backtrack.events;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.regex.Pattern;

/**
 * Names a clinic, the tenant that every key, query and token carries.
 *
 * @param value 1 to 40 lower-case letters, digits and hyphens, beginning with a letter or digit
 */
public record ClinicId(@JsonValue String value) implements Comparable<ClinicId> {
    private static final Pattern FORM = Pattern.compile("[a-z0-9][a-z0-9-]{0,39}");

    /**
     * Checks the form.
     *
     * @throws IllegalArgumentException if the value is of another form
     */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public ClinicId {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("not a clinic id");
        }
    }

    @Override
    public int compareTo(ClinicId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
