package app.backtrack.web.visit;

import app.backtrack.runtime.http.Roles;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who is signed in.
 *
 * @param name the account's name: a clinician's id, or a patient's
 * @param clinicId their clinic
 * @param role {@code patient}, {@code therapist} or {@code clinic-admin}
 * @param patientId whom a patient's account belongs to; null for others
 * @param language the language that the issuer knows of, such as {@code de}; null where it knows none
 * @param accessToken what the services are shown; never part of an answer
 */
public record Visitor(
        String name,
        String clinicId,
        String role,
        @Nullable String patientId,
        @Nullable String language,
        String accessToken) {

    /** The page that they begin at. */
    public String home() {
        return role.equals(Roles.PATIENT) ? "/my" : "/clinic";
    }
}
