package app.backtrack.program.patient;

import app.backtrack.program.identity.NameRules;
import app.backtrack.program.identity.OwnIdentifier;
import org.jspecify.annotations.Nullable;

/**
 * Which patients of a clinic are asked for; null stands for any.
 *
 * @param status whether in care
 * @param therapist a clinician id
 * @param name what one of the words of the name begins with, as {@link NameRules#normalised} gives it
 * @param identifier an own identifier
 */
record PatientFilter(
        @Nullable CareStatus status,
        @Nullable String therapist,
        @Nullable String name,
        @Nullable OwnIdentifier identifier) {

    /** The same of one therapist's patients alone. */
    PatientFilter of(String onlyTherapist) {
        return new PatientFilter(status, onlyTherapist, name, identifier);
    }
}
