package app.backtrack.tracking.progress;

import static app.backtrack.tracking.journal.Facts.entry;
import static app.backtrack.tracking.journal.Facts.score;
import static app.backtrack.tracking.journal.Facts.scoreRetracted;
import static app.backtrack.tracking.journal.Facts.screen;
import static app.backtrack.tracking.journal.Facts.session;
import static app.backtrack.tracking.journal.Facts.sessionRetracted;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.backtrack.events.EventJson;
import app.backtrack.events.PainContext;
import app.backtrack.events.RedFlag;
import app.backtrack.tracking.care.CareView;
import app.backtrack.tracking.journal.Facts;
import app.backtrack.tracking.journal.IsoWeek;
import app.backtrack.tracking.journal.JournalEntry;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ProgressProjectionTest {

    /** A Monday, in 2026-W47. */
    private static final LocalDate MONDAY = LocalDate.of(2026, 11, 16);

    private static final LocalDate NEXT_WEEK = MONDAY.plusDays(7);

    private final JournalModel journal = new JournalModel();

    /** The hints are CRC-32 over kind, ~ and id, worked out with another tool. */
    @Test
    void a_view_reads_as_written_here_by_hand() {
        deliver(
                entry(score(1, 1, MONDAY, 4)),
                entry(score(2, 1, MONDAY, 7)),
                entry(score(3, 1, MONDAY, PainContext.NOW, 3)),
                entry(session(4, 1, MONDAY)),
                entry(screen(5, 1, MONDAY.plusDays(1), RedFlag.CONSTANT_NIGHT_PAIN, RedFlag.SADDLE_NUMBNESS)),
                entry(scoreRetracted(6, 2)));

        assertThat(json(journal.view())).isEqualTo("""
                {"care":{"closures":{},"patient":{"admissions":[],"teams":[],"zones":[]},"programs":{}},\
                "weeks":{"2026-W47":{"days":{\
                "2026-11-16":{"pain":{"now":{"count":1,"sum":3},"average-24h":{"count":2,"sum":11}},\
                "reports":{"careTime":{},"flares":{},"habits":{},"questionnaires":{},"screens":{},"selfChecks":{},\
                "sessions":{"01990000-0000-7000-8000-000000000004":{"exercises":[{"exercise":"bridge",\
                "work":{"both":{"reps":10,"sets":1}}}],"revision":1,"skipped":[]}}}},\
                "2026-11-17":{"pain":{},"reports":{"careTime":{},"flares":{},"habits":{},"questionnaires":{},\
                "screens":{"01990000-0000-7000-8000-000000000005":["saddle-numbness","constant-night-pain"]},\
                "selfChecks":{},"sessions":{}}}},\
                "hints":["02e10b21","51513f3a","9be85a9b","d4dfc182","ecef6a0d"],\
                "lastHeard":"2026-11-20T18:30:00Z"}}}""");
    }

    @Test
    void a_fact_counts_on_the_date_of_its_winning_revision_only() {
        deliver(entry(score(1, 1, MONDAY, 4)));
        deliver(entry(score(1, 2, NEXT_WEEK, 6)));

        assertThat(day(MONDAY)).isNull();
        assertThat(day(NEXT_WEEK)).isEqualTo(pain(6, 1));
    }

    @Test
    void a_correction_that_comes_before_its_original_stands() {
        deliver(entry(score(1, 2, NEXT_WEEK, 6)));
        deliver(entry(score(1, 1, MONDAY, 4)));

        assertThat(day(MONDAY)).isNull();
        assertThat(day(NEXT_WEEK)).isEqualTo(pain(6, 1));
    }

    @Test
    void a_retraction_takes_a_fact_out_wherever_a_correction_had_moved_it() {
        deliver(entry(score(1, 1, MONDAY, 4)), entry(session(2, 1, MONDAY)));
        deliver(entry(score(1, 2, NEXT_WEEK, 6)));
        deliver(entry(scoreRetracted(1, 3)), entry(sessionRetracted(2, 2)));

        assertThat(day(MONDAY)).isNull();
        assertThat(day(NEXT_WEEK)).isNull();
    }

    @Test
    void of_two_first_revisions_in_different_weeks_one_counts_even_when_only_the_other_week_is_folded_again() {
        JournalEntry one = entry(score(1, 1, MONDAY, 4));
        JournalEntry other = entry(score(1, 1, NEXT_WEEK, 5));
        deliver(one);
        deliver(other);
        deliver(entry(score(2, 1, MONDAY, 9)));
        deliver(entry(score(3, 1, NEXT_WEEK, 9)));

        DayView monday = day(MONDAY);
        DayView nextWeek = day(NEXT_WEEK);
        assertThat(monday).isNotNull();
        assertThat(nextWeek).isNotNull();
        assertThat(List.of(monday, nextWeek))
                .containsAnyOf(pain(13, 2), pain(14, 2))
                .contains(pain(9, 1));
    }

    @Test
    void a_positive_screen_stands_whatever_its_later_revisions_say() {
        deliver(entry(screen(1, 1, MONDAY, RedFlag.SADDLE_NUMBNESS)));
        deliver(entry(screen(1, 2, MONDAY)));
        deliver(entry(Facts.screenRetracted(1, 3)));

        DayView day = day(MONDAY);
        assertThat(day).isNotNull();
        assertThat(day.redFlags()).containsExactly(RedFlag.SADDLE_NUMBNESS);
    }

    @Test
    void touched_are_the_weeks_of_the_entries_and_those_that_the_same_facts_are_dated_in() {
        deliver(entry(score(1, 1, MONDAY, 4)), entry(score(2, 1, MONDAY.plusDays(21), 4)));

        assertThat(ProgressProjection.touchedWeeks(journal.view(), List.of(entry(score(1, 2, NEXT_WEEK, 5)))))
                .containsExactly("2026-W47", "2026-W48");
        assertThat(ProgressProjection.touchedWeeks(journal.view(), List.of(entry(scoreRetracted(1, 2)))))
                .containsExactly("2026-W47");
        assertThat(ProgressProjection.touchedWeeks(journal.view(), List.of(entry(scoreRetracted(9, 2)))))
                .isEmpty();
    }

    @Test
    void a_week_is_folded_together_with_all_that_it_is_linked_with() {
        deliver(entry(score(1, 1, MONDAY, 4)), entry(score(1, 2, NEXT_WEEK, 4)));
        deliver(entry(score(2, 1, NEXT_WEEK, 4)), entry(score(2, 2, NEXT_WEEK.plusDays(7), 4)));
        deliver(entry(score(3, 1, NEXT_WEEK.plusDays(14), 4)));

        assertThat(ProgressProjection.linkedWeeks(journal.view(), List.of("2026-W47")))
                .containsExactly("2026-W47", "2026-W48", "2026-W49");
    }

    @Test
    void an_entry_under_a_week_that_is_not_its_own_is_a_bug_and_refused() {
        Map<String, List<JournalEntry>> wrong = Map.of("2026-W46", List.of(entry(score(1, 1, MONDAY, 4))));

        assertThatThrownBy(() -> ProgressProjection.refold(ProgressView.EMPTY, wrong, List.of()))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void as_of_an_instant_only_what_was_recorded_by_then_counts() {
        List<JournalEntry> entries = List.of(
                entry(score(1, 1, MONDAY, 4), Facts.RECORDED),
                entry(score(1, 2, MONDAY, 8), Facts.RECORDED.plusSeconds(60)));

        assertThat(ProgressProjection.foldAsOf(CareView.EMPTY, entries, Facts.RECORDED)
                        .weeks())
                .hasEntrySatisfying("2026-W47", week -> assertThat(week.days()).containsEntry(MONDAY, pain(4, 1)));
        assertThat(ProgressProjection.foldAsOf(CareView.EMPTY, entries, Facts.RECORDED.minusMillis(1)))
                .isEqualTo(ProgressView.EMPTY);
    }

    private void deliver(JournalEntry... batch) {
        journal.deliver(List.of(batch));
    }

    private @Nullable DayView day(LocalDate date) {
        WeekView week = journal.view().weeks().get(IsoWeek.of(date));
        return week == null ? null : week.days().get(date);
    }

    private static DayView pain(int sum, int count) {
        return new DayView(new TreeMap<>(Map.of(PainContext.AVERAGE_24H, new ScoreSum(sum, count))), null);
    }

    private static String json(ProgressView view) {
        return new String(EventJson.write(view), UTF_8);
    }
}
