package app.backtrack.testkit.parts;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Somebody whom the embedded issuer gives tokens to.
 *
 * @param name the {@code sub} of the tokens: a user's name, or a client's id
 * @param secret the password or client secret
 * @param clinicId the clinic that the tokens are for
 * @param role {@code patient}, {@code therapist}, {@code clinic-admin} or {@code clinic-system}
 * @param patientId for the role {@code patient} only
 * @param scopes what a clinic system may ask for, separated by spaces; null for everything there is
 */
public record Account(
        String name,
        String secret,
        String clinicId,
        String role,
        @Nullable String patientId,
        @Nullable String scopes) {

    private static final Pattern SCOPES = Pattern.compile("[a-z]+:[a-z]+( [a-z]+:[a-z]+)*");
    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9._-]{1,64}");
    private static final String PASSWORD = "demo";

    /** Every value is letters, digits, dot, underscore and hyphen, so that none needs escaping anywhere. */
    public Account {
        for (String value : new String[] {name, secret, clinicId, role, patientId == null ? "none" : patientId}) {
            if (!PLAIN.matcher(value).matches()) {
                throw new IllegalArgumentException("not an account's value: " + value);
            }
        }
        if (scopes != null && !SCOPES.matcher(scopes).matches()) {
            throw new IllegalArgumentException("not scopes: " + scopes);
        }
    }

    /** A therapist of a clinic. */
    public static Account therapist(String clinicId, String name) {
        return new Account(name, PASSWORD, clinicId, "therapist", null, null);
    }

    /** Somebody who runs a clinic. */
    public static Account admin(String clinicId, String name) {
        return new Account(name, PASSWORD, clinicId, "clinic-admin", null, null);
    }

    /** A clinic's own software, which identifies itself with client credentials. */
    public static Account system(String clinicId, String clientId) {
        return new Account(clientId, "demo-secret", clinicId, "clinic-system", null, null);
    }

    /** A clinic's own software that may do less. */
    public static Account system(String clinicId, String clientId, String scopes) {
        return new Account(clientId, "demo-secret", clinicId, "clinic-system", null, scopes);
    }

    /** A patient; the account's name is the patient's id. */
    public static Account patient(String clinicId, String patientId) {
        return new Account(patientId, PASSWORD, clinicId, "patient", patientId, null);
    }

    /** The form that asks the token endpoint for this account's token. */
    public String tokenRequest() {
        return role.equals("clinic-system")
                ? "grant_type=client_credentials&client_id=" + name + "&client_secret=" + secret
                : "grant_type=password&client_id=backtrack-cli&username=" + name + "&password=" + secret;
    }

    String json() {
        String patient = patientId == null ? "null" : "\"" + patientId + "\"";
        return "{\"name\": \"%s\", \"secret\": \"%s\", \"clinicId\": \"%s\", \"role\": \"%s\", \"patientId\": %s%s}"
                .formatted(
                        name,
                        secret,
                        clinicId,
                        role,
                        patient,
                        scopes == null ? "" : ", \"scopes\": \"" + scopes + "\"");
    }
}
