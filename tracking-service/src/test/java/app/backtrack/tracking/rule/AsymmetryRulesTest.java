package app.backtrack.tracking.rule;

import static app.backtrack.events.ExerciseSide.LEFT;
import static app.backtrack.events.ExerciseSide.RIGHT;
import static app.backtrack.tracking.exercise.Workbook.day;
import static app.backtrack.tracking.exercise.Workbook.done;
import static app.backtrack.tracking.exercise.Workbook.item;
import static app.backtrack.tracking.exercise.Workbook.sessionEvent;
import static app.backtrack.tracking.exercise.Workbook.set;
import static org.assertj.core.api.Assertions.assertThat;

import app.backtrack.events.ClinicEvent.ClinicSettings;
import app.backtrack.events.InsightRule;
import app.backtrack.events.ProgramEvent.Frequency;
import app.backtrack.events.ProgramEvent.PlannedExercise;
import app.backtrack.events.ProgramEvent.Range;
import app.backtrack.events.ProgramEvent.Sides;
import app.backtrack.events.SessionEvent.ExerciseDone;
import app.backtrack.events.Severity;
import app.backtrack.events.SideRule;
import app.backtrack.events.Threshold;
import app.backtrack.tracking.exercise.Workbook;
import app.backtrack.tracking.insight.Settings;
import app.backtrack.tracking.insight.Standing;
import app.backtrack.tracking.rehearsal.RehearsalRules;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class AsymmetryRulesTest {

    /** Equal on days 1, 3, 5; 100 · (8 − 10) / 10 = −20 on days 15, 17, 19: enough of both on day 19. */
    @Test
    void three_sessions_a_side_before_and_now_by_hand() {
        Workbook book = equalAtFirst().did(15, row(8, 10)).did(17, row(8, 10)).did(19, row(8, 10));

        assertThat(standing(book, 18)).isEmpty();
        Standing changed = only(book, 19);
        assertThat(changed.insightId()).isEqualTo("asymmetry-changed/1/2026-03-20/row");
        assertThat(changed.severity()).isEqualTo(Severity.LOW);
        assertThat(changed.before()).isEqualTo("unclear");
        assertThat(changed.numbers())
                .isEqualTo(new TreeMap<>(Map.of(
                        "asymmetryBefore", new BigDecimal("0.00"),
                        "asymmetryNow", new BigDecimal("-20.00"),
                        "change", new BigDecimal("-20.00"),
                        "changeLower", new BigDecimal("-20.00"),
                        "changeUpper", new BigDecimal("-20.00"),
                        "sessionsBefore", BigDecimal.valueOf(3),
                        "sessionsNow", BigDecimal.valueOf(3))));
        assertThat(only(book, 28)).isEqualTo(changed);
        assertThat(standing(book, 29)).isEmpty();
    }

    @Test
    void evidence_are_the_sessions_that_were_compared_and_no_others() {
        Workbook book = equalAtFirst()
                .did(8, "bridge")
                .did(15, row(8, 10))
                .did(17, row(8, 10))
                .did(19, row(8, 10));

        assertThat(At.evidence(only(book, 19), book.facts()))
                .containsExactly(
                        sessionEvent(1),
                        sessionEvent(2),
                        sessionEvent(3),
                        sessionEvent(5),
                        sessionEvent(6),
                        sessionEvent(7));
    }

    @Test
    void one_session_says_nothing_however_far_the_sides_are_apart() {
        assertThat(standing(equalAtFirst().did(15, row(1, 10)), 15)).isEmpty();
        assertThat(standing(equalAtFirst().did(15, row(1, 10)).did(17, row(1, 10)), 17))
                .isEmpty();
    }

    @Test
    void what_goes_both_ways_from_session_to_session_is_no_change() {
        Workbook book = equalAtFirst().did(15, row(4, 10)).did(17, row(10, 9)).did(19, row(10, 10));

        assertThat(standing(book, 19)).isEmpty();
    }

    @Test
    void a_side_that_caught_up_is_a_change_as_well_and_before_says_which_it_was() {
        Workbook book = Workbook.of(plan())
                .did(1, row(8, 10))
                .did(3, row(8, 10))
                .did(5, row(8, 10))
                .did(15, row(10, 10))
                .did(17, row(10, 10))
                .did(19, row(10, 10));

        assertThat(only(book, 19).before()).isEqualTo("left-weaker");
        assertThat(only(book, 19).numbers()).containsEntry("change", new BigDecimal("20.00"));
    }

    /** 100 · (8 − 10) / 10 and 100 · (16 − 20) / 20 are the same asymmetry. */
    @Test
    void a_dose_that_grew_on_both_sides_is_no_change() {
        Workbook book = Workbook.of(plan())
                .did(1, row(8, 10))
                .did(3, row(8, 10))
                .did(5, row(8, 10))
                .did(15, row(16, 20))
                .did(17, row(16, 20))
                .did(19, row(16, 20));

        assertThat(standing(book, 19)).isEmpty();
    }

    @Test
    void self_checks_count_for_themselves_and_nothing_done_on_either_side_says_nothing() {
        Workbook book = Workbook.of(plan());
        for (int day : List.of(1, 3, 5)) {
            book.held(day, "side-plank", 20, 20).held(day, "bridge", 0, 0);
        }
        for (int day : List.of(15, 17, 19)) {
            book.held(day, "side-plank", 20, 10).held(day, "bridge", 0, 9);
        }

        assertThat(only(book, 19).about()).isEqualTo("side-plank");
        assertThat(only(book, 19).numbers()).containsEntry("asymmetryNow", new BigDecimal("50.00"));
    }

    @Test
    void a_clinic_may_ask_for_more_sessions_or_a_larger_change() {
        Workbook book = equalAtFirst().did(15, row(8, 10)).did(17, row(8, 10)).did(19, row(8, 10));

        assertThat(standing(book, 19, Threshold.ASYMMETRY_CHANGE, "20")).hasSize(1);
        assertThat(standing(book, 19, Threshold.ASYMMETRY_CHANGE, "21")).isEmpty();
        assertThat(standing(book, 19, Threshold.ASYMMETRY_SESSIONS, "4")).isEmpty();
    }

    @Property(tries = 25)
    void a_rehearsal_finds_what_stood_anew_on_some_day(
            @ForAll @Size(min = 20, max = 42) List<@IntRange(min = 4, max = 12) Integer> left) {
        Workbook book = Workbook.of(plan());
        for (int day = 1; day <= left.size(); day++) {
            book.did(day, row(left.get(day - 1), 8));
        }
        TreeSet<LocalDate> daily = new TreeSet<>();
        for (int day = 1; day <= left.size(); day++) {
            standing(book, day).forEach(one -> daily.add(one.since()));
        }

        assertThat(RehearsalRules.fired(
                        InsightRule.ASYMMETRY_CHANGED,
                        book.view(),
                        book.facts(),
                        Settings.ByDate.SHIPPED,
                        day(1),
                        day(left.size())))
                .containsExactlyElementsOf(daily);
    }

    private static Workbook equalAtFirst() {
        return Workbook.of(plan()).did(1, row(10, 10)).did(3, row(10, 10)).did(5, row(10, 10));
    }

    private static PlannedExercise plan() {
        return item("row", Frequency.daily(), Sides.of(SideRule.EACH), new Range(1, 3), new Range(8, 12), null, null);
    }

    private static ExerciseDone row(int left, int right) {
        return done("row", null, null, null, set(LEFT, left, null, null), set(RIGHT, right, null, null));
    }

    private static Standing only(Workbook book, int day) {
        List<Standing> standing = standing(book, day);
        assertThat(standing).hasSize(1);
        return standing.getFirst();
    }

    private static List<Standing> standing(Workbook book, int day) {
        return At.on(InsightRule.ASYMMETRY_CHANGED, book.view(), day(day));
    }

    private static List<Standing> standing(Workbook book, int day, Threshold threshold, String value) {
        Settings settings = Settings.of(
                new ClinicSettings(new TreeMap<>(Map.of(threshold, new BigDecimal(value))), null, null, null));
        return StandingRules.standing(
                InsightRule.ASYMMETRY_CHANGED,
                Moment.of(book.view(), date -> settings, day(day), Instant.parse("2026-03-20T12:00:00Z")));
    }
}
