package app.backtrack.tracking.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import app.backtrack.runtime.http.Refusal;
import java.time.Instant;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class PagesTest {
    private static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");

    @ParameterizedTest
    @CsvSource({"1, 1", "200, 200", "99, 99", ", 50"})
    void a_size_is_a_whole_number_up_to_the_most_or_the_usual_one(String asked, int size) {
        assertThat(PageSize.of(asked, 50, 200)).isEqualTo(size);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "201", "-1", "+5", "007", "1e2", "", " 5", "99999999999"})
    void anything_else_is_refused_with_what_may_be_asked_for(String asked) {
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> PageSize.of(asked, 50, 200))
                .satisfies(refusal -> assertThat(refusal.problem().errors())
                        .singleElement()
                        .satisfies(flaw -> assertThat(flaw.toString()).contains("limit", "from 1 to 200")));
    }

    @Test
    void a_cursor_says_where_its_page_ended_and_what_comes_after() {
        PageCursor end = new PageCursor(NOON, "b 2");

        assertThat(PageCursor.of(end.text())).isEqualTo(end);
        assertThat(PageCursor.of(null)).isNull();
        assertThat(end.isBefore(new PageCursor(NOON.minusMillis(1), "z"))).isTrue();
        assertThat(end.isBefore(new PageCursor(NOON, "a"))).isTrue();
        assertThat(end.isBefore(end)).isFalse();
        assertThat(end.isBefore(new PageCursor(NOON, "c"))).isFalse();
        assertThat(end.isBefore(new PageCursor(NOON.plusMillis(1), "a"))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"nonsense", "AAAA", "", "%%%", "MjAyNi0xMS0yMFQxMjowMDowMFo"})
    void what_is_no_cursor_is_refused(String text) {
        assertThatExceptionOfType(Refusal.class).isThrownBy(() -> PageCursor.of(text));
    }
}
