package app.backtrack.tracking.trend;

import static org.assertj.core.api.Assertions.assertThat;

import app.backtrack.events.PainContext;
import app.backtrack.tracking.trend.ProgramChange.Relief;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ChangesTest {

    private static final LocalDate WINDOW_START = Diary.UNTIL.minusDays(27);

    @Test
    void blocks_are_counted_back_from_the_last_day_and_say_what_they_are_worth() {
        Trend trend = trend("9 55..... 5.5.5.. 5.5.5.5 5.555.5", null);

        assertThat(trend.coverage().from()).isEqualTo(WINDOW_START);
        assertThat(trend.coverage().scoredDays()).isEqualTo(14);
        assertThat(trend.coverage().blocks())
                .extracting(block -> block.reliability().wireName())
                .containsExactly("insufficient", "provisional", "provisional", "reliable");
        assertThat(trend.coverage().blocks()).extracting(Block::scoredDays).containsExactly(2, 3, 4, 5);
        assertThat(trend.coverage().blocks()).extracting(Block::mean).containsExactly(null, 5.0, 5.0, 5.0);
    }

    @Test
    void the_window_change_is_from_the_first_week_with_a_level_to_the_last() {
        Changes changes = trend("99..... 8.8.8.. 7.7.7.7 5.555.5", null).changes();

        assertThat(changes.start()).isEqualTo(new Level(WINDOW_START.plusDays(7), WINDOW_START.plusDays(13), 3, 8));
        assertThat(changes.current()).isEqualTo(new Level(WINDOW_START.plusDays(21), Diary.UNTIL, 5, 5));
        assertThat(changes.windowChange()).isEqualTo(-3);
        assertThat(changes.programChange()).isNull();
    }

    @Test
    void the_window_change_starts_with_the_first_whole_week_of_the_program() {
        Changes changes = trend("8888888 7777777 6666666 5555555", WINDOW_START.plusDays(1))
                .changes();

        assertThat(changes.windowChange()).isEqualTo(-2);
    }

    @Test
    void the_last_week_is_never_compared_with_itself() {
        Changes changes = trend("....... ....... ....... 5555555", null).changes();

        assertThat(changes.start()).isNull();
        assertThat(changes.current()).isNotNull();
        assertThat(changes.windowChange()).isNull();
    }

    @Test
    void a_change_of_exactly_two_points_counts_as_two_whatever_binary_fractions_make_of_it() {
        Changes changes = trend("6665556 ....... ....... 4443334", null).changes();

        assertThat(changes.start()).isNotNull();
        assertThat(changes.start().mean()).isEqualTo(5.571428571);
        assertThat(changes.windowChange()).isEqualTo(-2);
    }

    @Test
    void the_baseline_is_the_first_of_four_program_weeks_with_three_scored_days_even_before_the_window() {
        String diary = "99..... 8.8...8 7777777" + "6666666 6666666 5555555 4444444";

        Changes changes = trend(diary, Diary.UNTIL.minusDays(48)).changes();

        assertThat(changes.baseline()).isEqualTo(new Level(Diary.UNTIL.minusDays(41), Diary.UNTIL.minusDays(35), 3, 8));
        assertThat(changes.programChange()).isEqualTo(new ProgramChange(-4, -50.0, Relief.SUBSTANTIAL));
    }

    @Test
    void there_is_no_baseline_after_four_thin_weeks() {
        String diary = "99..... 9.....9 9.9.... 99....." + "6666666 6666666 5555555 4444444";

        assertThat(trend(diary, Diary.UNTIL.minusDays(55)).changes().baseline()).isNull();
    }

    @Test
    void a_baseline_never_looks_beyond_the_last_day_of_the_window() {
        DailySeries series = Diary.from(Diary.UNTIL.minusDays(3), PainContext.AVERAGE_24H, "888822");

        Changes changes = TrendRules.trend(series, new Window(Diary.UNTIL, 4), Diary.UNTIL.minusDays(3))
                .changes();

        assertThat(changes.baseline()).isNotNull();
        assertThat(changes.baseline().mean()).isEqualTo(8);
    }

    @Test
    void from_a_baseline_of_zero_there_are_points_but_no_percent() {
        Changes changes = trend("0000000 0000000 1111111 2222222", WINDOW_START).changes();

        assertThat(changes.programChange()).isEqualTo(new ProgramChange(2, null, null));
    }

    @Test
    void a_program_that_starts_after_the_window_is_left_out() {
        Changes changes = trend("8888888 7777777 6666666 5555555", Diary.UNTIL.plusDays(1))
                .changes();

        assertThat(changes.windowChange()).isEqualTo(-3);
        assertThat(changes.programChange()).isNull();
    }

    @ParameterizedTest
    @CsvSource({"0,1,true", "1.99,1,true", "2,1,false", "4,1,false", "4.01,2,false", "7,2,false", "7.01,3,false"})
    void what_matters_depends_on_the_start(double start, double improvement, boolean impossible) {
        assertThat(Thresholds.forStart(start)).isEqualTo(new Thresholds(improvement, 1, 1.77, impossible));
    }

    @ParameterizedTest
    @CsvSource({"-29.99,none", "-30,moderate", "-49.99,moderate", "-50,substantial", "40,none"})
    void relief_has_words_from_thirty_and_from_fifty_percent(double percent, String word) {
        assertThat(Relief.of(percent).wireName()).isEqualTo(word);
    }

    @Test
    void variability_looks_at_successive_dates_only() {
        Variability variability = trend("2.9.... ...4646 ....... .......", null).variability();

        assertThat(variability.largestJump()).isEqualTo(2);
        assertThat(variability.standardDeviation()).isEqualTo(2.401388487);
    }

    @Test
    void one_score_has_no_variability() {
        assertThat(trend("5", null).variability()).isEqualTo(new Variability(null, null));
    }

    private static Trend trend(String diary, @Nullable LocalDate programStart) {
        return TrendRules.trend(Diary.of(diary), new Window(Diary.UNTIL, 4), programStart);
    }
}
