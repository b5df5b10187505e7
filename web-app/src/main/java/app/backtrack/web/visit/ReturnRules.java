package app.backtrack.web.visit;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Where somebody may be led back to after signing in: pages of ours only, whatever a link says. */
final class ReturnRules {
    private static final Pattern OWN_PAGE =
            Pattern.compile("/(clinic|my)(/[A-Za-z0-9._~-]{1,100}){0,8}(\\?[A-Za-z0-9=&._~-]{0,300})?");

    private ReturnRules() {}

    /** The wanted page, or else the visitor's home. */
    static String page(@Nullable String wanted, Visitor visitor) {
        if (wanted == null || !OWN_PAGE.matcher(wanted).matches() || wanted.contains("/..")) {
            return visitor.home();
        }
        return wanted.startsWith(visitor.home()) ? wanted : visitor.home();
    }
}
