package app.backtrack.program.patient;

import app.backtrack.program.identity.IdentityRules;
import app.backtrack.program.identity.PatientIdentity;
import app.backtrack.program.patient.PatientAnswer.Warning;
import app.backtrack.program.patient.PatientRegister.Change;
import app.backtrack.runtime.http.ETags;
import app.backtrack.runtime.http.Problem;
import app.backtrack.runtime.http.Problem.Flaw;
import app.backtrack.runtime.http.Refusal;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;

/** Says over HTTP what became of a request about a patient. */
final class PatientAnswers {
    /** Ahead of every other zone: what is the future there is the future everywhere. */
    private static final ZoneOffset EARLIEST = ZoneOffset.ofHours(14);

    private PatientAnswers() {}

    /**
     * The patient after a command.
     *
     * @throws Refusal if it did not happen
     */
    static Patient done(Change change) {
        return switch (change) {
            case Change.Done done -> done.patient();
            case Change.Refused refused -> throw refusal(refused.rejection());
            case Change.Stale stale -> throw ETags.stale(stale.current());
            case Change.Unknown unknown -> throw Refusal.unknownPatient();
        };
    }

    static Response of(Response.ResponseBuilder answer, Patient patient, Instant now, List<Warning> warnings) {
        return answer.header(HttpHeaders.ETAG, ETags.of(patient.care().version()))
                .entity(PatientAnswer.of(patient, now, warnings))
                .build();
    }

    static Refusal refusal(PatientRejection rejection) {
        Problem problem = Problem.of(rejection.code(), rejection.status(), rejection.title(), rejection.detail());
        String pointer = rejection.pointer();
        return new Refusal(
                pointer == null ? problem : problem.withErrors(List.of(Flaw.at(pointer, rejection.detail()))));
    }

    static Refusal identifierTaken() {
        return Refusal.conflict(
                "own-identifier-taken",
                "Another patient has one of these own identifiers",
                "An own identifier names one patient of the clinic; send the right one, or none.");
    }

    /**
     * An identity that can be.
     *
     * @throws Refusal 422 if it cannot
     */
    static PatientIdentity checked(PatientIdentity identity, Instant now) {
        require(IdentityRules.flaws(identity, LocalDate.ofInstant(now, EARLIEST).getYear()));
        return identity;
    }

    /**
     * Passes if nothing is wrong.
     *
     * @param flaws what is wrong, by JSON Pointer
     * @throws Refusal 422 if anything is
     */
    static void require(Map<String, String> flaws) {
        if (!flaws.isEmpty()) {
            throw Refusal.invalid(flaws);
        }
    }
}
