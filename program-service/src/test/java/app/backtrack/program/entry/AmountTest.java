package app.backtrack.program.entry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.backtrack.program.entry.Amount.Unit;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class AmountTest {

    @ParameterizedTest
    @CsvSource({"SETS,1,20", "REPS,100,100", "STILL_MINUTES,,30", "TIMES_PER_DAY,3,"})
    void a_number_or_a_span_is_an_amount(Unit unit, Integer min, Integer max) {
        assertThat(new Amount(unit, min, max, null)).isNotNull();
    }

    @ParameterizedTest
    @CsvSource({"SETS,,", "REPS,0,5", "REPS,-1,", "REPS,10000,", "REPS,,101", "SETS,3,2", "HOLD_SECONDS,1,601"})
    void a_number_that_cannot_be_is_none(Unit unit, Integer min, Integer max) {
        assertThatThrownBy(() -> new Amount(unit, min, max, null)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_dose_has_amounts_if_it_is_stated_and_only_then() {
        Amount sets = new Amount(Unit.SETS, 1, 3, null);

        assertThatThrownBy(() -> new DefaultDose(DefaultDose.State.STATED, List.of(), List.of(), null, "A"))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new DefaultDose(DefaultDose.State.NOT_STATED, List.of(sets), List.of(), null, null))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_dose_that_nobody_stated_is_not_the_same_as_none_to_state() {
        assertThat(DefaultDose.none(List.of(Measure.REPS)).state()).isEqualTo(DefaultDose.State.NOT_STATED);
        assertThat(DefaultDose.none(List.of(Measure.YES_NO)).state()).isEqualTo(DefaultDose.State.NOT_APPLICABLE);
        assertThat(DefaultDose.none(List.of()).state()).isEqualTo(DefaultDose.State.NOT_APPLICABLE);
    }
}
