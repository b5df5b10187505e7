package app.backtrack.tracking.intake;

import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/** Reads ids of facts as clients send them: any UUID, in any case. */
final class FactIds {
    /** The JDK's own reading also takes shortened groups, which would give one fact two names. */
    private static final Pattern FORM = Pattern.compile("(?i)[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    private FactIds() {}

    /** The id; empty if the text is no UUID. */
    static Optional<UUID> read(String text) {
        return FORM.matcher(text).matches() ? Optional.of(UUID.fromString(text)) : Optional.empty();
    }
}
