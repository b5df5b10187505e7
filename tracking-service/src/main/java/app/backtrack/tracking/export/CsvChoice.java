package app.backtrack.tracking.export;

import app.backtrack.runtime.http.Problem.Flaw;
import app.backtrack.runtime.http.Refusal;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import org.jspecify.annotations.Nullable;

/** Reads whether a caller asks for CSV: by {@code format}, which wins, or by the first type that they accept. */
public final class CsvChoice {

    private CsvChoice() {}

    /**
     * Whether the answer is to be CSV.
     *
     * @param format the query parameter; null where it is left out
     * @param otherwise the value of it that asks for the other form
     * @throws Refusal 422 for a format that there is not
     */
    public static boolean asked(@Nullable String format, HttpHeaders headers, String otherwise) {
        if (format == null) {
            MediaType first =
                    headers.getAcceptableMediaTypes().stream().findFirst().orElse(MediaType.WILDCARD_TYPE);
            return first.getType().equals("text") && first.getSubtype().equals("csv");
        }
        if (!format.equals("csv") && !format.equals(otherwise)) {
            throw Refusal.invalid(Flaw.ofParameter("format", "must be csv or " + otherwise));
        }
        return format.equals("csv");
    }
}
