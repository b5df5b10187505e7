package app.backtrack.tracking.outcome;

import app.backtrack.events.ProgramStatus;
import app.backtrack.tracking.care.PatientView;
import app.backtrack.tracking.care.ProgramVersion;
import app.backtrack.tracking.care.ProgramView;
import app.backtrack.tracking.outcome.WeekOutcome.State;
import app.backtrack.tracking.progress.ProgressView;
import app.backtrack.tracking.trend.DailyScores;
import app.backtrack.tracking.trend.ProgramChange.Relief;
import app.backtrack.tracking.trend.ProgramWeek;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;

/**
 * Says what came of a patient's programs by the weeks at which programs are reviewed. Who stopped and went on scoring
 * is measured like the others; of whom nothing is known is said why.
 */
public final class OutcomeRules {

    /** The program weeks that outcomes are told of: those after which reviews fall due. */
    public static final List<Integer> WEEKS = List.of(4, 6, 8, 12);

    private OutcomeRules() {}

    /**
     * The outcomes of all programs, the one that started first in front.
     *
     * @param today the patient's date, which is not over
     */
    public static List<ProgramOutcome> of(ProgressView view, LocalDate today) {
        DailyScores scores = view.scores();
        return view.care().programs().entrySet().stream()
                .map(program -> outcome(
                        UUID.fromString(program.getKey()),
                        program.getValue(),
                        view.care().patient(),
                        scores,
                        today))
                .sorted(Comparator.comparing(ProgramOutcome::startsOn)
                        .thenComparing(outcome -> outcome.programId().toString()))
                .toList();
    }

    private static ProgramOutcome outcome(
            UUID id, ProgramView program, PatientView patient, DailyScores scores, LocalDate today) {
        LocalDate start = program.current().plan().startsOn();
        List<WeekOutcome> weeks = WEEKS.stream()
                .map(week -> {
                    LocalDate last = start.plusWeeks(week).minusDays(1);
                    ProgramWeek measured = last.isBefore(today) ? ProgramWeek.of(scores, start, week) : null;
                    return measured == null
                            ? WeekOutcome.missing(week, why(program.current(), patient, last, today))
                            : measured(measured);
                })
                .toList();
        return new ProgramOutcome(id, start, weeks);
    }

    private static WeekOutcome measured(ProgramWeek week) {
        Relief relief = week.change().relief();
        return new WeekOutcome(
                week.week(),
                State.MEASURED,
                week.meaningful(),
                relief != null && relief.compareTo(Relief.MODERATE) >= 0,
                relief != null && relief.compareTo(Relief.SUBSTANTIAL) >= 0);
    }

    private static State why(ProgramVersion program, PatientView patient, LocalDate last, LocalDate today) {
        boolean over = !program.effectiveFrom().isAfter(last);
        boolean tooShort =
                program.plan().startsOn().plusWeeks(program.plan().weeks()).isBefore(last.plusDays(1));
        boolean gone = patient.dischargedOn().filter(on -> on.isBefore(last)).isPresent();
        if (over && program.status() == ProgramStatus.STOPPED) {
            return State.DROPPED_OUT;
        }
        if (tooShort || (over && program.status() == ProgramStatus.COMPLETED)) {
            return State.FINISHED;
        }
        if (gone) {
            return State.DROPPED_OUT;
        }
        return last.isBefore(today) ? State.THIN_DATA : State.NOT_REACHED;
    }
}
