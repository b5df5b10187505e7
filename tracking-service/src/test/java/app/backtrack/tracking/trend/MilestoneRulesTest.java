package app.backtrack.tracking.trend;

import static org.assertj.core.api.Assertions.assertThat;

import app.backtrack.events.PainContext;
import app.backtrack.tracking.trend.ProgramChange.Relief;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class MilestoneRulesTest {

    private static final LocalDate START = LocalDate.of(2026, 9, 1);

    /**
     * Baseline 8. The relief is 30 % from a mean of 5.6 on, which the last 7 days reach on day 19 of the program; but
     * the weeks counted back from then begin at 7.286, and only on day 22 have they come down by the 3 points that
     * matter from such a start: from 7.857 to 4.857. The mean is 4, a relief of 50 %, on the seventh day of 4.
     */
    @Test
    void each_milestone_has_the_first_date_on_which_the_last_week_reaches_it() {
        DailyScores scores = diary("8888888 7777777 5555555 4444444 4444444");

        assertThat(reached(scores, START.plusDays(34)))
                .containsExactly(
                        new Milestone(Relief.MODERATE, START.plusDays(21), PainContext.AVERAGE_24H),
                        new Milestone(Relief.SUBSTANTIAL, START.plusDays(27), PainContext.AVERAGE_24H));
    }

    @Test
    void relief_without_an_improving_trend_is_no_milestone() {
        DailyScores scores = diary("8888888 .2....2 .2");

        assertThat(reached(scores, START.plusDays(15))).isEmpty();
    }

    @Test
    void what_is_scored_later_does_not_move_a_milestone() {
        DailyScores relapsing = diary("8888888 7777777 5555555 4444444 9999999");

        assertThat(reached(relapsing, START.plusDays(34)))
                .extracting(Milestone::date)
                .containsExactly(START.plusDays(21), START.plusDays(27));
    }

    @Test
    void a_milestone_counts_once_its_date_has_come() {
        DailyScores scores = diary("8888888 7777777 5555555 4444444 4444444");

        assertThat(reached(scores, START.plusDays(20))).isEmpty();
        assertThat(reached(scores, START.plusDays(21)))
                .extracting(Milestone::date)
                .containsExactly(START.plusDays(21));
    }

    @Property(tries = 40)
    void asking_later_never_changes_a_milestone_that_was_reached(@ForAll("diaries") String diary) {
        DailyScores scores = diary(diary);
        LocalDate end = START.plusDays(diary.length());
        List<Milestone> all = reached(scores, end);

        for (LocalDate date = START; !date.isAfter(end); date = date.plusDays(7)) {
            LocalDate asked = date;
            assertThat(reached(scores, asked))
                    .containsExactlyElementsOf(all.stream()
                            .filter(milestone -> !milestone.date().isAfter(asked))
                            .toList());
        }
    }

    /** Ten averages in the first days keep the averages the default until one of them leaves the 12 weeks. */
    @Test
    void a_change_of_series_tells_of_a_milestone_with_the_date_on_which_it_was_reached() {
        DailySeries averages = series(PainContext.AVERAGE_24H, "8888888 888....");
        DailySeries now = series(PainContext.NOW, "8888888 7777777 5555555" + " 4444444".repeat(10));
        DailyScores scores = Diary.scores(averages, now);

        assertThat(reached(scores, START.plusDays(83))).isEmpty();
        assertThat(reached(scores, START.plusDays(84)))
                .containsExactly(
                        new Milestone(Relief.MODERATE, START.plusDays(21), PainContext.NOW),
                        new Milestone(Relief.SUBSTANTIAL, START.plusDays(27), PainContext.NOW));
    }

    private static List<Milestone> reached(DailyScores scores, LocalDate until) {
        return Stream.of(Relief.MODERATE, Relief.SUBSTANTIAL)
                .flatMap(mark ->
                        MilestoneRules.milestone(mark, scores, START, until, any -> Window.LONGEST_WEEKS).stream())
                .toList();
    }

    private static DailySeries series(PainContext context, String text) {
        return Diary.from(START, context, text.replace(" ", ""));
    }

    private static DailyScores diary(String text) {
        return Diary.scores(series(PainContext.AVERAGE_24H, text));
    }

    @Provide
    Arbitrary<String> diaries() {
        return Diary.any().map(end -> "8X98889" + end);
    }
}
