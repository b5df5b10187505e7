package app.backtrack.notification.brand;

import app.backtrack.notification.contact.EmailAddress;
import java.net.URI;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * How a clinic shows itself in what is sent for it.
 *
 * @param name what it calls itself; null for no name
 * @param colour its colour as {@code #rrggbb}, dark enough to be read on white
 * @param logo where its logo lies, by https; null for none
 * @param contact a line that says how to reach it; null for none
 * @param replyTo where answers to mails go; null where nobody reads them
 * @param zone where it is; null where it did not say
 */
public record Brand(
        @Nullable String name,
        String colour,
        @Nullable URI logo,
        @Nullable String contact,
        @Nullable EmailAddress replyTo,
        @Nullable ZoneId zone) {
    /** A blue with a contrast of 7.2 to 1 on white. */
    static final String COLOUR = "#1f4f8b";

    /** Of a clinic that said nothing. */
    public static final Brand SHIPPED = new Brand(null, COLOUR, null, null, null, null);
}
