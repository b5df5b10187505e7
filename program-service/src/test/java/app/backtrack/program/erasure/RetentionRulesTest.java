package app.backtrack.program.erasure;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class RetentionRulesTest {

    @ParameterizedTest
    @CsvSource({
        "2016-11-27, 10, 2026-11-27, false",
        "2016-11-27, 10, 2026-11-28, true",
        "2016-11-27, 10, 2030-01-01, true",
        "2024-02-29, 1, 2025-02-28, false",
        "2024-02-29, 1, 2025-03-01, true",
        "2026-11-27, 30, 2026-11-28, false"
    })
    void a_patient_is_kept_for_whole_years_after_the_last_day_in_care(
            LocalDate dischargedOn, int years, LocalDate today, boolean over) {
        assertThat(RetentionRules.isOver(dischargedOn, years, today)).isEqualTo(over);
    }
}
