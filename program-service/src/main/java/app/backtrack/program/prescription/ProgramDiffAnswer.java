package app.backtrack.program.prescription;

import app.backtrack.events.EventEnvelope;
import app.backtrack.events.ProgramEvent;
import app.backtrack.program.diff.MemberChange;
import app.backtrack.program.diff.PlanDiff;
import app.backtrack.program.diff.PlanDiffRules;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What differs between two versions of a program, and who decided what between them. */
@Schema(name = "ProgramDiff")
record ProgramDiffAnswer(
        UUID programId,
        @Schema(examples = "1") int from,
        @Schema(examples = "3") int to,

        @Schema(description = "`status` and `effectiveFrom`, where they differ.")
        List<MemberChange> program,

        PlanDiff plan,

        @Schema(description = "What was decided after the lower version, up to the higher one.")
        List<ProgramHistoryAnswer.Entry> decisions) {

    /** Compares two versions that there are. */
    static ProgramDiffAnswer of(ProgramFile file, int from, int to) {
        ProgramEvent before = file.versions().get(from - 1).data();
        ProgramEvent after = file.versions().get(to - 1).data();
        List<MemberChange> program = new ArrayList<>();
        if (before.status() != after.status()) {
            program.add(new MemberChange("status", before.status(), after.status()));
        }
        if (!before.effectiveFrom().equals(after.effectiveFrom())) {
            program.add(new MemberChange("effectiveFrom", before.effectiveFrom(), after.effectiveFrom()));
        }
        List<EventEnvelope<ProgramEvent>> between = file.versions().subList(Math.min(from, to), Math.max(from, to));
        return new ProgramDiffAnswer(
                before.programId(),
                from,
                to,
                program,
                PlanDiffRules.diff(before.plan(), after.plan()),
                between.stream().map(ProgramHistoryAnswer.Entry::of).toList());
    }
}
