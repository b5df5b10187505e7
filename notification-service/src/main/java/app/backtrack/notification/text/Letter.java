package app.backtrack.notification.text;

import app.backtrack.notification.brand.Brand;
import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the templates of a message show.
 *
 * @param language the ISO 639-1 code
 * @param subject the heading
 * @param lead what it says
 * @param links where it leads
 * @param notes small print, line by line
 * @param stop how to get no more of it; null where it cannot be stopped
 * @param brand the clinic's face
 */
record Letter(
        String language,
        String subject,
        String lead,
        List<Link> links,
        List<String> notes,
        @Nullable Link stop,
        Brand brand) {

    /** A link with its words. */
    record Link(String label, URI url) {}
}
