package app.backtrack.program.prescription;

import app.backtrack.events.EventEnvelope;
import app.backtrack.events.ProgramEvent;
import app.backtrack.program.plan.Warning;
import app.backtrack.program.prescription.ProgramRegister.Result;
import app.backtrack.runtime.http.ETags;
import app.backtrack.runtime.http.Problem;
import app.backtrack.runtime.http.Problem.Flaw;
import app.backtrack.runtime.http.Refusal;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Says over HTTP what became of a command. */
final class Answers {
    private static final int UUID_LENGTH = 36;

    private Answers() {}

    static Response of(Result result) {
        return of(result, null);
    }

    /** The same for a plan that was checked. */
    static Response of(Result result, @Nullable List<Warning> warnings) {
        return switch (result) {
            case Result.Begun begun -> {
                ProgramAnswer view = ProgramAnswer.of(begun.file().last(), warnings);
                String location = "/v1/patients/" + view.patientId() + "/programs/" + view.programId();
                yield version(Response.status(Response.Status.CREATED), view)
                        .header(HttpHeaders.LOCATION, location)
                        .build();
            }
            case Result.Done done ->
                version(Response.ok(), ProgramAnswer.of(done.file().last(), warnings))
                        .build();
            case Result.Refused refused -> throw refusal(refused.rejection());
            case Result.Stale stale -> throw stale(stale);
        };
    }

    private static Refusal stale(Result.Stale stale) {
        Problem problem = ETags.stale(stale.current()).problem();
        String words = "Somebody made version " + stale.current() + ": …/diff?from=" + stale.seen()
                + " shows what changed. Decide again, and send If-Match: " + ETags.of(stale.current()) + ".";
        return new Refusal(problem.withDetail(words));
    }

    /** One version of a program, with its entity tag. */
    static Response version(EventEnvelope<ProgramEvent> event) {
        return version(Response.ok(), ProgramAnswer.of(event, null)).build();
    }

    static Refusal refusal(Rejection rejection) {
        Problem problem = Problem.of(rejection.code(), rejection.status(), rejection.title(), rejection.detail());
        String pointer = rejection.pointer();
        return new Refusal(
                pointer == null ? problem : problem.withErrors(List.of(Flaw.at(pointer, rejection.detail()))));
    }

    /**
     * The program that a path names.
     *
     * @throws Refusal 404 if the id has another form: there can be no such program
     */
    static UUID programId(String idInPath) {
        return uuid(idInPath).orElseThrow(() -> refusal(Rejection.NOT_PRESCRIBED));
    }

    /**
     * The id that a path gives to a new program.
     *
     * @throws Refusal 422 if it has another form
     */
    static UUID newProgramId(String idInPath) {
        return uuid(idInPath).orElseThrow(() -> Refusal.invalid(Flaw.ofParameter("programId", "must be a UUID")));
    }

    private static Optional<UUID> uuid(String text) {
        try {
            // Shorter forms would read as well, and be another text for the same id.
            return text.length() == UUID_LENGTH ? Optional.of(UUID.fromString(text)) : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static Response.ResponseBuilder version(Response.ResponseBuilder answer, ProgramAnswer program) {
        return answer.header(HttpHeaders.ETAG, ETags.of(program.version())).entity(program);
    }
}
