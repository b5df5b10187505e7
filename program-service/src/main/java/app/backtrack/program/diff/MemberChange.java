package app.backtrack.program.diff;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * One member that differs, with both its values as JSON has them.
 *
 * @param member its name
 * @param before its value in the first version; null where it was left open
 * @param after its value in the second; null where it is left open
 */
@Schema(name = "MemberChange")
public record MemberChange(
        @Schema(examples = "weeks") String member,

        @Schema(description = "Its value then, as the program shows it; null where it was left open.", examples = "8")
        @Nullable
        Object before,

        @Schema(description = "Its value afterwards; null where it is left open.", examples = "12") @Nullable
        Object after) {}
