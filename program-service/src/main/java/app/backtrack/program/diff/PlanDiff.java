package app.backtrack.program.diff;

import app.backtrack.events.ProgramEvent.PlannedExercise;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What differs between two plans; all lists are empty where they are the same.
 *
 * @param members members of the plan other than its items; {@code order} where items that stayed changed places
 * @param added items that are new
 * @param removed items that are gone
 * @param changed items that stayed and differ
 */
@Schema(name = "PlanDiff")
public record PlanDiff(
        @Schema(description = "Members of the plan other than its items; `order` where items changed places.")
        List<MemberChange> members,

        List<PlannedExercise> added,
        List<PlannedExercise> removed,

        @Schema(description = "Items that stayed and differ.")
        List<ItemChange> changed) {

    /** Keeps copies of the lists. */
    public PlanDiff {
        members = List.copyOf(members);
        added = List.copyOf(added);
        removed = List.copyOf(removed);
        changed = List.copyOf(changed);
    }

    /** Whether the plans are the same. */
    public boolean isEmpty() {
        return members.isEmpty() && added.isEmpty() && removed.isEmpty() && changed.isEmpty();
    }
}
