package app.backtrack.tracking.rule;

import static app.backtrack.events.InsightRule.NO_MEANINGFUL_CHANGE;
import static app.backtrack.events.InsightRule.REVIEW_DUE;
import static org.assertj.core.api.Assertions.assertThat;

import app.backtrack.events.Severity;
import app.backtrack.tracking.insight.Standing;
import app.backtrack.tracking.progress.ProgressProjection;
import app.backtrack.tracking.progress.ProgressView;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ReviewRulesTest {
    private static final LocalDate START = LocalDate.of(2026, 9, 1);
    private static final String TWELVE_WEEKS_OF_FIVE = "5555555".repeat(12);

    @Test
    void reviews_are_due_on_the_day_after_weeks_4_6_8_and_12() {
        ProgressView view = view(TWELVE_WEEKS_OF_FIVE, Prescriptions.daily(START));

        assertThat(At.on(REVIEW_DUE, view, START.plusDays(27))).isEmpty();
        assertThat(At.on(REVIEW_DUE, view, START.plusDays(28)))
                .extracting(Standing::insightId)
                .containsExactly("review-due/1/2026-09-29/week-4");
        assertThat(At.on(REVIEW_DUE, view, START.plusDays(84)))
                .extracting(Standing::insightId)
                .containsExactly(
                        "review-due/1/2026-09-29/week-4",
                        "review-due/1/2026-10-13/week-6",
                        "review-due/1/2026-10-27/week-8",
                        "review-due/1/2026-11-24/week-12");
    }

    @Test
    void no_change_is_told_at_weeks_6_and_12_and_never_before() {
        ProgressView view = view(TWELVE_WEEKS_OF_FIVE, Prescriptions.daily(START));

        assertThat(At.on(NO_MEANINGFUL_CHANGE, view, START.plusDays(41))).isEmpty();
        assertThat(At.on(NO_MEANINGFUL_CHANGE, view, START.plusDays(42)))
                .singleElement()
                .satisfies(none -> {
                    assertThat(none.about()).isEqualTo("week-6");
                    assertThat(none.severity()).isEqualTo(Severity.MEDIUM);
                    assertThat(none.before()).isEqualTo("no-meaningful-change");
                    assertThat(none.numbers())
                            .containsEntry("baseline", new BigDecimal("5.00"))
                            .containsEntry("current", new BigDecimal("5.00"))
                            .containsEntry("programChange", new BigDecimal("0.00"))
                            .containsEntry("meaningfulChange", new BigDecimal("2.00"))
                            .doesNotContainKey("daysNeeded");
                });
        assertThat(At.on(NO_MEANINGFUL_CHANGE, view, START.plusDays(84)))
                .extracting(Standing::about)
                .containsExactly("week-6", "week-12");
    }

    /** From 5 it takes two points; from 8 three, or moderate relief: 30 percent are 2.4 points. */
    @Test
    void a_change_that_matters_to_the_patient_is_not_told_of_as_none() {
        assertThat(noChangeAtWeekSix("5", "4")).isTrue();
        assertThat(noChangeAtWeekSix("5", "3")).isFalse();
        assertThat(noChangeAtWeekSix("8", "6")).isTrue();
        assertThat(noChangeAtWeekSix("8", "5")).isFalse();
        assertThat(noChangeAtWeekSix("5", "7")).isTrue();
        assertThat(noChangeAtWeekSix("0", "0")).isFalse();
    }

    @Test
    void a_thin_diary_is_said_to_be_thin_and_not_to_lack_a_change() {
        ProgressView view = view("5......".repeat(6), Prescriptions.daily(START));

        assertThat(At.on(NO_MEANINGFUL_CHANGE, view, START.plusDays(42))).isEmpty();
        assertThat(At.on(REVIEW_DUE, view, START.plusDays(42)).getLast()).satisfies(review -> {
            assertThat(review.numbers()).containsKey("daysNeeded").doesNotContainKey("programChange");
            assertThat(review.before()).isEqualTo("too-few-days");
        });
    }

    @Test
    void a_program_that_ended_before_has_no_review() {
        assertThat(At.on(
                        REVIEW_DUE,
                        view(TWELVE_WEEKS_OF_FIVE, Prescriptions.daily(START).stoppedFrom(27)),
                        START.plusDays(84)))
                .isEmpty();
        assertThat(At.on(
                        REVIEW_DUE,
                        view(TWELVE_WEEKS_OF_FIVE, Prescriptions.daily(START).dischargedOn(30)),
                        START.plusDays(84)))
                .hasSize(1);
    }

    private static boolean noChangeAtWeekSix(String first, String then) {
        ProgressView view = view(first.repeat(7) + then.repeat(35), Prescriptions.daily(START));
        return !At.on(NO_MEANINGFUL_CHANGE, view, START.plusDays(42)).isEmpty();
    }

    private static ProgressView view(String diary, Prescriptions prescriptions) {
        return ProgressProjection.foldAll(prescriptions.care(), StandingRulesTest.entries(diary));
    }
}
