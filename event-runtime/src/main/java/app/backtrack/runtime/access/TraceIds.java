package app.backtrack.runtime.access;

import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Takes the trace id of a request from its {@code traceparent}, as W3C Trace Context has it, or makes one. */
final class TraceIds {
    private static final Pattern TRACEPARENT = Pattern.compile("[0-9a-f]{2}-([0-9a-f]{32})-[0-9a-f]{16}-[0-9a-f]{2}.*");
    private static final String NONE = "0".repeat(32);

    private TraceIds() {}

    static String of(@Nullable String traceparent) {
        Matcher matcher = TRACEPARENT.matcher(traceparent == null ? "" : traceparent);
        return matcher.matches() && !matcher.group(1).equals(NONE)
                ? matcher.group(1)
                : UUID.randomUUID().toString().replace("-", "");
    }
}
