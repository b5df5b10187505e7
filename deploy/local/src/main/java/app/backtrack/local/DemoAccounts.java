package app.backtrack.local;

import app.backtrack.local.demo.DemoClinic;
import app.backtrack.testkit.parts.Account;
import java.util.List;

/** The people and systems of the two fictional clinics that everything local is tried with. */
public final class DemoAccounts {

    /** The first demo clinic. */
    public static final String HARBOUR = "harbour-physio";

    /** The second demo clinic, which may see nothing of the first. */
    public static final String HILLSIDE = "hillside-backs";

    /** Its software writes for the first clinic. */
    public static final Account HARBOUR_SYSTEM = Account.system(HARBOUR, "harbour-system");

    /** Its software writes for the second clinic. */
    public static final Account HILLSIDE_SYSTEM = Account.system(HILLSIDE, "hillside-system");

    /** A therapist of the first clinic. */
    public static final Account THEA = Account.therapist(HARBOUR, "thea.harbour");

    /** The patient of the worked example: 8 of 10 at the start, 1 to 2 in week 10. */
    public static final Account REFERENCE_PATIENT = Account.patient(HARBOUR, DemoClinic.REFERENCE_PATIENT.toString());

    private DemoAccounts() {}

    /** Everybody but the patients. */
    public static List<Account> staff() {
        return List.of(
                THEA,
                Account.therapist(HARBOUR, "tom.harbour"),
                Account.therapist(HILLSIDE, "hanna.hillside"),
                Account.admin(HARBOUR, "ada.harbour"),
                Account.admin(HILLSIDE, "henry.hillside"),
                HARBOUR_SYSTEM,
                HILLSIDE_SYSTEM);
    }
}
