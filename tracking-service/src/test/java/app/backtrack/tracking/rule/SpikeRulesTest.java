package app.backtrack.tracking.rule;

import static app.backtrack.tracking.journal.Facts.entry;
import static app.backtrack.tracking.journal.Facts.score;
import static org.assertj.core.api.Assertions.assertThat;

import app.backtrack.events.ClinicEvent.ClinicSettings;
import app.backtrack.events.InsightRule;
import app.backtrack.events.Severity;
import app.backtrack.events.Threshold;
import app.backtrack.tracking.insight.Settings;
import app.backtrack.tracking.insight.Standing;
import app.backtrack.tracking.journal.Facts;
import app.backtrack.tracking.journal.JournalEntry;
import app.backtrack.tracking.progress.ProgressProjection;
import app.backtrack.tracking.progress.ProgressView;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class SpikeRulesTest {
    private static final LocalDate START = LocalDate.of(2026, 9, 1);
    private static final String TWO_WEEKS_OF_THREE = "3333333 3333333";

    @Test
    void two_of_three_days_two_points_above_the_median_of_the_two_weeks_before_are_a_spike() {
        List<Standing> spikes = spikes(TWO_WEEKS_OF_THREE + "355", 16);

        assertThat(spikes).hasSize(1);
        Standing spike = spikes.getFirst();
        assertThat(spike.insightId()).isEqualTo("pain-spike/1/2026-09-17");
        assertThat(spike.severity()).isEqualTo(Severity.HIGH);
        assertThat(spike.before()).isEqualTo("mild");
        assertThat(spike.numbers())
                .isEqualTo(new TreeMap<>(Map.of(
                        "median", new BigDecimal("3.00"),
                        "limit", new BigDecimal("5.00"),
                        "highest", new BigDecimal("5.00"),
                        "daysAtLimit", BigDecimal.valueOf(2))));
        assertThat(At.evidence(spike, entries(TWO_WEEKS_OF_THREE + "355"))).hasSize(17);
    }

    @Test
    void one_day_above_the_limit_is_none() {
        assertThat(spikes(TWO_WEEKS_OF_THREE + "335", 16)).isEmpty();
        assertThat(spikes(TWO_WEEKS_OF_THREE + "344", 16)).isEmpty();
    }

    @Test
    void one_day_of_seven_is_a_spike_where_the_median_is_four_at_most() {
        assertThat(spikes("4444444 4444444 447", 16)).hasSize(1);
        assertThat(spikes("4444444 4444444 446", 16)).isEmpty();
        assertThat(spikes("5555555 5555555 557", 16)).isEmpty();
    }

    @Test
    void above_a_median_of_six_and_two_thirds_the_ratio_is_the_limit_and_ten_the_highest() {
        assertThat(spikes("7777777 7777777 799", 16)).isEmpty();
        assertThat(spikes("7777777 7777777 7XX", 16)).hasSize(1);
        assertThat(spikes("9999999 9999999 9XX", 16))
                .singleElement()
                .satisfies(spike -> assertThat(spike.numbers()).containsEntry("limit", new BigDecimal("10.00")));
    }

    @Test
    void fewer_than_five_scored_days_before_say_nothing() {
        assertThat(spikes("3..3..3 ....... 999", 16)).isEmpty();
        assertThat(spikes("3..3..3 ..3..3. 999", 16)).hasSize(1);
    }

    @Test
    void a_spike_stands_since_its_first_day_and_ends_when_the_days_are_usual_again() {
        String diary = TWO_WEEKS_OF_THREE + "3555333";

        assertThat(spikes(diary, 18)).extracting(Standing::since).containsExactly(START.plusDays(16));
        assertThat(spikes(diary, 20)).isEmpty();
    }

    @Test
    void a_clinic_may_ask_for_more_points_from_a_date_on() {
        LocalDate change = START.plusDays(16);
        Settings strict = Settings.of(new ClinicSettings(
                new TreeMap<>(Map.of(Threshold.SPIKE_POINTS, new BigDecimal("3"))), null, null, null));
        Settings.ByDate changed = date -> date.isBefore(change) ? Settings.DEFAULT : strict;

        assertThat(StandingRules.standing(InsightRule.PAIN_SPIKE, moment(TWO_WEEKS_OF_THREE + "355", 16, changed)))
                .isEmpty();
        assertThat(StandingRules.standing(InsightRule.PAIN_SPIKE, moment(TWO_WEEKS_OF_THREE + "366", 16, changed)))
                .hasSize(1);
    }

    private static Moment moment(String diary, int day, Settings.ByDate settings) {
        return Moment.of(view(diary), settings, START.plusDays(day), Instant.parse("2026-09-17T12:00:00Z"));
    }

    private static List<Standing> spikes(String diary, int day) {
        return At.on(InsightRule.PAIN_SPIKE, view(diary), START.plusDays(day));
    }

    private static ProgressView view(String diary) {
        return ProgressProjection.foldAll(Prescriptions.daily(START).care(), entries(diary));
    }

    /** As {@link StandingRulesTest#entries}, with X for 10. */
    private static List<JournalEntry> entries(String diary) {
        List<JournalEntry> entries = new ArrayList<>();
        String days = diary.replace(" ", "");
        for (int day = 0; day < days.length(); day++) {
            char points = days.charAt(day);
            if (points != '.') {
                entries.add(entry(
                        score(day + 1, 1, START.plusDays(day), points == 'X' ? 10 : Character.digit(points, 10)),
                        Facts.RECORDED));
            }
        }
        return entries;
    }
}
