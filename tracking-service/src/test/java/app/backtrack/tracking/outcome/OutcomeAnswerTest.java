package app.backtrack.tracking.outcome;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import app.backtrack.tracking.outcome.OutcomeAnswer.Missing;
import app.backtrack.tracking.outcome.WeekOutcome.State;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class OutcomeAnswerTest {
    private static final LocalDate FROM = LocalDate.of(2026, 1, 1);
    private static final LocalDate THROUGH = LocalDate.of(2026, 6, 30);

    @Test
    void shares_are_of_those_measured_and_of_those_due_and_the_missing_are_counted() {
        List<List<ProgramOutcome>> patients = new ArrayList<>();
        patients.addAll(times(8, State.MEASURED, true));
        patients.addAll(times(2, State.MEASURED, false));
        patients.addAll(times(3, State.THIN_DATA, false));
        patients.addAll(times(4, State.DROPPED_OUT, false));
        patients.addAll(times(1, State.FINISHED, false));
        patients.addAll(times(5, State.NOT_REACHED, false));

        OutcomeAnswer.Week week =
                OutcomeAnswer.of(FROM, THROUGH, patients).weeks().getFirst();

        assertThat(week.measured()).isEqualTo(10);
        assertThat(week.missing()).isEqualTo(new Missing(5, 3, 4, 1));
        assertThat(week.meaningful().count()).isEqualTo(8);
        // Wilson's interval of 8 of 10, by hand: (8 + 1.92 ± 1.96 √(1.6 + 0.9604)) / 13.8415.
        assertThat(week.meaningful().ofMeasured()).satisfies(share -> {
            assertThat(share.share()).isEqualTo(0.8);
            assertThat(share.interval().lower()).isCloseTo(0.4902, within(0.0001));
            assertThat(share.interval().upper()).isCloseTo(0.9433, within(0.0001));
        });
        assertThat(week.meaningful().ofDue())
                .satisfies(share -> assertThat(share.share()).isCloseTo(8.0 / 18, within(1e-9)));
    }

    @Test
    void of_several_programs_of_a_patient_the_first_in_the_range_counts() {
        ProgramOutcome before = program(FROM.minusDays(1), State.MEASURED, false);
        ProgramOutcome first = program(FROM, State.MEASURED, true);
        ProgramOutcome second = program(THROUGH, State.MEASURED, false);
        ProgramOutcome after = program(THROUGH.plusDays(1), State.MEASURED, false);

        OutcomeAnswer answer =
                OutcomeAnswer.of(FROM, THROUGH, List.of(List.of(before, first, second, after), List.of(before, after)));

        assertThat(answer.patients()).isEqualTo(1);
        assertThat(answer.weeks())
                .allSatisfy(week -> assertThat(week.meaningful().count()).isEqualTo(1));
    }

    @Test
    void nobody_is_no_share() {
        OutcomeAnswer.Week week =
                OutcomeAnswer.of(FROM, THROUGH, List.of()).weeks().getFirst();

        assertThat(week.meaningful().ofMeasured()).isNull();
        assertThat(week.meaningful().ofDue()).isNull();
    }

    @Property(tries = 100)
    void nobody_is_dropped(@ForAll List<State> states) {
        List<List<ProgramOutcome>> patients = states.stream()
                .map(state -> List.of(program(FROM, state, false)))
                .toList();

        assertThat(OutcomeAnswer.of(FROM, THROUGH, patients).weeks()).allSatisfy(week -> {
            Missing missing = week.missing();
            assertThat(week.measured()
                            + missing.notReached()
                            + missing.thinData()
                            + missing.droppedOut()
                            + missing.finished())
                    .isEqualTo(states.size());
        });
    }

    private static List<List<ProgramOutcome>> times(int patients, State state, boolean better) {
        return Stream.generate(() -> List.of(program(FROM, state, better)))
                .limit(patients)
                .toList();
    }

    private static ProgramOutcome program(LocalDate startsOn, State state, boolean better) {
        return new ProgramOutcome(
                UUID.randomUUID(),
                startsOn,
                OutcomeRules.WEEKS.stream()
                        .map(week -> new WeekOutcome(week, state, better, better, better))
                        .toList());
    }
}
