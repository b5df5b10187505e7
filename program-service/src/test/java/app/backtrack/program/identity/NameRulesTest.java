package app.backtrack.program.identity;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class NameRulesTest {

    @ParameterizedTest
    @CsvSource({
        "Ada Muster,ADA MUSTER",
        "'  ADA \u00a0 Muster ',ADA MUSTER",
        "Zoë Großmann,ZOE GROSSMANN",
        "žaneta,ZANETA",
        "Ὀδυσσεύς,ΟΔΥΣΣΕΥΣ",
        "İpek,IPEK",
        "O’Brien-Łuć,O’BRIEN-ŁUC"
    })
    void case_accents_and_blanks_do_not_count(String name, String normalised) {
        assertThat(NameRules.normalised(name)).isEqualTo(normalised);
    }

    @Test
    void a_name_is_found_from_each_of_its_words_on() {
        assertThat(NameRules.keys("Ada Maria Muster")).containsExactly("ADA MARIA MUSTER", "MARIA MUSTER", "MUSTER");
        assertThat(NameRules.keys(null)).isEmpty();
    }

    @Test
    void a_name_of_many_words_has_ten_keys_at_most() {
        assertThat(NameRules.keys("a ".repeat(100))).hasSize(10);
    }

    @Property
    void what_is_normalised_stays_so(@ForAll String text) {
        String once = NameRules.normalised(text);

        assertThat(NameRules.normalised(once)).isEqualTo(once);
    }
}
