package app.backtrack.notification.outbound;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Says which URLs we would call at all, by their form alone; where they lead is judged at each call. */
public final class TargetRules {

    /** The longest URL that is taken, in characters. */
    public static final int MAX_LENGTH = 1_000;

    /**
     * A host name of two labels or more whose last one begins with a letter. So no form of a numeric address passes
     * (a.b.c.d, one decimal number, octal, hexadecimal, in brackets), as what ends in a number would be read as one.
     */
    private static final Pattern NAME = Pattern.compile("(?=.{4,253}$)"
            + "(?:[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?\\.)+[A-Za-z](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])");

    private static final int MAX_PORT = 65_535;

    private TargetRules() {}

    /**
     * What is wrong with a URL.
     *
     * @param text what somebody wants us to call
     * @param loopbackAllowed whether plain http and any host will do, as in local mode
     * @return a phrase for the caller; empty if nothing is
     */
    public static Optional<String> flaw(String text, boolean loopbackAllowed) {
        if (text.length() > MAX_LENGTH) {
            return Optional.of("must have at most " + MAX_LENGTH + " characters");
        }
        URI url;
        try {
            url = new URI(text);
        } catch (URISyntaxException e) {
            return Optional.of("must be a URL");
        }
        if (!isScheme(url.getScheme(), loopbackAllowed)) {
            return Optional.of("must begin with https://");
        }
        if (url.getHost() == null || url.getPort() == 0 || url.getPort() > MAX_PORT) {
            return Optional.of("must have a host name, in ASCII, and no other port than 1 to 65535");
        }
        if (url.getRawUserInfo() != null || url.getRawFragment() != null) {
            return Optional.of("must have neither a user nor a fragment");
        }
        boolean named = loopbackAllowed || NAME.matcher(url.getHost()).matches();
        return named ? Optional.empty() : Optional.of("must have a full host name, not an address");
    }

    private static boolean isScheme(@Nullable String scheme, boolean loopbackAllowed) {
        return "https".equalsIgnoreCase(scheme) || loopbackAllowed && "http".equalsIgnoreCase(scheme);
    }
}
