package app.backtrack.tracking.outcome;

import app.backtrack.tracking.outcome.WeekOutcome.State;
import app.backtrack.tracking.statistics.Proportion;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.function.Predicate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What came of the programs that began in a range, as the API shows it. */
@Schema(name = "Outcomes")
record OutcomeAnswer(
        LocalDate from,
        LocalDate through,

        @Schema(description = "Patients with a program that starts in the range; of several, their first one counts")
        int patients,

        @Schema(description = "By the end of program weeks 4, 6, 8 and 12")
        List<Week> weeks) {

    /**
     * Counts patients, each by their first program that starts in the range.
     *
     * @param outcomes one list of programs for each patient
     */
    static OutcomeAnswer of(LocalDate from, LocalDate through, Collection<List<ProgramOutcome>> outcomes) {
        List<ProgramOutcome> counted = outcomes.stream()
                .flatMap(programs -> programs.stream()
                        .filter(program -> !program.startsOn().isBefore(from)
                                && !program.startsOn().isAfter(through))
                        .findFirst()
                        .stream())
                .toList();
        return new OutcomeAnswer(
                from,
                through,
                counted.size(),
                OutcomeRules.WEEKS.stream().map(week -> Week.of(week, counted)).toList());
    }

    /** The patients by the end of one program week. */
    @Schema(name = "OutcomesByWeek")
    record Week(
            int week,

            @Schema(description = "Patients whose outcome is known")
            int measured,

            @Schema(description = "All others, by why it is not; with `measured` they add up to all patients")
            Missing missing,

            @Schema(description = "Less pain by the amount that patients who start there call better")
            Share meaningful,

            @Schema(description = "Less pain by at least 30 %")
            Share moderate,

            @Schema(description = "Less pain by at least 50 %")
            Share substantial) {

        private static Week of(int week, List<ProgramOutcome> programs) {
            List<WeekOutcome> all = programs.stream()
                    .flatMap(program -> program.weeks().stream())
                    .filter(outcome -> outcome.week() == week)
                    .toList();
            Missing missing = Missing.of(all);
            int measured = count(all, outcome -> outcome.state() == State.MEASURED);
            int due = all.size() - missing.notReached();
            return new Week(
                    week,
                    measured,
                    missing,
                    Share.of(count(all, WeekOutcome::meaningful), measured, due),
                    Share.of(count(all, WeekOutcome::moderate), measured, due),
                    Share.of(count(all, WeekOutcome::substantial), measured, due));
        }
    }

    /** How many patients nothing is known of, and why. */
    @Schema(name = "OutcomesMissing")
    record Missing(
            @Schema(description = "The week is not over yet")
            int notReached,

            @Schema(description = "Too few scored days in the week or at the start")
            int thinData,

            @Schema(description = "Stopped or discharged before, and too few scores since")
            int droppedOut,

            @Schema(description = "Completed, or planned to end, before, and too few scores since")
            int finished) {

        private static Missing of(List<WeekOutcome> all) {
            return new Missing(
                    count(all, outcome -> outcome.state() == State.NOT_REACHED),
                    count(all, outcome -> outcome.state() == State.THIN_DATA),
                    count(all, outcome -> outcome.state() == State.DROPPED_OUT),
                    count(all, outcome -> outcome.state() == State.FINISHED));
        }
    }

    /** How many of the patients got there. */
    @Schema(name = "OutcomeShare")
    record Share(
            @Schema(description = "Patients") int count,

            @Schema(description = "Of those measured, with Wilson's 95 % interval; null where none is") @Nullable
            Proportion ofMeasured,

            @Schema(
                    description = "Of all but those who have not reached the week, as if none of the missing had got"
                            + " there; null where there are none")
            @Nullable
            Proportion ofDue) {

        private static Share of(int count, int measured, int due) {
            return new Share(count, Proportion.of(count, measured), Proportion.of(count, due));
        }
    }

    private static int count(List<WeekOutcome> outcomes, Predicate<WeekOutcome> which) {
        return (int) outcomes.stream().filter(which).count();
    }
}
