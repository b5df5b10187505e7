package app.backtrack.tracking.progression;

import static app.backtrack.events.ExerciseSide.BOTH;
import static app.backtrack.events.ExerciseSide.LEFT;
import static app.backtrack.events.ExerciseSide.RIGHT;
import static app.backtrack.tracking.exercise.Workbook.day;
import static app.backtrack.tracking.exercise.Workbook.done;
import static app.backtrack.tracking.exercise.Workbook.item;
import static app.backtrack.tracking.exercise.Workbook.sessionEvent;
import static app.backtrack.tracking.exercise.Workbook.set;
import static org.assertj.core.api.Assertions.assertThat;

import app.backtrack.events.ClinicEvent.ClinicSettings;
import app.backtrack.events.ProgramEvent.Frequency;
import app.backtrack.events.ProgramEvent.PlannedExercise;
import app.backtrack.events.ProgramEvent.Range;
import app.backtrack.events.ProgramEvent.Sides;
import app.backtrack.events.RedFlag;
import app.backtrack.events.SessionEvent.ExerciseDone;
import app.backtrack.events.SideRule;
import app.backtrack.events.Threshold;
import app.backtrack.tracking.exercise.Workbook;
import app.backtrack.tracking.journal.Facts;
import app.backtrack.tracking.progression.Advice.AdviceReason;
import app.backtrack.tracking.progression.Advice.AdviceRule;
import app.backtrack.tracking.progression.Advice.DoseMeasure;
import app.backtrack.tracking.progression.Advice.DoseStep;
import app.backtrack.tracking.progression.Advice.Suggestion;
import app.backtrack.tracking.progression.Progression.Withheld;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ProgressionRulesTest {
    private static final Range REPS = new Range(8, 12);

    @Test
    void more_repetitions_within_the_range_come_first() {
        Workbook book = Workbook.of(curl(REPS, null, 5_000))
                .did(1, reps(8, 5_000, 9, 9))
                .did(2, reps(10, 5_000, 6, 3))
                .did(3, reps(11, 5_000, 5, 2))
                .did(4, reps(10, 5_000, 4, 0));

        Advice advice = only(book, 5);

        assertThat(advice.rule()).isEqualTo(AdviceRule.NEXT_STEP);
        assertThat(advice.ruleVersion()).isEqualTo(1);
        assertThat(advice.suggestion()).isEqualTo(Suggestion.NEXT_STEP);
        assertThat(advice.because()).isEqualTo(AdviceReason.WITHIN_LIMITS);
        assertThat(advice.step()).isEqualTo(new DoseStep(DoseMeasure.REPS, null, 10, new Range(11, 12)));
        assertThat(advice.evidence()).containsExactly(sessionEvent(2), sessionEvent(3), sessionEvent(4));
        assertThat(advice.numbers())
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        "sessions", number(3),
                        "sessionsWanted", number(3),
                        "daysSinceLast", number(1),
                        "worstPain", number(3),
                        "painLimit", number(3),
                        "highestEffort", number(6),
                        "effortLimit", number(6)));
    }

    @Test
    void then_a_longer_hold_within_its_range() {
        Workbook book = Workbook.of(curl(null, new Range(20, 30), null));
        for (int day = 1; day <= 3; day++) {
            book.did(day, done("curl", null, 5, 1, set(BOTH, null, 24, null), set(BOTH, null, 27, null)));
        }

        assertThat(only(book, 5).step()).isEqualTo(new DoseStep(DoseMeasure.HOLD, null, 25, new Range(26, 30)));
    }

    /** 2 to 10 % more than 5,000 g. */
    @Test
    void then_a_little_more_load() {
        Workbook book = Workbook.of(curl(REPS, null, 5_000));
        for (int day = 1; day <= 3; day++) {
            book.did(day, reps(12, 5_000, 5, 1));
        }

        assertThat(only(book, 5).step())
                .isEqualTo(new DoseStep(DoseMeasure.LOAD, null, 5_000, new Range(5_100, 5_500)));
    }

    @Test
    void a_range_that_is_used_up_is_for_a_clinician_to_widen() {
        Workbook book = Workbook.of(curl(REPS, null, null));
        for (int day = 1; day <= 3; day++) {
            book.did(day, reps(13, null, 5, 1));
        }

        Advice advice = only(book, 5);

        assertThat(advice.suggestion()).isEqualTo(Suggestion.NEXT_STEP);
        assertThat(advice.because()).isEqualTo(AdviceReason.RANGE_USED_UP);
        assertThat(advice.step()).isNull();
    }

    @Test
    void an_open_dose_has_no_step() {
        Workbook book = Workbook.of(curl(null, null, null));
        for (int day = 1; day <= 3; day++) {
            book.did(day, reps(12, null, 5, 1));
        }

        assertKept(only(book, 5), AdviceReason.DOSE_OPEN);
    }

    @ParameterizedTest
    @CsvSource({
        "10, 5000, 6, 4, PAIN_NOT_FINE",
        "10, 5000, 7, 3, EFFORT_HIGH",
        "10, 5000, , 3, NOT_SAID",
        "10, 5000, 6, , NOT_SAID",
        "7, 5000, 6, 3, DOSE_NOT_DONE",
        "10, 4999, 6, 3, DOSE_NOT_DONE",
        "10, , 6, 3, DOSE_NOT_DONE"
    })
    void one_session_out_of_the_limits_keeps_the_dose(
            int reps, @Nullable Integer load, @Nullable Integer effort, @Nullable Integer pain, AdviceReason reason) {
        Workbook book = Workbook.of(curl(REPS, null, 5_000))
                .did(1, reps(10, 5_000, 5, 1))
                .did(2, reps(reps, load, effort, pain))
                .did(3, reps(10, 5_000, 5, 1));

        assertKept(only(book, 5), reason);
    }

    @Test
    void two_sessions_are_too_few() {
        Workbook book =
                Workbook.of(curl(REPS, null, null)).did(1, reps(10, null, 5, 1)).did(2, reps(10, null, 5, 1));

        assertKept(only(book, 5), AdviceReason.TOO_FEW_SESSIONS);
    }

    @Test
    void another_dose_starts_anew_and_another_rhythm_does_not() {
        Workbook book = Workbook.of(curl(REPS, null, null));
        for (int day = 1; day <= 3; day++) {
            book.did(day, reps(10, null, 5, 1));
        }
        book.revised(4, item("curl", Frequency.timesPerWeek(3), Sides.of(SideRule.TWO_SIDED), null, REPS, null, null));
        assertThat(only(book, 5).suggestion()).isEqualTo(Suggestion.NEXT_STEP);

        book.revised(5, curl(new Range(10, 14), null, null));

        assertKept(only(book, 5), AdviceReason.TOO_FEW_SESSIONS);
    }

    @Test
    void a_stand_in_is_no_session_of_the_exercise() {
        Workbook book = Workbook.of(curl(REPS, null, null));
        for (int day = 1; day <= 3; day++) {
            book.did(day, done("curl", "bridge", 5, 1, set(BOTH, 10, null, null)));
        }

        assertKept(only(book, 5), AdviceReason.TOO_FEW_SESSIONS);
    }

    @Test
    void pain_of_six_in_the_last_session_asks_for_easing_without_saying_how_far() {
        Workbook book = Workbook.of(curl(REPS, null, 5_000))
                .did(1, reps(10, 5_000, 5, 1))
                .did(2, reps(10, 5_000, 5, 6));

        Advice advice = only(book, 5);

        assertThat(advice.rule()).isEqualTo(AdviceRule.EASING);
        assertThat(advice.suggestion()).isEqualTo(Suggestion.EASE);
        assertThat(advice.because()).isEqualTo(AdviceReason.PAIN_HIGH);
        assertThat(advice.step()).isEqualTo(new DoseStep(DoseMeasure.LOAD, null, 5_000, null));
        assertThat(advice.evidence()).containsExactly(sessionEvent(2));
        assertThat(advice.numbers())
                .containsExactlyInAnyOrderEntriesOf(Map.of("worstPain", number(6), "painLimit", number(6)));
    }

    @Test
    void pain_of_five_or_longer_ago_does_not() {
        Workbook five = Workbook.of(curl(REPS, null, null)).did(2, reps(10, null, 5, 5));
        Workbook before =
                Workbook.of(curl(REPS, null, null)).did(1, reps(10, null, 5, 8)).did(2, reps(10, null, 5, 2));

        assertThat(only(five, 5).suggestion()).isEqualTo(Suggestion.KEEP);
        assertThat(only(before, 5).suggestion()).isEqualTo(Suggestion.KEEP);
    }

    @Test
    void a_clinic_sets_its_own_limits() {
        ClinicSettings settings = new ClinicSettings(
                new TreeMap<>(Map.of(
                        Threshold.EXERCISE_PAIN_MODIFY, number(4),
                        Threshold.PROGRESSION_SESSIONS, number(2))),
                null,
                null,
                null);
        Workbook mild =
                Workbook.of(curl(REPS, null, null)).did(1, reps(10, null, 5, 1)).did(2, reps(10, null, 5, 1));
        Workbook painful = Workbook.of(curl(REPS, null, null)).did(1, reps(10, null, 5, 4));

        assertThat(ProgressionRules.of(mild.view(), settings, day(5)).advice())
                .extracting(Advice::suggestion)
                .containsExactly(Suggestion.NEXT_STEP);
        assertThat(ProgressionRules.of(painful.view(), settings, day(5)).advice())
                .extracting(Advice::suggestion)
                .containsExactly(Suggestion.EASE);
    }

    @Test
    void a_weaker_side_gets_one_more_set() {
        Workbook book = Workbook.of(sided(Sides.of(SideRule.EACH)))
                .did(1, sides(8, 10))
                .did(2, sides(9, 12))
                .did(3, sides(10, 11));

        List<Advice> advice = advice(book, 5);

        assertThat(advice).extracting(Advice::suggestion).containsExactly(Suggestion.NEXT_STEP, Suggestion.EXTRA_SETS);
        assertThat(advice.get(1).rule()).isEqualTo(AdviceRule.WEAKER_SIDE);
        assertThat(advice.get(1).step()).isEqualTo(new DoseStep(DoseMeasure.SETS, LEFT, 3, new Range(2, 4)));
        assertThat(advice.get(1).evidence()).containsExactly(sessionEvent(1), sessionEvent(2), sessionEvent(3));
        assertThat(advice.get(1).numbers()).containsEntry("percent", new BigDecimal("18.18"));
    }

    @Test
    void a_plan_that_favours_the_weaker_side_already_gets_no_more_of_it() {
        Workbook book = Workbook.of(sided(new Sides(SideRule.WEAKER_FIRST, LEFT, 2, null)))
                .held(1, "curl", 10, 20)
                .held(2, "curl", 11, 21)
                .held(3, "curl", 12, 22);

        assertThat(advice(book, 5)).extracting(Advice::suggestion).containsExactly(Suggestion.KEEP);
    }

    @Test
    void the_stronger_side_is_held_to_its_own_smaller_dose() {
        Workbook book = Workbook.of(sided(new Sides(SideRule.WEAKER_FIRST, LEFT, 2, null)));
        for (int day = 1; day <= 3; day++) {
            book.did(day, sides(9, 6));
        }

        assertThat(only(book, 5).step()).isEqualTo(new DoseStep(DoseMeasure.REPS, null, 9, new Range(10, 12)));
    }

    @Test
    void a_side_that_was_left_out_was_not_done() {
        Workbook book = Workbook.of(sided(Sides.of(SideRule.EACH)));
        for (int day = 1; day <= 3; day++) {
            book.did(day, done("curl", null, 5, 1, set(LEFT, 10, null, null)));
        }

        assertKept(only(book, 5), AdviceReason.DOSE_NOT_DONE);
    }

    @Test
    void an_open_red_flag_withholds_all() {
        Workbook book = Workbook.of(curl(REPS, null, null))
                .fact(Facts.entry(Facts.screen(9, 1, day(2), RedFlag.FEVER_OR_FEELING_ILL)));

        Progression progression = ProgressionRules.of(book.view(), ClinicSettings.SHIPPED, day(5));

        assertThat(progression.withheld()).isEqualTo(Withheld.RED_FLAG);
        assertThat(progression.advice()).isEmpty();
    }

    @Test
    void a_paused_program_has_no_advice() {
        Workbook book = Workbook.of(curl(REPS, null, null)).paused(3);

        assertThat(ProgressionRules.of(book.view(), ClinicSettings.SHIPPED, day(5))
                        .withheld())
                .isEqualTo(Withheld.NO_PROGRAM);
    }

    private static PlannedExercise curl(@Nullable Range reps, @Nullable Range hold, @Nullable Integer load) {
        return item("curl", Frequency.daily(), Sides.of(SideRule.TWO_SIDED), null, reps, hold, load);
    }

    private static PlannedExercise sided(Sides sides) {
        return item("curl", Frequency.daily(), sides, new Range(1, 3), REPS, null, null);
    }

    private static ExerciseDone reps(
            int reps, @Nullable Integer load, @Nullable Integer effort, @Nullable Integer pain) {
        return done("curl", null, effort, pain, set(BOTH, reps, null, load));
    }

    private static ExerciseDone sides(int left, int right) {
        return done("curl", null, 5, 1, set(LEFT, left, null, null), set(RIGHT, right, null, null));
    }

    private static List<Advice> advice(Workbook book, int on) {
        return ProgressionRules.of(book.view(), ClinicSettings.SHIPPED, day(on)).advice();
    }

    private static Advice only(Workbook book, int on) {
        List<Advice> advice = advice(book, on);
        assertThat(advice).hasSize(1);
        return advice.getFirst();
    }

    private static void assertKept(Advice advice, AdviceReason reason) {
        assertThat(advice.suggestion()).isEqualTo(Suggestion.KEEP);
        assertThat(advice.because()).isEqualTo(reason);
        assertThat(advice.step()).isNull();
    }

    private static BigDecimal number(int value) {
        return BigDecimal.valueOf(value);
    }
}
