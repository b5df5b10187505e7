package app.backtrack.notification.brand;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ContrastRulesTest {

    /** #767676 is the lightest grey of 4.5 to 1 on white: 4.54; #777777 has 4.48. */
    @ParameterizedTest
    @CsvSource({"#000000, true", "#1f4f8b, true", "#767676, true", "#777777, false", "#FFFFFF, false", "#ffee00, false"
    })
    void a_colour_can_be_read_on_white_from_a_contrast_of_4_5_on(String colour, boolean readable) {
        assertThat(ContrastRules.readable(colour)).isEqualTo(readable);
    }
}
