package app.backtrack.notification;

import app.backtrack.events.PatientRef;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Names an inbox entry in URLs and mails without saying whom or what it is about.
 *
 * @param value 32 hexadecimal digits
 */
public record EntryId(@JsonValue String value) {

    private static final Pattern FORM = Pattern.compile("[0-9a-f]{32}");

    /**
     * Checks the form.
     *
     * @throws IllegalArgumentException if the value is of another form
     */
    public EntryId {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("not an entry id");
        }
    }

    /**
     * The one entry that an insight has for an addressee, so that handling it again finds the same entry.
     *
     * @param insightId the insight's id within its patient
     * @param addressee for whom the entry is, in the form that the store keeps
     */
    public static EntryId of(PatientRef patient, String insightId, String addressee) {
        return new EntryId(Fingerprint.of(patient.key() + "|" + insightId + "|" + addressee));
    }

    /** Reads an id from outside; empty if it has another form. */
    public static Optional<EntryId> find(String text) {
        return FORM.matcher(text).matches() ? Optional.of(new EntryId(text)) : Optional.empty();
    }

    @Override
    public String toString() {
        return value;
    }
}
