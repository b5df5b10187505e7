package app.backtrack.runtime.http;

/** The role names of tokens, as constants for annotations. */
public final class Roles {
    /** A patient; sees and writes only for themselves. */
    public static final String PATIENT = "patient";

    /** A therapist of a clinic. */
    public static final String THERAPIST = "therapist";

    /** An administrator of a clinic. */
    public static final String CLINIC_ADMIN = "clinic-admin";

    /** A clinic's own software. */
    public static final String CLINIC_SYSTEM = "clinic-system";

    private Roles() {}
}
