package app.backtrack.testkit.quarkus;

import app.backtrack.testkit.backends.BackEnds;
import app.backtrack.testkit.parts.Account;
import app.backtrack.testkit.parts.TokenDesk;
import java.util.UUID;

/** Real tokens of the embedded issuer, for tests. */
public final class Tokens {

    private Tokens() {}

    /** A clinic id that no other test has. */
    public static String newClinic() {
        return "clinic-" + UUID.randomUUID().toString().substring(0, 13);
    }

    /** A therapist's token; the clinician id is {@code name}. */
    public static String therapist(String clinic, String name) {
        return token(Account.therapist(clinic, name));
    }

    /** An administrator's token. */
    public static String admin(String clinic) {
        return token(Account.admin(clinic, "admin." + clinic));
    }

    /** A clinic system's token. */
    public static String system(String clinic) {
        return token(Account.system(clinic, "system." + clinic));
    }

    /** A patient's own token. */
    public static String patient(String clinic, String patientId) {
        return token(Account.patient(clinic, patientId));
    }

    private static String token(Account account) {
        return new TokenDesk(BackEnds.addresses()).token(account);
    }
}
