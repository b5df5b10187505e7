package app.backtrack.runtime.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Says why a request was refused or could not be served, as RFC 9457 problem details.
 *
 * @param type a stable name for this kind of problem, for programs
 * @param title what it is, the same for every occurrence
 * @param status the HTTP status
 * @param detail what to do about it, here
 * @param instance an opaque id under which our log tells more; only with bugs
 * @param errors what is wrong with which part of the request
 * @param current the version that there is now; only where a version was refused
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
@Schema(name = "Problem", description = "RFC 9457 problem details, sent as application/problem+json")
public record Problem(
        @Schema(examples = "urn:backtrack:problem:invalid-request")
        String type,

        String title,
        int status,
        @Nullable String detail,
        @Nullable String instance,
        List<Flaw> errors,
        @Nullable Current current) {

    /** The media type of problems. */
    public static final String MEDIA_TYPE = "application/problem+json";

    private static final String TYPE_PREFIX = "urn:backtrack:problem:";

    /** A problem of a kind, such as {@code unknown-patient}. */
    public static Problem of(String code, int status, String title, @Nullable String detail) {
        return new Problem(TYPE_PREFIX + code, title, status, detail, null, List.of(), null);
    }

    /** The same problem with the parts that are wrong. */
    public Problem withErrors(List<Flaw> flaws) {
        return new Problem(type, title, status, detail, instance, List.copyOf(flaws), current);
    }

    /** The same problem with an opaque id. */
    public Problem withInstance(String id) {
        return new Problem(type, title, status, detail, "urn:uuid:" + id, errors, current);
    }

    /** The same problem with the version that there is now. */
    Problem withCurrent(int version) {
        return new Problem(type, title, status, detail, instance, errors, new Current(version, ETags.of(version)));
    }

    /** The same problem with other words of what to do about it. */
    public Problem withDetail(String words) {
        return new Problem(type, title, status, words, instance, errors, current);
    }

    /**
     * What a change must speak of.
     *
     * @param version the number of the current version
     * @param etag the same as an entity tag, for {@code If-Match}
     */
    @Schema(name = "CurrentVersion")
    public record Current(
            @Schema(examples = "3") int version,
            @Schema(examples = "\"3\"") String etag) {}

    /**
     * One part of a request that is wrong.
     *
     * @param pointer JSON Pointer into the body; null for a parameter
     * @param parameter name of a path, query or header parameter; null for the body
     * @param detail what is wrong with it; never what it was
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "Flaw")
    public record Flaw(@Nullable String pointer, @Nullable String parameter, String detail) {

        /** A flaw at a place in the body. */
        public static Flaw at(String pointer, String detail) {
            return new Flaw(pointer, null, detail);
        }

        /** A flaw of a parameter. */
        public static Flaw ofParameter(String parameter, String detail) {
            return new Flaw(null, parameter, detail);
        }
    }
}
