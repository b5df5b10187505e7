package app.backtrack.program.day;

import app.backtrack.events.schedule.DueCount;
import app.backtrack.events.schedule.DueKind;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How often things were due in a span of days. */
@Schema(name = "DueCounts")
record DueCountsAnswer(
        LocalDate from,
        LocalDate through,

        @Schema(description = "By program, week, kind and id.")
        List<Count> counts) {

    static DueCountsAnswer of(LocalDate from, LocalDate through, List<DueCount> counts) {
        return new DueCountsAnswer(from, through, counts.stream().map(Count::of).toList());
    }

    /** One exercise or habit in one program week. */
    @Schema(name = "DueCount")
    record Count(
            UUID programId,

            @Schema(description = "Week of the program, from 1.", examples = "3")
            int programWeek,

            DueKind kind,

            @Schema(description = "Id in the catalog.", examples = "bird-dog")
            String id,

            @Schema(
                    description = "Days of the week, within the range, on which it was due or could be done.",
                    examples = "7")
            int days,

            @Schema(
                    description =
                            "How often it was due on these days. What is due n times a week counts n/7 a day, added "
                                    + "up and rounded to the nearest whole number.",
                    examples = "3")
            int due) {

        private static Count of(DueCount count) {
            return new Count(
                    count.programId(), count.programWeek(), count.kind(), count.id(), count.days(), count.due());
        }
    }
}
