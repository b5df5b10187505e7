package app.backtrack.tracking.trend;

import static org.assertj.core.api.Assertions.assertThat;

import app.backtrack.tracking.statistics.Interval;
import app.backtrack.tracking.trend.Finding.Reason;
import app.backtrack.tracking.trend.ProgramChange.Relief;
import net.jqwik.api.Arbitraries;
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
class VerdictTest {

    private static final Thresholds FROM_SIX = Thresholds.forStart(6);

    /** The worked example: 8/10 at the start of the program, 1–2/10 in week 10. */
    @Test
    void from_eight_to_one_or_two_in_week_ten_is_improving_and_substantial() {
        String tenWeeks = "8888888 8788788 7.77877 6766.67 6556656 5545.54 4444544 3433433 23323.2 1212121";

        Trend trend = TrendRules.trend(Diary.of(tenWeeks), new Window(Diary.UNTIL, 10), Diary.UNTIL.minusDays(69));

        assertThat(trend.finding()).isEqualTo(Finding.of(Verdict.IMPROVING));
        ProgramChange change = trend.changes().programChange();
        assertThat(change).isNotNull();
        assertThat(change.relief()).isEqualTo(Relief.SUBSTANTIAL);
        assertThat(change.points()).isEqualTo(-6.571428571);
        assertThat(change.percent()).isEqualTo(-82.142857138);
    }

    @ParameterizedTest
    @CsvSource({
        "7676767 6665656 5555545 4444343,improving",
        "3333233 3433434 4544545 5556565,worsening",
        "8888888 8778877 7777767 7676666,changing",
        "4545454 5454545 4545454 5454545,stable",
        "5555555 5555555 5555555 5555555,stable",
        "2938172 9183729 2817392 8172938,uncertain"
    })
    void four_weeks_read_as(String diary, String verdict) {
        Trend trend = TrendRules.trend(Diary.of(diary), new Window(Diary.UNTIL, 4), null);

        assertThat(trend.finding().verdict().wireName()).isEqualTo(verdict);
        assertThat(trend.finding().daysNeeded()).isNull();
    }

    @Test
    void a_wild_diary_with_days_enough_is_not_decisive_rather_than_stable() {
        Trend trend = TrendRules.trend(Diary.of("2938172 9183729 2817392 8172938"), new Window(Diary.UNTIL, 4), null);

        assertThat(trend.finding()).isEqualTo(new Finding(Verdict.UNCERTAIN, Reason.NOT_DECISIVE, null));
    }

    @Test
    void the_corrected_interval_decides_so_mere_wandering_is_no_improvement() {
        String wandering = "6777777 6666656 5555444 4444433 3344444 4555554 4443334";

        Trend trend = TrendRules.trend(Diary.of(wandering), new Window(Diary.UNTIL, 7), null);

        assertThat(trend.slope()).isNotNull();
        assertThat(trend.slope().interval().upper()).isNegative();
        assertThat(trend.slope().correctedInterval().upper()).isNotNegative();
        assertThat(trend.direction().correctedP())
                .isGreaterThan(trend.direction().p());
        assertThat(trend.finding()).isEqualTo(Finding.notDecisive());
    }

    @Test
    void each_bound_of_the_verdicts_belongs_to_the_side_that_the_rule_says() {
        Interval down = new Interval(-1, -0.1);
        Interval up = new Interval(0.1, 1);

        assertThat(VerdictRules.decisive(down, -2, FROM_SIX, 4).verdict()).isEqualTo(Verdict.IMPROVING);
        assertThat(VerdictRules.decisive(down, -1.99, FROM_SIX, 4).verdict()).isEqualTo(Verdict.CHANGING);
        assertThat(VerdictRules.decisive(new Interval(-1, 0), -5, FROM_SIX, 4).verdict())
                .isEqualTo(Verdict.UNCERTAIN);
        assertThat(VerdictRules.decisive(up, 1, FROM_SIX, 4).verdict()).isEqualTo(Verdict.WORSENING);
        assertThat(VerdictRules.decisive(up, 0.99, FROM_SIX, 4).verdict()).isEqualTo(Verdict.CHANGING);
        assertThat(VerdictRules.decisive(down, 3, FROM_SIX, 4).verdict()).isEqualTo(Verdict.CHANGING);
    }

    @Test
    void stable_rules_out_any_change_that_matters_over_the_span_of_the_scores() {
        assertThat(VerdictRules.decisive(new Interval(-0.49, 0.24), 0, FROM_SIX, 4)
                        .verdict())
                .isEqualTo(Verdict.STABLE);
        assertThat(VerdictRules.decisive(new Interval(-0.5, 0.24), 0, FROM_SIX, 4)
                        .verdict())
                .isEqualTo(Verdict.UNCERTAIN);
        assertThat(VerdictRules.decisive(new Interval(-0.49, 0.25), 0, FROM_SIX, 4)
                        .verdict())
                .isEqualTo(Verdict.UNCERTAIN);
    }

    @Property(tries = 300)
    void there_is_never_a_verdict_on_thin_data(
            @ForAll("diaries") String diary, @ForAll @IntRange(min = 4, max = 12) int weeks) {
        Trend trend = TrendRules.trend(Diary.of(diary), new Window(Diary.UNTIL, weeks), null);

        long reliable = trend.coverage().blocks().stream()
                .filter(block -> block.reliability() == Block.Reliability.RELIABLE)
                .count();
        boolean thin = trend.coverage().scoredDays() < 10
                || reliable < 2
                || trend.changes().start() == null
                || trend.changes().current() == null;

        Reason reason = trend.finding().reason();
        assertThat(reason == Reason.TOO_FEW_DAYS).isEqualTo(thin);
        assertThat(trend.finding().verdict() == Verdict.UNCERTAIN).isEqualTo(reason != null);
        assertThat(trend.finding().daysNeeded() != null).isEqualTo(thin);
    }

    @Property(tries = 150)
    void a_diary_turned_over_has_its_slope_turned_over(@ForAll("diaries") String diary) {
        DailySeries series = Diary.of(diary);
        DailySeries mirrored = DailySeries.of(
                series.context(),
                series.days().stream()
                        .map(day -> new DailyValue(day.date(), 10 - day.sum(), 1))
                        .toList());
        Window window = new Window(Diary.UNTIL, 8);

        Slope slope = TrendRules.trend(series, window, null).slope();
        Slope turned = TrendRules.trend(mirrored, window, null).slope();

        if (slope == null) {
            assertThat(turned).isNull();
        } else {
            assertThat(turned).isNotNull();
            assertThat(turned.pointsPerWeek()).isEqualTo(0.0 - slope.pointsPerWeek());
            assertThat(turned.correctedInterval()).isEqualTo(turnedOver(slope));
        }
    }

    private static Interval turnedOver(Slope slope) {
        Interval interval = slope.correctedInterval();
        return new Interval(0.0 - interval.upper(), 0.0 - interval.lower());
    }

    @Provide
    Arbitrary<String> diaries() {
        return Arbitraries.oneOf(Diary.any(), Diary.any().map(diary -> diary + "4544.54" + diary));
    }
}
