package app.backtrack.notification.inbox;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Pattern;

/** Marks a place in an inbox for clients, who need not know what it is made of. */
public final class Cursor {
    private static final Pattern POSITION = Pattern.compile("\\d{15}/[0-9a-f]{32}");

    private Cursor() {}

    /** The place right after what is at a position. */
    public static String after(String position) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(position.getBytes(StandardCharsets.US_ASCII));
    }

    /** The position that a cursor stands for; empty if it is none of ours. */
    static Optional<String> position(String cursor) {
        try {
            String position = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.US_ASCII);
            return POSITION.matcher(position).matches() ? Optional.of(position) : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
