package app.backtrack.program.patient;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Why a command about a patient is refused; the codes are part of the HTTP interface and stand in its OpenAPI document.
 *
 * @param status the HTTP status that says this
 * @param code names the kind of problem, for programs
 * @param title what is the matter, for people
 * @param detail what to do about it
 * @param pointer JSON Pointer to the member that was refused; null where it is not about one
 */
record PatientRejection(
        int status,
        String code,
        String title,
        String detail,
        @Nullable String pointer) {
    private static final int CONFLICT = 409;
    private static final int UNPROCESSABLE = 422;

    static final PatientRejection DISCHARGED =
            conflict("patient-discharged", "The patient is discharged", "Enrol the patient again first: POST …/enrol.");
    static final PatientRejection STILL_ENROLLED =
            conflict("patient-enrolled", "The patient is enrolled", "Only a discharged patient can be enrolled again.");
    static final PatientRejection TOO_MANY_VERSIONS =
            conflict("too-many-versions", "The patient has 500 versions", "Only a discharge is taken in.");
    static final PatientRejection ZONE_DATE_OUT_OF_RANGE = new PatientRejection(
            UNPROCESSABLE,
            "invalid-request",
            "The request is not valid",
            "must be from today, in the new zone, to a year ahead",
            "/effectiveFrom");

    /** A patient with a program that asks something of them cannot be discharged. */
    static PatientRejection programOpen(UUID program) {
        return conflict(
                "program-open",
                "The patient has an active or paused program",
                "Complete or stop program " + program + " first: POST …/programs/" + program
                        + "/complete or …/stop. Then discharge the patient.");
    }

    /** A goal is to be reached on a day that nobody can have meant. */
    static PatientRejection goalOutOfRange(String pointer) {
        return new PatientRejection(
                UNPROCESSABLE,
                "invalid-request",
                "The request is not valid",
                "must lie within ten years of the patient's today",
                pointer);
    }

    private static PatientRejection conflict(String code, String title, String detail) {
        return new PatientRejection(CONFLICT, code, title, detail, null);
    }
}
