package app.backtrack.runtime.secret;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Says which settings are secrets, and which values of them everybody knows. */
final class SecretRules {
    private static final Pattern SECRET = Pattern.compile(".*(secret|password|passwd|session\\.keys)$");

    /** Those of the local system and its documentation, and those that are tried first. */
    private static final Set<String> PUBLIC = Set.of(
            "demo",
            "demo-secret",
            "secret",
            "password",
            "changeme",
            "change-me",
            "backtrack",
            "admin",
            "test",
            "example");

    private SecretRules() {}

    /** Whether a property holds a secret, by the end of its name. */
    static boolean isSecret(String property) {
        return SECRET.matcher(property.toLowerCase(Locale.ROOT)).matches();
    }

    /** Whether a value is one of those that everybody knows, or is one character over and over. */
    static boolean isPublic(String value) {
        return PUBLIC.contains(value.toLowerCase(Locale.ROOT))
                || !value.isEmpty() && value.chars().distinct().count() == 1;
    }
}
