package app.backtrack.tracking.journal;

import static app.backtrack.tracking.journal.Facts.entry;
import static app.backtrack.tracking.journal.Facts.score;
import static app.backtrack.tracking.journal.Facts.scoreRetracted;
import static org.assertj.core.api.Assertions.assertThat;

import app.backtrack.events.EventJson;
import app.backtrack.events.FactEvent;
import app.backtrack.events.FactKind;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class JournalRulesTest {

    private static final LocalDate DAY = LocalDate.of(2026, 11, 16);

    @Test
    void the_highest_revision_wins_in_whatever_order_they_arrive() {
        JournalEntry original = entry(score(1, 1, DAY, 4));
        JournalEntry correction = entry(score(1, 2, DAY, 5));
        JournalEntry retraction = entry(scoreRetracted(1, 3));

        assertThat(history(retraction, original, correction))
                .isEqualTo(history(correction, retraction, original))
                .isEqualTo(new FactHistory(List.of(original, correction, retraction), false));
    }

    @Test
    void a_later_revision_takes_a_retraction_back() {
        JournalEntry retraction = entry(scoreRetracted(1, 2));
        JournalEntry restored = entry(score(1, 3, DAY, 5));

        assertThat(history(restored, retraction).winner()).isEqualTo(restored);
    }

    @Test
    void at_equal_revisions_a_report_beats_a_retraction_and_that_is_a_conflict() {
        JournalEntry correction = entry(score(1, 2, DAY, 5));
        JournalEntry retraction = entry(scoreRetracted(1, 2));

        FactHistory history = history(correction, retraction);

        assertThat(history.winner()).isEqualTo(correction);
        assertThat(history.conflict()).isTrue();
    }

    @Test
    void at_equal_revisions_the_greater_content_hash_wins() {
        FactEvent four = score(1, 1, DAY, 4);
        FactEvent five = score(1, 1, DAY, 5);
        FactEvent greater = EventJson.contentHash(four).compareTo(EventJson.contentHash(five)) > 0 ? four : five;

        assertThat(history(entry(four), entry(five)).winner().fact()).isEqualTo(greater);
        assertThat(history(entry(five), entry(four)).winner().fact()).isEqualTo(greater);
        assertThat(history(entry(five), entry(four)).conflict()).isTrue();
    }

    @Test
    void what_arrives_twice_is_one_entry_as_it_was_first_taken_in() {
        JournalEntry first = entry(score(1, 1, DAY, 4), Facts.RECORDED);
        JournalEntry again = entry(score(1, 1, DAY, 4), Facts.RECORDED.plusSeconds(60));

        assertThat(history(again, first, again)).isEqualTo(new FactHistory(List.of(first), false));
    }

    @Test
    void facts_of_one_id_and_different_kinds_are_different_facts() {
        List<JournalEntry> entries = List.of(entry(score(1, 1, DAY, 4)), entry(Facts.session(1, 1, DAY)));

        assertThat(JournalRules.resolve(entries))
                .containsOnlyKeys(
                        new FactKey(FactKind.PAIN_SCORE, Facts.id(1)), new FactKey(FactKind.SESSION, Facts.id(1)));
    }

    @Test
    void an_event_key_can_name_a_member_of_a_document_and_tells_contents_apart() {
        JournalEntry four = entry(score(1, 1, DAY, 4));

        assertThat(four.key())
                .matches("pain-score~01990000-0000-7000-8000-000000000001~1~[0-9a-f]{24}")
                .isEqualTo(entry(score(1, 1, DAY, 4), Facts.RECORDED.plusSeconds(60))
                        .key())
                .isNotEqualTo(entry(score(1, 1, DAY, 5)).key());
    }

    @Test
    void only_first_reports_lie_in_a_week_of_the_journal() {
        assertThat(entry(score(1, 1, DAY, 4)).amends()).isFalse();
        assertThat(entry(score(1, 2, DAY, 4)).amends()).isTrue();
        assertThat(entry(scoreRetracted(1, 1)).amends()).isTrue();
        assertThat(entry(scoreRetracted(1, 1)).week()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-16,2026-W47",
        "2026-11-22,2026-W47",
        "2026-12-31,2026-W53",
        "2027-01-03,2026-W53",
        "2027-01-04,2027-W01",
        "2024-12-30,2025-W01"
    })
    void a_week_is_named_by_iso_8601(LocalDate date, String week) {
        assertThat(IsoWeek.of(date)).isEqualTo(week);
    }

    private static FactHistory history(JournalEntry... entries) {
        return JournalRules.resolve(List.of(entries)).values().iterator().next();
    }
}
