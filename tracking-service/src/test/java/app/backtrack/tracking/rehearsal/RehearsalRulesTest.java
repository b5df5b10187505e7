package app.backtrack.tracking.rehearsal;

import static app.backtrack.tracking.journal.Facts.entry;
import static app.backtrack.tracking.journal.Facts.score;
import static org.assertj.core.api.Assertions.assertThat;

import app.backtrack.events.AlertEvent.RedFlagClosed;
import app.backtrack.events.AlertOutcome;
import app.backtrack.events.ClinicEvent.ClinicSettings;
import app.backtrack.events.InsightRule;
import app.backtrack.events.RedFlag;
import app.backtrack.events.Threshold;
import app.backtrack.tracking.care.CareProjection;
import app.backtrack.tracking.care.CareView;
import app.backtrack.tracking.care.Programs;
import app.backtrack.tracking.insight.Settings;
import app.backtrack.tracking.insight.Standing;
import app.backtrack.tracking.journal.Facts;
import app.backtrack.tracking.journal.JournalEntry;
import app.backtrack.tracking.progress.ProgressProjection;
import app.backtrack.tracking.progress.ProgressView;
import app.backtrack.tracking.rule.StandingRules;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** The program of {@link Programs} was prescribed on 2026-11-20 at 18:30 UTC, so silence is counted from then. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class RehearsalRulesTest {
    private static final LocalDate START = LocalDate.of(2026, 9, 1);
    private static final LocalDate PRESCRIBED = LocalDate.of(2026, 11, 20);

    @Test
    void a_spike_would_have_fired_on_each_first_day() {
        String twice = "33333333333333" + "355" + "3333333333333" + "66";

        assertThat(fired(InsightRule.PAIN_SPIKE, twice, Settings.ByDate.SHIPPED, 0, 60))
                .containsExactly(START.plusDays(16), START.plusDays(31));
        assertThat(fired(InsightRule.PAIN_SPIKE, twice, with(Threshold.SPIKE_POINTS, "3"), 0, 60))
                .containsExactly(START.plusDays(31));
        assertThat(fired(InsightRule.PAIN_SPIKE, twice, Settings.ByDate.SHIPPED, 17, 60))
                .containsExactly(START.plusDays(31));
    }

    @Test
    void silences_go_by_when_things_were_recorded() {
        List<JournalEntry> journal = List.of(
                recorded(1, PRESCRIBED.plusDays(1), 8),
                recorded(2, PRESCRIBED.plusDays(4), 8),
                recorded(3, PRESCRIBED.plusDays(5), 8));
        ProgressView view = view(journal);

        // From the 21st 08:00 to the 24th 08:00, and from the 25th on.
        assertThat(RehearsalRules.fired(
                        InsightRule.SILENCE,
                        view,
                        journal,
                        Settings.ByDate.SHIPPED,
                        PRESCRIBED,
                        PRESCRIBED.plusDays(9)))
                .containsExactly(LocalDate.of(2026, 11, 23));
        assertThat(RehearsalRules.fired(
                        InsightRule.SILENCE,
                        view,
                        journal,
                        with(Threshold.SILENCE_HOURS, "72"),
                        PRESCRIBED,
                        PRESCRIBED.plusDays(9)))
                .isEmpty();
    }

    @Test
    void a_red_flag_that_was_closed_since_would_have_fired_all_the_same() {
        CareView closed = CareProjection.apply(
                Programs.startingOn(START),
                new RedFlagClosed("red-flag/1/2026-09-03", List.of(Facts.id(1)), AlertOutcome.REFERRED, null),
                "alert/1",
                Facts.RECORDED);
        ProgressView view = ProgressProjection.foldAll(
                closed, List.of(entry(Facts.screen(1, 1, START.plusDays(2), RedFlag.SADDLE_NUMBNESS))));

        assertThat(RehearsalRules.fired(
                        InsightRule.RED_FLAG, view, List.of(), Settings.ByDate.SHIPPED, START, START.plusDays(9)))
                .containsExactly(START.plusDays(2));
    }

    /** Or going from run to run would leave some out. */
    @Property(tries = 60)
    void what_would_have_fired_is_what_stood_anew_on_some_day(@ForAll("diaries") String diary) {
        ProgressView view = view(entries(diary));
        for (InsightRule rule : List.of(
                InsightRule.TREND_WORSENING,
                InsightRule.PAIN_SPIKE,
                InsightRule.ADHERENCE_LAPSE,
                InsightRule.REVIEW_DUE,
                InsightRule.NO_MEANINGFUL_CHANGE)) {
            Collection<LocalDate> daily = new TreeSet<>();
            for (int day = 0; day < diary.length(); day++) {
                LocalDate date = START.plusDays(day);
                StandingRules.standing(view, Settings.ByDate.SHIPPED, date, noon(date)).stream()
                        .filter(one -> one.rule() == rule)
                        .map(Standing::since)
                        .forEach(daily::add);
            }

            assertThat(fired(rule, diary, Settings.ByDate.SHIPPED, 0, diary.length() - 1))
                    .as(rule.wireName())
                    .containsExactlyElementsOf(daily);
        }
    }

    private static List<LocalDate> fired(
            InsightRule rule, String diary, Settings.ByDate settings, int fromDay, int throughDay) {
        return RehearsalRules.fired(
                rule, view(entries(diary)), List.of(), settings, START.plusDays(fromDay), START.plusDays(throughDay));
    }

    private static Settings.ByDate with(Threshold threshold, String value) {
        Settings settings = Settings.of(
                new ClinicSettings(new TreeMap<>(Map.of(threshold, new BigDecimal(value))), null, null, null));
        return date -> settings;
    }

    private static ProgressView view(List<JournalEntry> journal) {
        return ProgressProjection.foldAll(Programs.startingOn(START), journal);
    }

    private static List<JournalEntry> entries(String diary) {
        List<JournalEntry> entries = new ArrayList<>();
        for (int day = 0; day < diary.length(); day++) {
            if (diary.charAt(day) != '.') {
                entries.add(entry(score(day + 1, 1, START.plusDays(day), Character.digit(diary.charAt(day), 10))));
            }
        }
        return entries;
    }

    private static JournalEntry recorded(int n, LocalDate date, int hour) {
        return entry(score(n, 1, date, 4), date.atTime(LocalTime.of(hour, 0)).toInstant(ZoneOffset.UTC));
    }

    private static Instant noon(LocalDate date) {
        return date.atTime(12, 0).toInstant(ZoneOffset.UTC);
    }

    @Provide
    Arbitrary<String> diaries() {
        return Arbitraries.of("3333333", "3355333", "4445444", "5556565", "5.5.5..", "......4", "2345678", "3333899")
                .list()
                .ofMinSize(5)
                .ofMaxSize(9)
                .map(weeks -> String.join("", weeks));
    }
}
