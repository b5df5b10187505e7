package app.backtrack.events;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;

/**
 * Names a patient by a pseudonym; who that is stands in program-service alone.
 *
 * @param value any UUID, made by the clinic's system; unique within its clinic only
 */
public record PatientId(@JsonValue UUID value) {

    /** Takes the UUID as it is. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public PatientId {}

    /**
     * Reads a patient id.
     *
     * @throws IllegalArgumentException if the text is no UUID of 36 characters in groups of 8, 4, 4, 4 and 12
     */
    public static PatientId of(String text) {
        UUID value = UUID.fromString(text);
        if (!value.toString().equalsIgnoreCase(text)) { // the JDK also reads groups of other lengths
            throw new IllegalArgumentException("not a patient id");
        }
        return new PatientId(value);
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
