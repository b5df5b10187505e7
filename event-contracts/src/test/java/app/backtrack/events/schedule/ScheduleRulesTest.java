package app.backtrack.events.schedule;

import static app.backtrack.events.schedule.Plans.PROGRAM;
import static app.backtrack.events.schedule.Plans.START;
import static app.backtrack.events.schedule.Plans.item;
import static app.backtrack.events.schedule.Plans.plan;
import static app.backtrack.events.schedule.Plans.prescribed;
import static app.backtrack.events.schedule.Plans.program;
import static app.backtrack.events.schedule.Plans.version;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import app.backtrack.events.ProgramEvent.Frequency;
import app.backtrack.events.ProgramEvent.HabitGoal;
import app.backtrack.events.ProgramEvent.PlanPhase;
import app.backtrack.events.ProgramEvent.PlannedExercise;
import app.backtrack.events.ProgramEvent.ProgramPlan;
import app.backtrack.events.ProgramEvent.Range;
import app.backtrack.events.ProgramStatus;
import app.backtrack.events.Repetition;
import app.backtrack.events.schedule.DueItem.Demand.InTheWeek;
import app.backtrack.events.schedule.DueItem.Demand.OnTheDay;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ScheduleRulesTest {
    private static final Frequency DAILY = Frequency.daily();
    private static final Frequency EVERY_OTHER_DAY = new Frequency(Repetition.EVERY_OTHER_DAY, null, null, null);
    private static final Frequency FOUR_TIMES_A_DAY =
            new Frequency(Repetition.EVERY_FEW_HOURS, 4, null, new Range(2, 3));
    private static final Frequency MONDAYS_AND_THURSDAYS =
            new Frequency(Repetition.WEEKDAYS, null, List.of(DayOfWeek.MONDAY, DayOfWeek.THURSDAY), null);

    @Test
    void a_daily_exercise_is_due_once_on_each_day_of_the_program() {
        PlannedExercise plank = item("plank", DAILY);
        ProgramHistory program = program(prescribed(plan(plank)));

        assertThat(day(program, "2026-03-02").items()).containsExactly(new DueItem(plank, new OnTheDay(1)));
        assertThat(day(program, "2026-04-12").items()).containsExactly(new DueItem(plank, new OnTheDay(1)));
    }

    @Test
    void every_other_day_counts_from_the_first_day_of_the_items_weeks() {
        ProgramHistory program = program(
                prescribed(plan(item("plank", EVERY_OTHER_DAY), item("cat-cow", new Range(2, 3), EVERY_OTHER_DAY))));

        assertThat(datesOf(program, "plank"))
                .startsWith("2026-03-02", "2026-03-04", "2026-03-06")
                .hasSize(21);
        assertThat(datesOf(program, "cat-cow"))
                .containsExactly(
                        "2026-03-09",
                        "2026-03-11",
                        "2026-03-13",
                        "2026-03-15",
                        "2026-03-17",
                        "2026-03-19",
                        "2026-03-21");
    }

    @Test
    void fixed_weekdays_are_days_of_the_calendar() {
        ProgramHistory program = program(prescribed(plan(item("plank", new Range(1, 2), MONDAYS_AND_THURSDAYS))));

        assertThat(datesOf(program, "plank")).containsExactly("2026-03-02", "2026-03-05", "2026-03-09", "2026-03-12");
    }

    @Test
    void what_is_due_every_few_hours_is_due_so_many_times_a_day() {
        ProgramHistory program = program(prescribed(plan(item("posture-reset", FOUR_TIMES_A_DAY))));

        assertThat(day(program, "2026-03-03").items())
                .extracting(DueItem::demand)
                .containsExactly(new OnTheDay(4));
        assertThat(counts(program, "2026-03-02", "2026-03-08"))
                .containsExactly(new DueCount(PROGRAM, 1, DueKind.EXERCISE, "posture-reset", 7, 28));
    }

    @Test
    void what_is_due_three_times_a_week_is_open_on_each_day_and_due_three_times_a_full_week() {
        ProgramHistory program = program(prescribed(plan(item("plank", Frequency.timesPerWeek(3)))));

        assertThat(day(program, "2026-03-08").items())
                .extracting(DueItem::demand)
                .containsExactly(new InTheWeek(3));
        assertThat(counts(program, "2026-03-02", "2026-03-15"))
                .containsExactly(
                        new DueCount(PROGRAM, 1, DueKind.EXERCISE, "plank", 7, 3),
                        new DueCount(PROGRAM, 2, DueKind.EXERCISE, "plank", 7, 3));
    }

    @ParameterizedTest
    @CsvSource({
        // 3 sevenths, 6 sevenths, …: 0.43, 0.86, 1.29, 1.71, 2.14, 2.57, 3
        "3, 1, 0",
        "3, 2, 1",
        "3, 3, 1",
        "3, 4, 2",
        "3, 5, 2",
        "3, 6, 3",
        "3, 7, 3",
        "1, 3, 0",
        "1, 4, 1",
        "7, 1, 1",
        "6, 1, 1",
        "5, 4, 3"
    })
    void a_part_of_a_week_is_due_in_proportion(int timesAWeek, int days, int due) {
        ProgramHistory program = program(prescribed(plan(item("plank", Frequency.timesPerWeek(timesAWeek)))));

        assertThat(ScheduleRules.dueCounts(List.of(program), START, START.plusDays(days - 1L)))
                .containsExactly(new DueCount(PROGRAM, 1, DueKind.EXERCISE, "plank", days, due));
    }

    @Test
    void a_pause_shortens_its_week_and_leaves_nothing_due_on_its_days() {
        ProgramPlan plan = plan(item("plank", DAILY), item("cat-cow", Frequency.timesPerWeek(5)));
        ProgramHistory program = program(
                prescribed(plan),
                version(2, LocalDate.parse("2026-03-05"), ProgramStatus.PAUSED, plan),
                version(3, LocalDate.parse("2026-03-08"), ProgramStatus.ACTIVE, plan));

        DueDay paused = day(program, "2026-03-06");
        assertThat(paused.state()).isEqualTo(DayState.PAUSED);
        assertThat(paused.programWeek()).isEqualTo(1);
        assertThat(paused.items()).isEmpty();
        assertThat(counts(program, "2026-03-02", "2026-03-08"))
                .containsExactly(
                        new DueCount(PROGRAM, 1, DueKind.EXERCISE, "cat-cow", 4, 3),
                        new DueCount(PROGRAM, 1, DueKind.EXERCISE, "plank", 4, 4));
    }

    @Test
    void a_revision_in_mid_week_counts_each_day_by_its_own_version() {
        ProgramHistory program = program(
                prescribed(plan(item("plank", Frequency.timesPerWeek(3)), item("cat-cow", DAILY))),
                version(
                        2,
                        LocalDate.parse("2026-03-05"),
                        ProgramStatus.ACTIVE,
                        plan(item("plank", Frequency.timesPerWeek(7)), item("bird-dog", Frequency.timesPerWeek(3)))));

        // plank: (3 days x 3 + 4 days x 7) / 7 = 5.3; bird-dog: 4 days x 3 / 7 = 1.7
        assertThat(counts(program, "2026-03-02", "2026-03-08"))
                .containsExactly(
                        new DueCount(PROGRAM, 1, DueKind.EXERCISE, "bird-dog", 4, 2),
                        new DueCount(PROGRAM, 1, DueKind.EXERCISE, "cat-cow", 3, 3),
                        new DueCount(PROGRAM, 1, DueKind.EXERCISE, "plank", 7, 5));
    }

    @Test
    void of_versions_in_force_the_one_with_the_highest_number_counts() {
        ProgramPlan first = plan(item("plank", DAILY));
        ProgramPlan ahead = plan(item("cat-cow", DAILY));
        PlanVersion inTwoWeeks = version(2, LocalDate.parse("2026-03-16"), ProgramStatus.ACTIVE, ahead);
        PlanVersion paused = version(3, LocalDate.parse("2026-03-04"), ProgramStatus.PAUSED, ahead);

        assertThat(day(program(paused, prescribed(first), inTwoWeeks), "2026-03-03")
                        .inForce())
                .isEqualTo(prescribed(first));
        assertThat(day(program(paused, prescribed(first), inTwoWeeks), "2026-03-20")
                        .inForce())
                .isEqualTo(paused);
    }

    @ParameterizedTest
    @CsvSource({"2026-03-01, NOT_STARTED", "2026-03-02, UNDER_WAY", "2026-04-12, UNDER_WAY", "2026-04-13, WEEKS_OVER"})
    void a_program_asks_something_within_its_weeks_only(LocalDate date, DayState state) {
        ProgramHistory program = program(prescribed(plan(item("plank", DAILY))));

        assertThat(day(program, date.toString()).state()).isEqualTo(state);
        assertThat(day(program, date.toString()).items()).hasSize(state == DayState.UNDER_WAY ? 1 : 0);
        assertThat(ScheduleRules.dueCounts(List.of(program), date, date)).hasSize(state == DayState.UNDER_WAY ? 1 : 0);
    }

    @ParameterizedTest
    @CsvSource({"COMPLETED, COMPLETED", "STOPPED, STOPPED"})
    void an_ended_program_asks_nothing_from_the_day_of_its_end(ProgramStatus status, DayState state) {
        ProgramPlan plan = plan(item("plank", DAILY));
        ProgramHistory program = program(prescribed(plan), version(2, LocalDate.parse("2026-03-20"), status, plan));

        assertThat(day(program, "2026-03-19").items()).hasSize(1);
        assertThat(day(program, "2026-03-20").state()).isEqualTo(state);
        assertThat(day(program, "2026-03-20").items()).isEmpty();
        assertThat(day(program, "2027-03-20").state()).isEqualTo(state);
    }

    @Test
    void a_paused_program_whose_weeks_are_over_says_so() {
        ProgramPlan plan = plan(item("plank", DAILY));
        ProgramHistory program =
                program(prescribed(plan), version(2, LocalDate.parse("2026-04-10"), ProgramStatus.PAUSED, plan));

        assertThat(day(program, "2026-04-12").state()).isEqualTo(DayState.PAUSED);
        assertThat(day(program, "2026-04-13").state()).isEqualTo(DayState.WEEKS_OVER);
    }

    @Test
    void a_habit_is_due_each_day_from_its_week_on() {
        HabitGoal breaks = new HabitGoal("movement-breaks", 1, null);
        HabitGoal sleep = new HabitGoal("sleep-position", 2, "A pillow under the knees.");
        ProgramHistory program = program(
                prescribed(plan(List.of(), List.of(item("plank", MONDAYS_AND_THURSDAYS)), List.of(breaks, sleep))));

        assertThat(day(program, "2026-03-08").habits()).containsExactly(breaks);
        assertThat(day(program, "2026-03-09").habits()).containsExactly(breaks, sleep);
        assertThat(counts(program, "2026-03-08", "2026-03-10"))
                .containsExactly(
                        new DueCount(PROGRAM, 1, DueKind.HABIT, "movement-breaks", 1, 1),
                        new DueCount(PROGRAM, 2, DueKind.EXERCISE, "plank", 1, 1),
                        new DueCount(PROGRAM, 2, DueKind.HABIT, "movement-breaks", 2, 2),
                        new DueCount(PROGRAM, 2, DueKind.HABIT, "sleep-position", 2, 2));
    }

    @Test
    void a_day_names_the_phase_of_its_week() {
        List<PlanPhase> phases =
                List.of(new PlanPhase("Calm down", new Range(1, 2)), new PlanPhase("Build up", new Range(4, 6)));
        ProgramHistory program = program(prescribed(plan(phases, List.of(item("plank", DAILY)), List.of())));

        assertThat(day(program, "2026-03-01").phase()).isNull();
        assertThat(day(program, "2026-03-01").programWeek()).isNull();
        assertThat(day(program, "2026-03-15").phase()).isEqualTo("Calm down");
        assertThat(day(program, "2026-03-16").phase()).isNull();
        assertThat(day(program, "2026-03-16").programWeek()).isEqualTo(3);
        assertThat(day(program, "2026-03-23").phase()).isEqualTo("Build up");
    }

    @Test
    void without_a_program_nothing_is_said() {
        assertThat(ScheduleRules.dueOn(List.of(), START)).isEmpty();
        assertThat(ScheduleRules.dueCounts(List.of(), START, START.plusDays(83)))
                .isEmpty();
    }

    @Test
    void the_program_that_was_prescribed_first_keeps_its_days() {
        ProgramPlan plan = plan(item("plank", DAILY));
        ProgramHistory first =
                program(prescribed(plan), version(2, LocalDate.parse("2026-03-10"), ProgramStatus.STOPPED, plan));
        ProgramHistory second = new ProgramHistory(
                new UUID(0, 0),
                List.of(new PlanVersion(
                        1,
                        Instant.parse("2026-03-10T09:00:00Z"),
                        LocalDate.parse("2026-03-05"),
                        ProgramStatus.ACTIVE,
                        new ProgramPlan(
                                "maintenance",
                                "Maintenance",
                                LocalDate.parse("2026-03-05"),
                                4,
                                List.of(),
                                List.of(item("cat-cow", DAILY)),
                                List.of()))));

        assertThat(programOn(List.of(second, first), "2026-03-09")).isEqualTo(PROGRAM);
        assertThat(programOn(List.of(second, first), "2026-03-10")).isEqualTo(new UUID(0, 0));
        assertThat(ScheduleRules.dueCounts(
                        List.of(second, first), LocalDate.parse("2026-03-09"), LocalDate.parse("2026-03-10")))
                .containsExactly(
                        new DueCount(new UUID(0, 0), 1, DueKind.EXERCISE, "cat-cow", 1, 1),
                        new DueCount(PROGRAM, 2, DueKind.EXERCISE, "plank", 1, 1));
    }

    @Test
    void between_two_programs_the_coming_one_says_why_nothing_is_due() {
        ProgramPlan plan = plan(item("plank", DAILY));
        ProgramHistory ended =
                program(prescribed(plan), version(2, LocalDate.parse("2026-03-10"), ProgramStatus.STOPPED, plan));
        ProgramHistory coming = starting(new UUID(0, 2), "2026-04-06");

        assertThat(programOn(List.of(ended, coming), "2026-03-20")).isEqualTo(new UUID(0, 2));
        assertThat(programOn(List.of(ended), "2026-03-20")).isEqualTo(PROGRAM);
    }

    @Test
    void a_program_that_was_stopped_before_its_first_day_is_not_awaited() {
        ProgramHistory coming = starting(new UUID(0, 2), "2026-04-06");
        PlanVersion first = coming.inForceOn(START);
        ProgramHistory stopped = new ProgramHistory(
                coming.programId(),
                List.of(first, version(2, first.effectiveFrom(), ProgramStatus.STOPPED, first.plan())));

        assertThat(ScheduleRules.dueOn(List.of(stopped), START)).isEmpty();
    }

    @Test
    void a_history_as_of_an_instant_knows_no_later_version() {
        ProgramPlan plan = plan(item("plank", DAILY));
        PlanVersion second = version(2, START, ProgramStatus.STOPPED, plan);
        ProgramHistory program = program(prescribed(plan), second);

        assertThat(program.asOf(second.recordedAt())).contains(program);
        assertThat(program.asOf(second.recordedAt().minusMillis(1))).contains(program(prescribed(plan)));
        assertThat(program.asOf(Instant.EPOCH)).isEmpty();
    }

    @Test
    void a_history_has_versions_and_each_number_once() {
        PlanVersion first = prescribed(plan(item("plank", DAILY)));

        assertThatIllegalArgumentException().isThrownBy(() -> program());
        assertThatIllegalArgumentException().isThrownBy(() -> program(first, first));
    }

    private static ProgramHistory starting(UUID id, String date) {
        LocalDate start = LocalDate.parse(date);
        ProgramPlan plan = new ProgramPlan(
                "maintenance", "Maintenance", start, 4, List.of(), List.of(item("cat-cow", DAILY)), List.of());
        return new ProgramHistory(id, List.of(version(1, start, ProgramStatus.ACTIVE, plan)));
    }

    private static UUID programOn(List<ProgramHistory> programs, String date) {
        return ScheduleRules.dueOn(programs, LocalDate.parse(date))
                .orElseThrow()
                .programId();
    }

    private static DueDay day(ProgramHistory program, String date) {
        return ScheduleRules.dueOn(List.of(program), LocalDate.parse(date)).orElseThrow();
    }

    private static List<DueCount> counts(ProgramHistory program, String from, String through) {
        return ScheduleRules.dueCounts(List.of(program), LocalDate.parse(from), LocalDate.parse(through));
    }

    private static List<String> datesOf(ProgramHistory program, String exercise) {
        return IntStream.range(-10, 100)
                .mapToObj(START::plusDays)
                .filter(date -> ScheduleRules.dueOn(List.of(program), date).orElseThrow().items().stream()
                        .anyMatch(due -> due.item().exercise().equals(exercise)))
                .map(LocalDate::toString)
                .toList();
    }
}
