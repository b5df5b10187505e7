package app.backtrack.embedded.identity;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who may have a token.
 *
 * @param name the {@code sub} of the tokens; a user's name, or a client's id where the role is {@code clinic-system}
 * @param secret password or client secret; a demo's, so it is kept as it is
 * @param clinicId the clinic that the tokens are for
 * @param role {@code patient}, {@code therapist}, {@code clinic-admin} or {@code clinic-system}
 * @param patientId the patient whom the account belongs to, for the role {@code patient} only
 * @param scopes what a system may ask for, separated by spaces; null for everything there is
 */
record Account(
        String name,
        String secret,
        String clinicId,
        String role,
        @Nullable String patientId,
        @Nullable String scopes) {

    static final String SYSTEM_ROLE = "clinic-system";

    boolean isSystem() {
        return role.equals(SYSTEM_ROLE);
    }

    /** The scopes of clinic systems: areas of the API, to read and to write. */
    static final List<String> SCOPES = Stream.of(
                    "catalog", "clinic", "facts", "patients", "programs", "progress", "webhooks")
            .flatMap(area -> Stream.of(area + ":read", area + ":write"))
            .toList();

    /**
     * The scopes of a token: of those that are asked for, the ones that the account may have; all of these where none
     * are named.
     */
    List<String> granted(Collection<String> asked) {
        List<String> allowed = scopes == null ? SCOPES : List.of(scopes.split(" "));
        return allowed.stream()
                .filter(scope -> asked.isEmpty() || asked.contains(scope))
                .toList();
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
