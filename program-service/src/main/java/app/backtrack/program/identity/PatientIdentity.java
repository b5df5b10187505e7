package app.backtrack.program.identity;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Who a pseudonym is. It stands in an erasable part of the patient's document, and nowhere else: in no event, log, URL
 * or other service.
 *
 * @param name at most 200 characters
 * @param birthYear tells patients of one name apart
 * @param identifiers how the clinic's own systems name the patient; each unique within the clinic
 */
public record PatientIdentity(
        @Nullable String name, @Nullable Integer birthYear, List<OwnIdentifier> identifiers) {

    /** Keeps a copy of the list. */
    public PatientIdentity {
        identifiers = List.copyOf(identifiers);
    }
}
