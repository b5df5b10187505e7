package app.backtrack.runtime.http;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Turns stream versions into entity tags and back. */
public final class ETags {
    private static final Pattern STRONG_VERSION = Pattern.compile("\"(\\d{1,9})\"");

    private ETags() {}

    /** The tag of a version: {@code "3"}, quotes included. */
    public static String of(int version) {
        return "\"" + version + "\"";
    }

    /**
     * The version that a command wants to change.
     *
     * @throws Refusal 428 if the header is missing, 422 if it is no tag of ours
     */
    public static int requiredVersion(@Nullable String ifMatch) {
        if (ifMatch == null || ifMatch.isBlank()) {
            throw new Refusal(Problem.of(
                    "version-required",
                    428,
                    "If-Match is required",
                    "Read the current version and send its ETag in If-Match, so that nobody's change is overwritten."));
        }
        Matcher matcher = STRONG_VERSION.matcher(ifMatch.strip());
        if (!matcher.matches()) {
            throw Refusal.invalid(
                    Problem.Flaw.ofParameter("If-Match", "must be one ETag as we gave it, such as \"3\""));
        }
        return Integer.parseInt(matcher.group(1));
    }

    /** 412: somebody else changed it in the meantime. */
    public static Refusal stale(int current) {
        return new Refusal(Problem.of(
                        "stale-version",
                        412,
                        "Somebody changed this in the meantime",
                        "The current version is " + current + ": read it, decide again, and send If-Match: "
                                + of(current) + ".")
                .withCurrent(current));
    }
}
