package app.backtrack.web.answer;

import app.backtrack.runtime.http.Problem;
import java.net.URI;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Refuses what another site made a browser send. Browsers that say where a request comes from are believed; what
 * changes something also has to carry a header that no form and no link can set, and that a script of another site may
 * not.
 */
public final class SameOriginRules {
    /** The header that our pages send with each change; its value is {@code page}. */
    public static final String HEADER = "Backtrack-Request";

    private static final Set<String> READS = Set.of("GET", "HEAD");
    /** Typed into the address bar, a read comes from no site at all. */
    private static final Set<String> OWN_READS = Set.of("same-origin", "none");

    private SameOriginRules() {}

    /** Whether a request with this method and these headers came from elsewhere, or may have. */
    public static boolean refuses(String method, Function<String, @Nullable String> header) {
        String site = header.apply("Sec-Fetch-Site");
        if (READS.contains(method)) {
            return site != null && !OWN_READS.contains(site);
        }
        return !"page".equals(header.apply(HEADER))
                || (site == null
                        ? !sameHost(header.apply("Origin"), header.apply("Host"))
                        : !site.equals("same-origin"));
    }

    /** What such a request is answered with. */
    public static Problem problem() {
        return Problem.of("cross-site", 403, "Only Backtrack's own pages may ask for this", null);
    }

    /** A browser sends the origin with every change; without one it is no browser, and has no cookie to be misused. */
    private static boolean sameHost(@Nullable String origin, @Nullable String host) {
        if (origin == null) {
            return true;
        }
        try {
            return host != null && host.equals(URI.create(origin).getAuthority());
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
