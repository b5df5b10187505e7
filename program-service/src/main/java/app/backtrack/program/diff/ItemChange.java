package app.backtrack.program.diff;

import app.backtrack.events.ProgramEvent.Range;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * An item that stayed and differs.
 *
 * @param exercise its id in the catalog
 * @param weeks the weeks in which it was due; null for all
 * @param members what differs
 */
@Schema(name = "ItemChange")
public record ItemChange(
        @Schema(examples = "bird-dog") String exercise,

        @Schema(description = "The weeks in which it was due; null for all.") @Nullable
        Range weeks,

        List<MemberChange> members) {

    /** Keeps a copy of the list. */
    public ItemChange {
        members = List.copyOf(members);
    }
}
