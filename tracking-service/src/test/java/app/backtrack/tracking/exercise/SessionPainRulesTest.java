package app.backtrack.tracking.exercise;

import static app.backtrack.events.PainContext.AFTER_SESSION;
import static app.backtrack.events.PainContext.BEFORE_SESSION;
import static app.backtrack.events.PainContext.NOW;
import static app.backtrack.tracking.exercise.Workbook.day;
import static app.backtrack.tracking.exercise.Workbook.item;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import app.backtrack.events.ProgramEvent.Frequency;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class SessionPainRulesTest {

    /**
     * Differences −2, −1, 0, −1, −1: mean −1, standard deviation √0.5, error √(0.5/5) = 0.3162, and t for 4 degrees of
     * freedom is 2.776: −1 ± 0.878.
     */
    @Test
    void five_days_by_hand() {
        Workbook book = book();
        int[] after = {3, 4, 5, 4, 4};
        for (int i = 0; i < after.length; i++) {
            book.pain(i + 1, BEFORE_SESSION, 5).pain(i + 1, AFTER_SESSION, after[i]);
        }

        SessionPain pain = pain(book);

        assertThat(pain.days()).isEqualTo(5);
        assertThat(pain.meanDifference()).isEqualTo(-1);
        assertThat(requireNonNull(pain.interval()).lower()).isCloseTo(-1.878, within(0.0005));
        assertThat(pain.interval().upper()).isCloseTo(-0.122, within(0.0005));
        assertThat(pain.daysMissing()).isZero();
    }

    @Test
    void only_days_with_both_count_and_other_contexts_never_do() {
        Workbook book = book().pain(1, BEFORE_SESSION, 5)
                .pain(2, AFTER_SESSION, 3)
                .pain(3, NOW, 9)
                .pain(3, AFTER_SESSION, 2)
                .pain(4, BEFORE_SESSION, 4)
                .pain(4, BEFORE_SESSION, 5)
                .pain(4, AFTER_SESSION, 6);

        SessionPain pain = pain(book);

        assertThat(pain.points()).containsExactly(new SessionPain.SessionPainDay(day(4), 4.5, 6));
        assertThat(pain.meanDifference()).isEqualTo(1.5);
        assertThat(pain.interval()).isNull();
        assertThat(pain.daysMissing()).isEqualTo(4);
    }

    @Test
    void without_a_day_there_is_no_difference() {
        assertThat(pain(book()).meanDifference()).isNull();
        assertThat(pain(book()).daysMissing()).isEqualTo(5);
    }

    private static Workbook book() {
        return Workbook.of(item("bridge", Frequency.daily()));
    }

    private static SessionPain pain(Workbook book) {
        return SessionPainRules.of(book.view(), day(1), day(42));
    }
}
