package app.backtrack.program.prescription;

import static app.backtrack.program.prescription.ProgramSpec.given;
import static org.assertj.core.api.Assertions.assertThat;

import app.backtrack.events.ProgramEvent;
import app.backtrack.events.ProgramEvent.ContraindicationOverridden;
import app.backtrack.events.ProgramEvent.Frequency;
import app.backtrack.events.ProgramEvent.HabitGoal;
import app.backtrack.events.ProgramEvent.PlanPhase;
import app.backtrack.events.ProgramEvent.PlannedExercise;
import app.backtrack.events.ProgramEvent.ProgramCompleted;
import app.backtrack.events.ProgramEvent.ProgramPaused;
import app.backtrack.events.ProgramEvent.ProgramPlan;
import app.backtrack.events.ProgramEvent.ProgramPrescribed;
import app.backtrack.events.ProgramEvent.ProgramResumed;
import app.backtrack.events.ProgramEvent.ProgramRevised;
import app.backtrack.events.ProgramEvent.ProgramStopped;
import app.backtrack.events.ProgramEvent.Range;
import app.backtrack.events.ProgramEvent.Sides;
import app.backtrack.events.ProgramStatus;
import app.backtrack.events.SideRule;
import app.backtrack.program.prescription.ProgramCommand.Change;
import app.backtrack.program.prescription.ProgramCommand.Complete;
import app.backtrack.program.prescription.ProgramCommand.Pause;
import app.backtrack.program.prescription.ProgramCommand.Prescribe;
import app.backtrack.program.prescription.ProgramCommand.Resume;
import app.backtrack.program.prescription.ProgramCommand.Revise;
import app.backtrack.program.prescription.ProgramCommand.Stop;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ProgramDeciderTest {
    private static final UUID ID = UUID.fromString("0198c0de-0000-7000-8000-000000000001");
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 20);
    private static final LocalDate IN_TEN_DAYS = TODAY.plusDays(10);
    private static final LocalDate START = LocalDate.of(2026, 9, 1);
    private static final String WHY = "agreed in the consultation";

    private static final PlannedExercise BIRD_DOG = new PlannedExercise(
            "bird-dog",
            null,
            new Range(1, 3),
            null,
            null,
            null,
            null,
            null,
            Sides.of(SideRule.EACH),
            Frequency.timesPerWeek(3),
            null,
            null);
    private static final PlannedExercise PLANK = new PlannedExercise(
            "plank",
            null,
            new Range(2, 2),
            null,
            new Range(20, 30),
            null,
            null,
            null,
            Sides.of(SideRule.TWO_SIDED),
            Frequency.timesPerWeek(5),
            null,
            null);
    private static final List<PlanPhase> PHASES = List.of(new PlanPhase("Steady", new Range(1, 8)));
    private static final List<HabitGoal> HABITS = List.of(new HabitGoal("sitting", 2, null));
    private static final ProgramPlan PLAN = planFrom(START);
    private static final ProgramPlan REVISED_PLAN =
            new ProgramPlan("starter", "Steadier", START, 8, PHASES, List.of(BIRD_DOG, PLANK), HABITS);

    /** As somebody asks for it; template and start are not theirs to change. */
    private static final ProgramPlan ASKED_PLAN =
            new ProgramPlan("another", "Steadier", START.plusDays(3), 8, PHASES, List.of(BIRD_DOG, PLANK), HABITS);

    private static final CautionOverride INJURY = new CautionOverride("plank", "injury", "healed");
    private static final CautionOverride SHOES = new CautionOverride("bird-dog", "shoes", "done barefoot");

    private static final ProgramEvent PRESCRIBED = new ProgramPrescribed(ID, 1, START, PLAN, null);
    private static final ProgramEvent PAUSED = new ProgramPaused(ID, 2, TODAY, PLAN, null);
    private static final ProgramEvent STOPPED = new ProgramStopped(ID, 2, TODAY, PLAN, null);

    @Test
    void a_program_is_prescribed_and_holds_from_its_start() {
        given().when(new Prescribe(ID, PLAN, List.of(), WHY, TODAY))
                .then(new ProgramPrescribed(ID, 1, START, PLAN, WHY));
    }

    @Test
    void a_start_may_lie_two_years_back_and_a_year_ahead() {
        ProgramPlan past = planFrom(TODAY.minusYears(2));
        ProgramPlan ahead = planFrom(TODAY.plusYears(1));

        given().when(prescribe(past)).then(new ProgramPrescribed(ID, 1, past.startsOn(), past, null));
        given().when(prescribe(ahead)).then(new ProgramPrescribed(ID, 1, ahead.startsOn(), ahead, null));
    }

    @Test
    void a_start_further_away_is_refused() {
        given().when(prescribe(planFrom(TODAY.minusYears(2).minusDays(1)))).thenRejected(Rejection.START_OUT_OF_RANGE);
        given().when(prescribe(planFrom(TODAY.plusYears(1).plusDays(1)))).thenRejected(Rejection.START_OUT_OF_RANGE);
    }

    @Test
    void a_program_is_prescribed_once() {
        given(PRESCRIBED).when(prescribe(PLAN)).thenRejected(Rejection.ALREADY_PRESCRIBED);
    }

    @ParameterizedTest
    @MethodSource("everyChange")
    void what_was_not_prescribed_cannot_be_changed(Change change) {
        given().when(change).thenRejected(Rejection.NOT_PRESCRIBED);
    }

    @ParameterizedTest
    @MethodSource("everyChange")
    void what_has_ended_cannot_be_changed(Change change) {
        given(PRESCRIBED, STOPPED).when(change).thenRejected(Rejection.ENDED);
        given(PRESCRIBED, new ProgramCompleted(ID, 2, TODAY, PLAN, null))
                .when(change)
                .thenRejected(Rejection.ENDED);
    }

    @Test
    void a_revision_replaces_the_plan_and_keeps_template_and_start() {
        given(PRESCRIBED)
                .when(revise(null))
                .then(new ProgramRevised(ID, 2, TODAY, REVISED_PLAN, WHY, ProgramStatus.ACTIVE));
    }

    @Test
    void a_revision_leaves_a_paused_program_paused() {
        given(PRESCRIBED, PAUSED)
                .when(revise(null))
                .then(new ProgramRevised(ID, 3, TODAY, REVISED_PLAN, WHY, ProgramStatus.PAUSED));
    }

    @Test
    void an_active_program_is_paused_with_its_plan() {
        given(PRESCRIBED).when(new Pause(null, WHY, TODAY)).then(new ProgramPaused(ID, 2, TODAY, PLAN, WHY));
    }

    @Test
    void a_paused_program_is_not_paused_again() {
        given(PRESCRIBED, PAUSED).when(new Pause(null, null, TODAY)).thenRejected(Rejection.NOT_ACTIVE);
    }

    @Test
    void a_paused_program_is_resumed() {
        given(PRESCRIBED, PAUSED).when(new Resume(null, WHY, TODAY)).then(new ProgramResumed(ID, 3, TODAY, PLAN, WHY));
    }

    @Test
    void an_active_program_is_not_resumed() {
        given(PRESCRIBED).when(new Resume(null, null, TODAY)).thenRejected(Rejection.NOT_PAUSED);
    }

    @Test
    void an_open_program_is_completed_or_stopped() {
        given(PRESCRIBED).when(new Complete(null, WHY, TODAY)).then(new ProgramCompleted(ID, 2, TODAY, PLAN, WHY));
        given(PRESCRIBED, PAUSED)
                .when(new Complete(null, null, TODAY))
                .then(new ProgramCompleted(ID, 3, TODAY, PLAN, null));
        given(PRESCRIBED).when(new Stop(null, WHY, TODAY)).then(new ProgramStopped(ID, 2, TODAY, PLAN, WHY));
        given(PRESCRIBED, PAUSED).when(new Stop(null, null, TODAY)).then(new ProgramStopped(ID, 3, TODAY, PLAN, null));
    }

    @Test
    void no_change_holds_from_a_day_that_is_over_so_what_was_due_on_it_stays() {
        given(PRESCRIBED).when(new Pause(TODAY, null, TODAY)).then(new ProgramPaused(ID, 2, TODAY, PLAN, null));
        given(PRESCRIBED).when(new Pause(TODAY.minusDays(1), null, TODAY)).thenRejected(Rejection.IN_THE_PAST);
        given(PRESCRIBED).when(new Stop(START, null, TODAY)).thenRejected(Rejection.IN_THE_PAST);
        given(PRESCRIBED).when(new Pause(START.minusDays(1), null, TODAY)).thenRejected(Rejection.BEFORE_START);
    }

    @Test
    void a_change_before_the_program_began_holds_from_its_start() {
        LocalDate start = TODAY.plusDays(10);
        ProgramPlan plan = planFrom(start);
        ProgramEvent ahead = new ProgramPrescribed(ID, 1, start, plan, null);

        given(ahead).when(new Stop(null, null, TODAY)).then(new ProgramStopped(ID, 2, start, plan, null));
    }

    @Test
    void only_a_plan_can_be_laid_down_ahead_and_at_most_a_year() {
        LocalDate tomorrow = TODAY.plusDays(1);

        given(PRESCRIBED)
                .when(revise(tomorrow))
                .then(new ProgramRevised(ID, 2, tomorrow, REVISED_PLAN, WHY, ProgramStatus.ACTIVE));
        given(PRESCRIBED).when(revise(TODAY.plusYears(1).plusDays(1))).thenRejected(Rejection.TOO_FAR_AHEAD);
        given(PRESCRIBED).when(new Pause(tomorrow, null, TODAY)).thenRejected(Rejection.TOO_FAR_AHEAD);
        given(PRESCRIBED).when(new Stop(tomorrow, null, TODAY)).thenRejected(Rejection.TOO_FAR_AHEAD);
    }

    @Test
    void a_pause_keeps_the_plan_of_today_and_what_is_laid_down_for_later() {
        ProgramEvent later = new ProgramRevised(ID, 2, IN_TEN_DAYS, REVISED_PLAN, WHY, ProgramStatus.ACTIVE);

        given(PRESCRIBED, later)
                .when(new Pause(null, null, TODAY))
                .then(
                        new ProgramPaused(ID, 3, TODAY, PLAN, null),
                        new ProgramRevised(ID, 4, IN_TEN_DAYS, REVISED_PLAN, WHY, ProgramStatus.PAUSED));
    }

    @Test
    void a_resumption_goes_on_with_the_plan_of_today_and_what_is_laid_down_for_later() {
        ProgramEvent later = new ProgramRevised(ID, 2, IN_TEN_DAYS, REVISED_PLAN, WHY, ProgramStatus.ACTIVE);
        ProgramEvent paused = new ProgramPaused(ID, 3, TODAY, PLAN, null);
        ProgramEvent kept = new ProgramRevised(ID, 4, IN_TEN_DAYS, REVISED_PLAN, WHY, ProgramStatus.PAUSED);

        given(PRESCRIBED, later, paused, kept)
                .when(new Resume(null, null, TODAY.plusDays(2)))
                .then(
                        new ProgramResumed(ID, 5, TODAY.plusDays(2), PLAN, null),
                        new ProgramRevised(ID, 6, IN_TEN_DAYS, REVISED_PLAN, WHY, ProgramStatus.ACTIVE));
        given(PRESCRIBED, later, paused, kept)
                .when(new Resume(null, null, IN_TEN_DAYS))
                .then(new ProgramResumed(ID, 5, IN_TEN_DAYS, REVISED_PLAN, null));
    }

    @Test
    void a_revision_from_an_earlier_day_replaces_what_was_laid_down_for_later() {
        ProgramEvent later = new ProgramRevised(ID, 2, IN_TEN_DAYS, PLAN, WHY, ProgramStatus.ACTIVE);
        ProgramEvent sooner = new ProgramRevised(ID, 3, TODAY.plusDays(3), REVISED_PLAN, null, ProgramStatus.ACTIVE);

        given(PRESCRIBED, later, sooner)
                .when(new Pause(null, null, TODAY))
                .then(
                        new ProgramPaused(ID, 4, TODAY, PLAN, null),
                        new ProgramRevised(ID, 5, TODAY.plusDays(3), REVISED_PLAN, null, ProgramStatus.PAUSED));
    }

    @Test
    void an_end_carries_the_plan_of_its_day_and_nothing_follows_it() {
        given(PRESCRIBED, new ProgramRevised(ID, 2, IN_TEN_DAYS, REVISED_PLAN, WHY, ProgramStatus.ACTIVE))
                .when(new Stop(null, WHY, TODAY))
                .then(new ProgramStopped(ID, 3, TODAY, PLAN, WHY));
    }

    @Test
    void a_program_of_500_versions_can_only_be_paused_and_ended() {
        ProgramEvent[] longest = history(ProgramDecider.MAX_VERSIONS);

        given(longest).when(revise(null)).thenRejected(Rejection.TOO_MANY_VERSIONS);
        given(longest)
                .when(new Pause(null, WHY, TODAY))
                .then(new ProgramPaused(ID, ProgramDecider.MAX_VERSIONS + 1, TODAY, REVISED_PLAN, WHY));
        given(longest)
                .when(new Stop(null, null, TODAY))
                .then(new ProgramStopped(ID, ProgramDecider.MAX_VERSIONS + 1, TODAY, REVISED_PLAN, null));
    }

    @Test
    void what_is_set_aside_follows_the_version_that_brought_it_as_versions_of_its_own() {
        given().when(new Prescribe(ID, PLAN, List.of(INJURY), WHY, TODAY))
                .then(
                        new ProgramPrescribed(ID, 1, START, PLAN, WHY),
                        new ContraindicationOverridden(
                                ID, 2, START, PLAN, WHY, ProgramStatus.ACTIVE, "plank", "injury", "healed"));
        given(PRESCRIBED, PAUSED)
                .when(new Revise(ASKED_PLAN, List.of(INJURY, SHOES), null, WHY, TODAY))
                .then(
                        new ProgramRevised(ID, 3, TODAY, REVISED_PLAN, WHY, ProgramStatus.PAUSED),
                        new ContraindicationOverridden(
                                ID, 4, TODAY, REVISED_PLAN, WHY, ProgramStatus.PAUSED, "plank", "injury", "healed"),
                        new ContraindicationOverridden(
                                ID,
                                5,
                                TODAY,
                                REVISED_PLAN,
                                WHY,
                                ProgramStatus.PAUSED,
                                "bird-dog",
                                "shoes",
                                "done barefoot"));
    }

    @Test
    void what_is_set_aside_counts_among_the_500_versions() {
        ProgramEvent[] nearly = history(ProgramDecider.MAX_VERSIONS - 1);

        given(nearly)
                .when(new Revise(ASKED_PLAN, List.of(INJURY), null, null, TODAY))
                .thenRejected(Rejection.TOO_MANY_VERSIONS);
    }

    @Test
    void every_code_is_said_once() {
        assertThat(Stream.of(Rejection.values()).map(Rejection::code)).doesNotHaveDuplicates();
    }

    static Stream<Change> everyChange() {
        return Stream.of(
                revise(null),
                new Pause(null, null, TODAY),
                new Resume(null, null, TODAY),
                new Complete(null, null, TODAY),
                new Stop(null, null, TODAY));
    }

    private static Prescribe prescribe(ProgramPlan plan) {
        return new Prescribe(ID, plan, List.of(), null, TODAY);
    }

    private static Revise revise(@Nullable LocalDate effectiveFrom) {
        return new Revise(ASKED_PLAN, List.of(), effectiveFrom, WHY, TODAY);
    }

    private static ProgramPlan planFrom(LocalDate startsOn) {
        return new ProgramPlan("starter", "Starter", startsOn, 12, List.of(), List.of(BIRD_DOG), List.of());
    }

    private static ProgramEvent[] history(int versions) {
        List<ProgramEvent> events = new ArrayList<>(List.of(PRESCRIBED));
        for (int version = 2; version <= versions; version++) {
            events.add(new ProgramRevised(ID, version, TODAY, REVISED_PLAN, null, ProgramStatus.ACTIVE));
        }
        return events.toArray(ProgramEvent[]::new);
    }
}
