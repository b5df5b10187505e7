package app.backtrack.program.clinic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import app.backtrack.events.Threshold;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class SettingsRulesTest {

    @ParameterizedTest
    @CsvSource({
        "silence-hours,24",
        "silence-hours,336",
        "silence-hours,72.0",
        "spike-ratio,1.25",
        "spike-ratio,3",
        "exercise-pain-fine,0"
    })
    void a_number_in_its_range_is_taken(String name, BigDecimal value) {
        assertThat(SettingsRules.flaws(Map.of(name, value))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "silence-hours,23,must be a whole number from 24 to 336 hours",
        "silence-hours,72.5,must be a whole number from 24 to 336 hours",
        "silence-hours,1e99999999,must be a whole number from 24 to 336 hours",
        "spike-ratio,1.255,must be a number of at most two decimals from 1.1 to 3 times",
        "spike-ratio,-1,must be a number of at most two decimals from 1.1 to 3 times"
    })
    void a_number_out_of_its_range_is_refused_with_the_range(String name, BigDecimal value, String why) {
        assertThat(SettingsRules.flaws(Map.of(name, value))).containsExactly(entry("/thresholds/" + name, why));
    }

    @Test
    void what_is_no_threshold_or_no_number_is_refused_with_its_place() {
        Map<String, @Nullable BigDecimal> numbers = new HashMap<>();
        numbers.put("a/b~c", BigDecimal.ONE);
        numbers.put("silence-hours", null);

        assertThat(SettingsRules.flaws(numbers)).containsOnlyKeys("/thresholds/a~1b~0c", "/thresholds/silence-hours");
    }

    @Test
    void numbers_that_turn_each_others_meaning_round_are_refused() {
        assertThat(SettingsRules.flaws(Map.of(
                        "exercise-pain-fine", BigDecimal.valueOf(5), "exercise-pain-modify", BigDecimal.valueOf(5))))
                .containsOnlyKeys("/thresholds/exercise-pain-fine");
        assertThat(SettingsRules.flaws(
                        Map.of("silence-hours", BigDecimal.valueOf(73), "long-silence-days", BigDecimal.valueOf(3))))
                .containsOnlyKeys("/thresholds/silence-hours");
        assertThat(SettingsRules.flaws(
                        Map.of("silence-hours", BigDecimal.valueOf(72), "long-silence-days", BigDecimal.valueOf(3))))
                .isEmpty();
    }

    @Test
    void equal_numbers_are_equal_settings_however_they_are_written() {
        assertThat(SettingsRules.read(Map.of("escalation-minutes", new BigDecimal("1e2"))))
                .containsExactly(entry(Threshold.ESCALATION_MINUTES, new BigDecimal("100")));
        assertThat(SettingsRules.read(Map.of("spike-ratio", new BigDecimal("1.50"))))
                .containsExactly(entry(Threshold.SPIKE_RATIO, new BigDecimal("1.5")));
    }
}
