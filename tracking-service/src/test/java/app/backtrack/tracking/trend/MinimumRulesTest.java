package app.backtrack.tracking.trend;

import static org.assertj.core.api.Assertions.assertThat;

import app.backtrack.events.PainContext;
import app.backtrack.tracking.trend.Finding.Reason;
import java.time.LocalDate;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class MinimumRulesTest {

    /**
     * By hand: nothing scored needs 12 days, 5 in the week before the last and 7 in the last. A patient with two scores
     * a week needs 7 and 4, and the week of 4 then still has one old score. Ten days in a row reach back into the week
     * before the last with 3, so 2 more days make it 5. After a silent week 3 days give a current level again.
     */
    @ParameterizedTest
    @CsvSource({
        "....... ....... ....... .......,12",
        "5..5... 5..5... .5..5.. .5..5..,11",
        "....... ....... ....555 5555555,2",
        "....... ....... ..55555 ..55555,0",
        "5555555 5555555 5555555 .......,3",
        "5555555 5555555 5555555 ...5..5,1"
    })
    void the_fewest_further_days_are(String diary, int needed) {
        Trend trend = TrendRules.trend(Diary.of(diary), new Window(Diary.UNTIL, 4), null);

        assertThat(trend.finding().daysNeeded()).isEqualTo(needed == 0 ? null : Integer.valueOf(needed));
        assertThat(trend.finding().reason() == Reason.TOO_FEW_DAYS).isEqualTo(needed > 0);
    }

    @Test
    void a_program_that_starts_today_needs_two_weeks_of_its_own_however_much_was_scored_before_it() {
        String diary = "5".repeat(28);

        Trend trend = TrendRules.trend(Diary.of(diary), new Window(Diary.UNTIL, 4), Diary.UNTIL);

        assertThat(trend.finding()).isEqualTo(Finding.tooFewDays(13));
    }

    @Property(tries = 200)
    void one_day_less_is_too_few_and_that_many_are_enough(
            @ForAll("diaries") String diary,
            @ForAll @IntRange(min = 4, max = 12) int weeks,
            @ForAll @IntRange(min = 0, max = 90) int programDay) {
        LocalDate programStart = Diary.UNTIL.minusDays(programDay);
        Integer needed = after(0, diary, weeks, programStart).daysNeeded();
        if (needed == null) {
            return;
        }
        assertThat(needed).isBetween(1, 13);
        for (int further = 1; further < needed; further++) {
            assertThat(after(further, diary, weeks, programStart).daysNeeded()).isNotNull();
        }
        assertThat(after(needed, diary, weeks, programStart).daysNeeded()).isNull();
    }

    /** The finding when each of the next {@code further} days is scored. */
    private static Finding after(int further, String diary, int weeks, LocalDate programStart) {
        LocalDate first = Diary.UNTIL.minusDays(diary.length() - 1);
        DailySeries series = Diary.from(first, PainContext.AVERAGE_24H, diary + "4".repeat(further));
        Window window = new Window(Diary.UNTIL.plusDays(further), weeks);
        return TrendRules.trend(series, window, programStart).finding();
    }

    @Provide
    Arbitrary<String> diaries() {
        return Diary.any();
    }
}
