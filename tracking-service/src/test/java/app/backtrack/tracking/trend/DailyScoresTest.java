package app.backtrack.tracking.trend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.backtrack.events.PainContext;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class DailyScoresTest {

    private static final LocalDate DAY = LocalDate.of(2026, 11, 1);
    private static final Window WINDOW = new Window(Diary.UNTIL, 4);

    @Test
    void a_days_value_is_the_mean_of_its_scores() {
        DailySeries series = DailySeries.of(
                PainContext.NOW,
                List.of(
                        new DailyValue(DAY.plusDays(1), 7, 1),
                        new DailyValue(DAY, 4, 1),
                        new DailyValue(DAY, 5, 1),
                        new DailyValue(DAY, 5, 1)));

        assertThat(series.days()).containsExactly(new DailyValue(DAY, 14, 3), new DailyValue(DAY.plusDays(1), 7, 1));
        assertThat(series.days().getFirst().mean()).isEqualTo(14.0 / 3);
    }

    @Property(tries = 100)
    void the_order_in_which_scores_come_changes_nothing(@ForAll("diaries") String diary, @ForAll Random random) {
        List<DailyValue> shuffled = new ArrayList<>(Diary.of(diary).days());
        Collections.shuffle(shuffled, random);

        DailySeries series = DailySeries.of(PainContext.AVERAGE_24H, shuffled);

        assertThat(series).isEqualTo(Diary.of(diary));
        assertThat(TrendRules.trend(series, WINDOW, null)).isEqualTo(TrendRules.trend(Diary.of(diary), WINDOW, null));
    }

    @Test
    void ten_averages_in_the_window_make_them_the_series() {
        DailyScores scores = Diary.scores(
                Diary.of(PainContext.AVERAGE_24H, "5555555555..."), Diary.of(PainContext.NOW, "3".repeat(28)));

        assertThat(scores.choose(WINDOW, null).context()).isEqualTo(PainContext.AVERAGE_24H);
    }

    @Test
    void with_nine_averages_in_the_window_momentary_scores_are_the_series() {
        String tenAveragesOneBeforeTheWindow = "5555555555" + ".".repeat(19);
        DailyScores scores = Diary.scores(
                Diary.of(PainContext.AVERAGE_24H, tenAveragesOneBeforeTheWindow), Diary.of(PainContext.NOW, "3.."));

        assertThat(scores.choose(WINDOW, null).context()).isEqualTo(PainContext.NOW);
    }

    @Test
    void a_few_averages_are_shown_rather_than_nothing() {
        DailyScores scores = Diary.scores(Diary.of(PainContext.AVERAGE_24H, "5.."));

        assertThat(scores.choose(WINDOW, null).days()).hasSize(1);
    }

    @Test
    void session_pain_is_never_the_default_but_given_where_asked_for() {
        DailyScores scores = Diary.scores(Diary.of(PainContext.DURING_EXERCISE, "5555555555555"));

        assertThat(scores.choose(WINDOW, null).days()).isEmpty();
        assertThat(scores.choose(WINDOW, PainContext.DURING_EXERCISE).days()).hasSize(13);
        assertThat(scores.choose(WINDOW, PainContext.WORST_24H)).isEqualTo(DailySeries.empty(PainContext.WORST_24H));
    }

    @Test
    void values_that_no_scores_can_make_are_refused() {
        assertThatThrownBy(() -> new DailyValue(DAY, 11, 1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new DailyValue(DAY, -1, 1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new DailyValue(DAY, 0, 0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Window(DAY, 3)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Window(DAY, 13)).isInstanceOf(IllegalArgumentException.class);
    }

    @Provide
    Arbitrary<String> diaries() {
        return Diary.any();
    }
}
