package app.backtrack.tracking.insight;

import static org.assertj.core.api.Assertions.assertThat;

import app.backtrack.tracking.care.Programs;
import app.backtrack.tracking.journal.JournalEntry;
import app.backtrack.tracking.progress.ProgressProjection;
import app.backtrack.tracking.progress.ProgressView;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class StandingOverTimeTest {

    private static final LocalDate START = LocalDate.of(2026, 9, 1);

    @Property(tries = 60)
    void the_order_of_the_facts_changes_no_insight(@ForAll("diaries") String diary, @ForAll Random random) {
        List<JournalEntry> entries = InsightRulesTest.entries(diary);
        List<JournalEntry> shuffled = new ArrayList<>(entries);
        Collections.shuffle(shuffled, random);
        LocalDate today = START.plusDays(diary.length() - 1);

        assertThat(standing(fold(shuffled), today)).isEqualTo(standing(fold(entries), today));
    }

    /** Or each day would tell of the same thing anew. */
    @Property(tries = 40)
    void an_insight_that_still_stands_a_day_later_is_the_same_with_the_same_content(@ForAll("diaries") String diary) {
        ProgressView view = fold(InsightRulesTest.entries(diary));
        List<Standing> before = List.of();
        for (int day = 0; day < diary.length(); day++) {
            LocalDate today = START.plusDays(day);
            List<Standing> now = standing(view, today);
            for (Standing standing : now) {
                assertThat(standing.since().equals(today) || before.contains(standing))
                        .as("%s on %s", standing, today)
                        .isTrue();
            }
            before = now;
        }
    }

    private static List<Standing> standing(ProgressView view, LocalDate date) {
        return InsightRules.standing(view, Settings.DEFAULT, date);
    }

    private static ProgressView fold(List<JournalEntry> entries) {
        return ProgressProjection.foldAll(Programs.startingOn(START), entries);
    }

    /** Five to ten weeks that fall, rise, stay, wander or are thin. */
    @Provide
    Arbitrary<String> diaries() {
        return Arbitraries.of("8887878", "7767.77", "6.56656", "4445444", "33.3233", "1212121", "5.5.5..", "......4")
                .list()
                .ofMinSize(5)
                .ofMaxSize(10)
                .map(weeks -> String.join("", weeks));
    }
}
