package app.backtrack.tracking.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class CsvTableTest {

    @Test
    void lines_end_in_cr_lf_and_what_is_not_known_is_empty() {
        CsvTable table = new CsvTable("a", "b", "c", "d");
        table.add(LocalDate.of(2026, 11, 20), null, -1, true);

        assertThat(table.text()).isEqualTo("a,b,c,d\r\n2026-11-20,,-1,true\r\n");
    }

    @Test
    void what_would_break_a_line_is_quoted() {
        CsvTable table = new CsvTable("a", "b");
        table.add("one, two", "say \"no\"");
        table.add("two\nlines", "x");

        assertThat(table.text()).isEqualTo("a,b\r\n\"one, two\",\"say \"\"no\"\"\"\r\n\"two\nlines\",x\r\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1"})
    void no_text_is_a_formula(String text) {
        CsvTable table = new CsvTable("a", "b");
        table.add(text, "x");

        assertThat(table.text().lines().skip(1).findFirst().orElseThrow()).containsPattern("^\"?'");
    }

    @Test
    void a_row_has_a_cell_for_each_column() {
        CsvTable table = new CsvTable("a", "b");

        assertThatThrownBy(() -> table.add("alone")).isInstanceOf(IllegalArgumentException.class);
    }
}
