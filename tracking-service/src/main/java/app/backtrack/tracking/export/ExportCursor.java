package app.backtrack.tracking.export;

import app.backtrack.events.PatientId;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;

/**
 * Where a page over a clinic's patients ended. It names no clinic: that is the caller's.
 *
 * @param patient the last one who was given, whole
 */
public record ExportCursor(PatientId patient) {

    /** Reads what {@link #text()} wrote; empty if it is something else. */
    public static Optional<ExportCursor> read(String text) {
        try {
            String plain = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8);
            return Optional.of(new ExportCursor(PatientId.of(plain)));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** Opaque to clients. */
    public String text() {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(patient.toString().getBytes(StandardCharsets.UTF_8));
    }
}
