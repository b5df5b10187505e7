package app.backtrack.web.gateway;

import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What is let through: the services' public API by its plain form, and nothing that another reader of the path might
 * take for something else. What a visitor may do there is the service's to decide, from the token.
 */
final class GatewayRules {
    /** No percent sign, semicolon, backslash or empty segment: ids of the API need none of them. */
    private static final Pattern PATH =
            Pattern.compile("/api/(program|tracking|notification)((?:/v1)(?:/[A-Za-z0-9._~-]{1,200}){1,8})");

    private static final Pattern DOTS = Pattern.compile("/\\.{1,2}(/|$)");
    private static final Pattern OWN_LINK = Pattern.compile("(^|<)(?:https?://[^/>]+)?(/v1/)");
    private static final Set<String> METHODS = Set.of("GET", "PUT", "POST", "DELETE");

    private static final Set<String> REQUEST_HEADERS = Set.of(
            "accept",
            "accept-language",
            "content-type",
            "content-length",
            "if-match",
            "if-none-match",
            "last-event-id",
            "x-request-id");
    private static final Set<String> RESPONSE_HEADERS = Set.of(
            "content-type",
            "content-length",
            "content-disposition",
            "content-language",
            "etag",
            "link",
            "location",
            "retry-after",
            "allow",
            "last-modified");
    private static final String OWN_HEADER = "backtrack-";

    private GatewayRules() {}

    /**
     * A service and a path of its API.
     *
     * @param service {@code program}, {@code tracking} or {@code notification}
     * @param path begins with {@code /v1/}
     */
    record Target(String service, String path) {}

    /** Where a request goes, by its path as it was sent. Empty where nothing is let through. */
    static Optional<Target> target(@Nullable String rawPath) {
        if (rawPath == null || DOTS.matcher(rawPath).find()) {
            return Optional.empty();
        }
        Matcher path = PATH.matcher(rawPath);
        return path.matches() ? Optional.of(new Target(path.group(1), path.group(2))) : Optional.empty();
    }

    static boolean letsThrough(String method) {
        return METHODS.contains(method);
    }

    /** Whether a service is told of a header of the request; its cookies stay here. */
    static boolean tells(String lowerCaseHeader) {
        return REQUEST_HEADERS.contains(lowerCaseHeader);
    }

    /** Whether a page is told of a header of the answer. */
    static boolean answers(String lowerCaseHeader) {
        return RESPONSE_HEADERS.contains(lowerCaseHeader) || lowerCaseHeader.startsWith(OWN_HEADER);
    }

    /** Links of a service, as a page has to follow them. */
    static String asSeenFromHere(String lowerCaseHeader, String value, String service) {
        return switch (lowerCaseHeader) {
            case "location", "link" -> OWN_LINK.matcher(value).replaceAll("$1/api/" + service + "$2");
            default -> value;
        };
    }
}
