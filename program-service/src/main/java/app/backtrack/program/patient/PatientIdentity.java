package app.backtrack.program.patient;

import org.jspecify.annotations.Nullable;

/**
 * Who a pseudonym is. It stands in an erasable part of the patient's document, and nowhere else: in no event, log or
 * other service.
 *
 * @param ownIdentifier how the clinic's own system names the patient, at most 64 characters; unique within the clinic
 * @param name at most 200 characters
 */
record PatientIdentity(
        @Nullable String ownIdentifier, @Nullable String name) {}
