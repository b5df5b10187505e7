package app.backtrack.runtime.http;

import app.backtrack.runtime.http.Problem.Flaw;
import java.util.List;
import java.util.Map;

/** Ends a request with a problem that the caller can do something about. Thrown by resources, never by rules. */
public final class Refusal extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Problem problem;

    /** Refuses with a problem. */
    public Refusal(Problem problem) {
        super(problem.title(), null, false, false);
        this.problem = problem;
    }

    /** What the caller is told. */
    public Problem problem() {
        return problem;
    }

    /** 404: the patient does not exist, or belongs to another clinic, which must look the same. */
    public static Refusal unknownPatient() {
        return new Refusal(Problem.of(
                "unknown-patient", 404, "Unknown patient", "Check the id, or enrol the patient with program-service."));
    }

    /** 410: the patient was of the caller's clinic, and was erased. */
    public static Refusal erasedPatient() {
        return new Refusal(Problem.of("patient-erased", 410, "This patient was erased", null));
    }

    /** 404: something else that does not exist for this caller. */
    public static Refusal notFound(String code, String title) {
        return new Refusal(Problem.of(code, 404, title, null));
    }

    /** 422: the request is well formed, but says something that cannot be. */
    public static Refusal invalid(Flaw... flaws) {
        return new Refusal(invalidProblem(List.of(flaws)));
    }

    /**
     * 422: the same, with what is wrong by JSON Pointer into the body.
     *
     * @param flaws at least one
     */
    public static Refusal invalid(Map<String, String> flaws) {
        return new Refusal(invalidProblem(flaws.entrySet().stream()
                .map(flaw -> Flaw.at(flaw.getKey(), flaw.getValue()))
                .toList()));
    }

    /** The problem of an invalid request. */
    public static Problem invalidProblem(List<Flaw> flaws) {
        return Problem.of(
                        "invalid-request", 422, "The request is not valid", "Mend what errors names and send it again.")
                .withErrors(flaws);
    }

    /** 409: the request contradicts what is there. */
    public static Refusal conflict(String code, String title, String detail) {
        return new Refusal(Problem.of(code, 409, title, detail));
    }
}
