package app.backtrack.program.identity;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What an identity may not say. */
public final class IdentityRules {

    private IdentityRules() {}

    /** What is wrong, by JSON Pointer into the identity; a year is known only to the clock of the caller. */
    public static Map<String, String> flaws(PatientIdentity identity, int thisYear) {
        Map<String, String> flaws = new LinkedHashMap<>();
        if (identity.birthYear() != null && identity.birthYear() > thisYear) {
            flaws.put("/birthYear", "must not lie in the future");
        }
        List<OwnIdentifier> identifiers = identity.identifiers();
        Set<String> systems = new HashSet<>();
        for (int i = 0; i < identifiers.size(); i++) {
            if (!systems.add(identifiers.get(i).system())) {
                flaws.put("/identifiers/" + i + "/system", "must not be there twice: a patient has one of each system");
            }
        }
        return flaws;
    }
}
