package app.backtrack.program.own;

import app.backtrack.runtime.http.ETags;
import app.backtrack.runtime.http.Problem;
import app.backtrack.runtime.http.Problem.Flaw;
import app.backtrack.runtime.http.Refusal;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads and answers, over HTTP, what is written of a clinic's own. */
public final class OwnAnswers {
    private OwnAnswers() {}

    /**
     * The version that a caller wants to change; null if they name none.
     *
     * @throws Refusal 422 if the header is no tag of ours
     */
    public static @Nullable Integer expected(@Nullable String ifMatch) {
        return ifMatch == null || ifMatch.isBlank() ? null : ETags.requiredVersion(ifMatch);
    }

    /**
     * The id that a path gives to something new.
     *
     * @throws Refusal 422 if it has another form
     */
    public static String newId(String parameter, String id, Pattern form) {
        if (!form.matcher(id).matches()) {
            throw Refusal.invalid(
                    Flaw.ofParameter(parameter, "must be 1 to 64 lower-case letters, digits and hyphens"));
        }
        return id;
    }

    /**
     * Says what became of a request to write.
     *
     * @param location path of what was written
     * @param unknown code of the refusal where there is nothing to change
     * @throws Refusal 404, 409, 412 or 428 if nothing was written
     */
    public static <T> Response of(
            Written<T> written, String location, String unknown, Function<Versioned<T>, Object> body) {
        return switch (written) {
            case Written.Created<T>(var version) ->
                tagged(Response.status(Response.Status.CREATED), version, body)
                        .header(HttpHeaders.LOCATION, location)
                        .build();
            case Written.Changed<T>(var version) ->
                tagged(Response.ok(), version, body).build();
            case Written.Unchanged<T>(var version) ->
                tagged(Response.ok(), version, body).build();
            case Written.Missing<T>() -> throw Refusal.notFound(unknown, "There is nothing to change under this id");
            case Written.Unguarded<T>() ->
                throw new Refusal(Problem.of(
                        "version-required",
                        428,
                        "It exists already; changing it takes If-Match",
                        "Read the current version and send its ETag in If-Match."));
            case Written.Stale<T>(int current) -> throw ETags.stale(current);
            case Written.Full<T>(int limit) ->
                throw Refusal.conflict(
                        "too-many-entries", "There are as many as there may be", "The limit is " + limit + ".");
            case Written.TooManyVersions<T>(int limit) ->
                throw Refusal.conflict(
                        "too-many-versions", "It has as many versions as it may have", "The limit is " + limit + ".");
        };
    }

    private static <T> Response.ResponseBuilder tagged(
            Response.ResponseBuilder answer, Versioned<T> version, Function<Versioned<T>, Object> body) {
        return answer.header(HttpHeaders.ETAG, ETags.of(version.number())).entity(body.apply(version));
    }
}
