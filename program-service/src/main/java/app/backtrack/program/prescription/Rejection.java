package app.backtrack.program.prescription;

import org.jspecify.annotations.Nullable;

/** Why a command is refused; the codes are part of the HTTP interface and stand in its OpenAPI document. */
enum Rejection {
    NOT_PRESCRIBED(404, "unknown-program", "There is no such program", "Check the id, or prescribe the program."),
    ALREADY_PRESCRIBED(
            409, "program-exists", "This program was prescribed already", "The stored prescription has other content."),
    ANOTHER_IS_OPEN(
            409,
            "another-program-open",
            "The patient has another active or paused program",
            "Complete or stop that one first."),
    ENDED(409, "program-ended", "The program has ended", "Prescribe a new one."),
    NOT_ACTIVE(409, "program-not-active", "The program is not active", "Only an active program can be paused."),
    NOT_PAUSED(409, "program-not-paused", "The program is not paused", "Only a paused program can be resumed."),
    CLINICIAN_NEEDED(
            409,
            "clinician-needed",
            "A red flag paused the program",
            "A therapist or clinic-admin has to resume it with a token of their own."),
    TOO_MANY_VERSIONS(
            409, "too-many-versions", "The program has 500 versions", "Complete or stop it and prescribe a new one."),
    START_OUT_OF_RANGE(
            "start-out-of-range",
            "The program would start too far away",
            "A program starts at most two years before the patient's today and at most one year after it.",
            "/startsOn"),
    BEFORE_START(
            "before-start",
            "The change would hold from before the program's start",
            "Give the program's start or a later day.",
            "/effectiveFrom"),
    IN_THE_PAST(
            "in-the-past",
            "The change would hold from a day that is over",
            "What was due on a past day stays. Give the patient's today or a later day, or leave it out for today.",
            "/effectiveFrom"),
    TOO_FAR_AHEAD(
            "too-far-ahead",
            "The change would hold from too far ahead",
            "A revision may hold from up to a year ahead; any other change from today, or from a start still to come.",
            "/effectiveFrom");

    private static final int UNPROCESSABLE = 422;

    private final int status;
    private final String code;
    private final String title;
    private final String detail;
    private final @Nullable String pointer;

    Rejection(int status, String code, String title, String detail) {
        this(status, code, title, detail, null);
    }

    Rejection(String code, String title, String detail, String pointer) {
        this(UNPROCESSABLE, code, title, detail, pointer);
    }

    Rejection(int status, String code, String title, String detail, @Nullable String pointer) {
        this.status = status;
        this.code = code;
        this.title = title;
        this.detail = detail;
        this.pointer = pointer;
    }

    /** The HTTP status that says this. */
    int status() {
        return status;
    }

    /** Names the kind of problem, for programs. */
    String code() {
        return code;
    }

    /** What is the matter, for people. */
    String title() {
        return title;
    }

    /** What to do about it. */
    String detail() {
        return detail;
    }

    /** JSON Pointer to the member that was refused; null where it is not about one. */
    @Nullable
    String pointer() {
        return pointer;
    }
}
