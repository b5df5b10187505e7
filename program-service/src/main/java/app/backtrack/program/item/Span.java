package app.backtrack.program.item;

import app.backtrack.events.ProgramEvent.Range;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A dose or some weeks as somebody writes them. It takes any numbers, so that those that cannot be are refused with
 * their place and a reason.
 *
 * @param min smallest
 * @param max largest; the same as {@code min} for one number
 */
@Schema(name = "Span")
public record Span(
        @Schema(examples = "2") int min,
        @Schema(examples = "3") int max) {

    /** A span that was checked as events say it, where there is one. */
    static @Nullable Range range(@Nullable Span span) {
        return span == null ? null : new Range(span.min, span.max);
    }

    /** Whether two spans have a number in common. */
    public boolean meets(Span other) {
        return min <= other.max && other.min <= max;
    }
}
