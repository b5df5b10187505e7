package app.backtrack.embedded.identity;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who may have a token.
 *
 * @param name the {@code sub} of the tokens; a user's name, or a client's id where the role is {@code clinic-system}
 * @param secret password or client secret; a demo's, so it is kept as it is
 * @param clinicId the clinic that the tokens are for
 * @param role {@code patient}, {@code therapist}, {@code clinic-admin} or {@code clinic-system}
 * @param patientId the patient whom the account belongs to, for the role {@code patient} only
 */
record Account(
        String name,
        String secret,
        String clinicId,
        String role,
        @Nullable String patientId) {

    static final String SYSTEM_ROLE = "clinic-system";

    boolean isSystem() {
        return role.equals(SYSTEM_ROLE);
    }

    /** What a token says of this account besides its {@code sub}. */
    Map<String, Object> claims() {
        Map<String, Object> claims = new LinkedHashMap<>();
        claims.put("clinic_id", clinicId);
        claims.put("role", role);
        if (patientId != null) {
            claims.put("patient_id", patientId);
        }
        return claims;
    }
}
