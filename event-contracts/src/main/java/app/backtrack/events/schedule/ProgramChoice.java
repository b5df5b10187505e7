package app.backtrack.events.schedule;

import static java.util.Comparator.comparing;
import static java.util.Comparator.reverseOrder;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/** Finds, of all programs of a patient, the one that answers for a local date. */
final class ProgramChoice {
    private static final Comparator<ProgramHistory> PRESCRIBED_FIRST = comparing(ProgramHistory::prescribedAt)
            .thenComparing(program -> program.programId().toString());

    private ProgramChoice() {}

    /** Empty where no program says anything about the date. */
    static Optional<ProgramHistory> onDate(Collection<ProgramHistory> programs, LocalDate date) {
        return programs.stream()
                .filter(program -> !endedBeforeItBegan(program, date))
                .min(comparing((ProgramHistory program) -> rank(program, date))
                        .thenComparing((one, other) -> byDates(one, other, date))
                        .thenComparing(PRESCRIBED_FIRST));
    }

    private static boolean endedBeforeItBegan(ProgramHistory program, LocalDate date) {
        LocalDate start = program.inForceOn(date).plan().startsOn();
        return date.isBefore(start) && rank(program, start) == rank(DayState.STOPPED);
    }

    private static int rank(ProgramHistory program, LocalDate date) {
        return rank(ScheduleRules.stateOn(program, date));
    }

    private static int rank(DayState state) {
        return switch (state) {
            case UNDER_WAY, PAUSED -> 0;
            case WEEKS_OVER -> 1;
            case NOT_STARTED -> 2;
            case COMPLETED, STOPPED -> 3;
        };
    }

    /** Among programs of one rank: the one that begins next, or else the one that ended last. */
    private static int byDates(ProgramHistory one, ProgramHistory other, LocalDate date) {
        return switch (ScheduleRules.stateOn(one, date)) {
            case UNDER_WAY, PAUSED -> 0;
            case NOT_STARTED ->
                comparing((ProgramHistory program) -> start(program, date)).compare(one, other);
            case WEEKS_OVER, COMPLETED, STOPPED ->
                comparing((ProgramHistory program) -> program.inForceOn(date).effectiveFrom(), reverseOrder())
                        .compare(one, other);
        };
    }

    private static LocalDate start(ProgramHistory program, LocalDate date) {
        return program.inForceOn(date).plan().startsOn();
    }
}
