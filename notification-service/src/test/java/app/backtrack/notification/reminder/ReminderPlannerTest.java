package app.backtrack.notification.reminder;

import static app.backtrack.notification.reminder.Plans.DAILY;
import static app.backtrack.notification.reminder.Plans.POSTURE;
import static app.backtrack.notification.reminder.Plans.START;
import static app.backtrack.notification.reminder.Plans.history;
import static app.backtrack.notification.reminder.Plans.plan;
import static app.backtrack.notification.reminder.Plans.program;
import static app.backtrack.notification.reminder.Plans.version;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.backtrack.events.ClinicId;
import app.backtrack.events.PatientId;
import app.backtrack.events.PatientRef;
import app.backtrack.events.ProgramEvent.Frequency;
import app.backtrack.events.ProgramEvent.HabitGoal;
import app.backtrack.events.ProgramStatus;
import app.backtrack.events.schedule.ProgramHistory;
import app.backtrack.events.schedule.ZoneHistory;
import app.backtrack.events.schedule.ZoneHistory.ZoneChange;
import app.backtrack.notification.NoticeKind;
import app.backtrack.notification.reminder.ReminderTimes.Checklist;
import app.backtrack.notification.reminder.ReminderTimes.PostureHours;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ReminderPlannerTest {
    private static final ZoneHistory BERLIN = ZoneHistory.of(ZoneId.of("Europe/Berlin"));
    private static final LocalDate TUESDAY = START.plusDays(1);
    private static final ReminderTimes TIMES = new ReminderTimes(
            true,
            LocalTime.of(17, 0),
            new PostureHours(LocalTime.of(9, 0), LocalTime.of(14, 0), 150),
            new Checklist(DayOfWeek.SUNDAY, LocalTime.of(18, 0)),
            LocalTime.of(20, 0));

    @Test
    void a_day_with_something_of_everything_is_reminded_of_at_the_chosen_hours() {
        assertThat(planned(START.plusDays(6), program(plan(DAILY, POSTURE)), Logged.NOTHING))
                .containsExactlyInAnyOrder(
                        reminder(NoticeKind.POSTURE_RESET, "2026-03-08#1", "2026-03-08T08:00:00Z"),
                        reminder(NoticeKind.POSTURE_RESET, "2026-03-08#2", "2026-03-08T10:30:00Z"),
                        reminder(NoticeKind.POSTURE_RESET, "2026-03-08#3", "2026-03-08T13:00:00Z"),
                        reminder(NoticeKind.SESSION_DUE, "2026-03-08", "2026-03-08T16:00:00Z"),
                        reminder(NoticeKind.WEEKLY_CHECKLIST, "2026-W10", "2026-03-08T17:00:00Z"),
                        reminder(NoticeKind.NOTHING_LOGGED, "2026-03-08", "2026-03-08T19:00:00Z"));
    }

    @Test
    void nobody_is_reminded_who_did_not_turn_it_on() {
        assertThat(ReminderPlanner.on(
                        TUESDAY, List.of(program(plan(DAILY, POSTURE))), BERLIN, ReminderTimes.SHIPPED, Logged.NOTHING))
                .isEmpty();
    }

    @Test
    void what_the_patient_left_out_is_not_reminded_of() {
        ReminderTimes none = new ReminderTimes(true, null, null, null, null);

        assertThat(ReminderPlanner.on(
                        START.plusDays(6), List.of(program(plan(DAILY, POSTURE))), BERLIN, none, Logged.NOTHING))
                .isEmpty();
    }

    @Test
    void a_day_of_rest_is_quiet() {
        ProgramHistory mondays = program(plan(Plans.on(DayOfWeek.MONDAY)));

        assertThat(kinds(START, mondays, Logged.NOTHING))
                .containsExactlyInAnyOrder(NoticeKind.SESSION_DUE, NoticeKind.NOTHING_LOGGED);
        assertThat(planned(TUESDAY, mondays, Logged.NOTHING)).isEmpty();
    }

    @Test
    void a_session_that_was_logged_is_not_due_any_more_and_anything_logged_is_something() {
        Logged score = new Logged(Set.of(TUESDAY), Set.of());
        Logged session = new Logged(Set.of(TUESDAY), Set.of(TUESDAY));

        assertThat(kinds(TUESDAY, program(plan(DAILY)), score)).containsExactly(NoticeKind.SESSION_DUE);
        assertThat(kinds(TUESDAY, program(plan(DAILY)), session)).isEmpty();
    }

    @Test
    void what_is_due_some_days_a_week_is_reminded_of_while_the_week_is_behind() {
        ProgramHistory thrice = program(plan(Frequency.timesPerWeek(3)));
        Logged monday = new Logged(Set.of(START), Set.of(START));

        assertThat(sessionDays(thrice, Logged.NOTHING)).containsExactly(1, 2, 3, 4, 5, 6, 7);
        // Of three a week, two should be done by the third day.
        assertThat(sessionDays(thrice, monday)).containsExactly(3, 4, 5, 6, 7);
        Logged three = new Logged(Set.of(), Set.of(START, START.plusDays(1), START.plusDays(2)));
        assertThat(sessionDays(thrice, three)).isEmpty();
    }

    @Test
    void resting_in_a_week_that_is_not_behind_is_no_reason_to_ask_what_was_logged() {
        Logged monday = new Logged(Set.of(START), Set.of(START));

        assertThat(kinds(TUESDAY, program(plan(Frequency.timesPerWeek(3))), monday))
                .isEmpty();
    }

    @Test
    void habits_are_something_to_log_and_no_session() {
        ProgramHistory habit = program(plan(List.of(new HabitGoal("walk", 1, null)), Plans.on(DayOfWeek.MONDAY)));

        assertThat(kinds(TUESDAY, habit, Logged.NOTHING)).containsExactly(NoticeKind.NOTHING_LOGGED);
    }

    @ParameterizedTest
    @EnumSource(names = "ACTIVE", mode = EnumSource.Mode.EXCLUDE)
    void reminders_stop_by_themselves_when_a_program_is_paused_completed_or_stopped(ProgramStatus status) {
        ProgramHistory ended = history(
                version(1, START, ProgramStatus.ACTIVE, plan(DAILY, POSTURE)),
                version(2, TUESDAY, status, plan(DAILY, POSTURE)));

        assertThat(planned(START, ended, Logged.NOTHING)).isNotEmpty();
        for (int day = 1; day < 7; day++) {
            assertThat(planned(START.plusDays(day), ended, Logged.NOTHING)).isEmpty();
        }
    }

    @Test
    void after_a_pause_they_go_on_from_the_day_on_which_it_is_resumed() {
        ProgramHistory resumed = history(
                version(1, START, ProgramStatus.ACTIVE, plan(DAILY)),
                version(2, TUESDAY, ProgramStatus.PAUSED, plan(DAILY)),
                version(3, START.plusDays(3), ProgramStatus.ACTIVE, plan(DAILY)));

        assertThat(sessionDays(resumed, Logged.NOTHING)).containsExactly(1, 4, 5, 6, 7);
    }

    @Test
    void nobody_is_reminded_before_the_first_day_and_after_the_planned_weeks() {
        assertThat(planned(START.minusDays(1), program(plan(DAILY)), Logged.NOTHING))
                .isEmpty();
        assertThat(planned(START.plusWeeks(6), program(plan(DAILY)), Logged.NOTHING))
                .isEmpty();
    }

    @Test
    void an_hour_that_the_clocks_leave_out_is_reminded_of_an_hour_later() {
        ReminderTimes early = new ReminderTimes(true, LocalTime.of(2, 30), null, null, null);

        assertThat(ReminderPlanner.on(
                        LocalDate.parse("2026-03-29"), List.of(program(plan(DAILY))), BERLIN, early, Logged.NOTHING))
                .containsExactly(reminder(NoticeKind.SESSION_DUE, "2026-03-29", "2026-03-29T01:30:00Z"));
    }

    @Test
    void a_move_west_during_the_day_plans_the_same_thing_later_under_the_same_name() {
        ZoneHistory moved = new ZoneHistory(List.of(
                new ZoneChange(ZoneId.of("Europe/Berlin"), START),
                new ZoneChange(ZoneId.of("America/New_York"), TUESDAY)));
        Reminder before = session(BERLIN);
        Reminder after = session(moved);

        assertThat(after.at()).isEqualTo(Instant.parse("2026-03-03T22:00:00Z")).isAfter(before.at());
        assertThat(after.id(patient())).isEqualTo(before.id(patient()));
    }

    @Test
    void a_day_that_no_clock_shows_is_not_reminded_of() {
        ZoneHistory acrossTheDateLine = new ZoneHistory(List.of(
                new ZoneChange(ZoneId.of("Pacific/Pago_Pago"), START),
                new ZoneChange(ZoneId.of("Pacific/Apia"), START.plusDays(2))));

        assertThat(ReminderPlanner.on(TUESDAY, List.of(program(plan(DAILY))), acrossTheDateLine, TIMES, Logged.NOTHING))
                .isEmpty();
    }

    @Test
    void what_is_due_is_told_for_a_quarter_of_an_hour_and_then_no_more() {
        Reminder due = session(BERLIN);

        assertThat(ReminderPlanner.due(List.of(due), due.at().minusMillis(1))).isEmpty();
        assertThat(ReminderPlanner.due(List.of(due), due.at())).containsExactly(due);
        assertThat(ReminderPlanner.due(List.of(due), due.at().plusSeconds(15 * 60 - 1)))
                .containsExactly(due);
        assertThat(ReminderPlanner.due(List.of(due), due.at().plusSeconds(15 * 60)))
                .isEmpty();
    }

    @Test
    void posture_resets_come_every_two_to_three_hours() {
        LocalTime nine = LocalTime.of(9, 0);
        for (int minutes : new int[] {119, 181}) {
            assertThatThrownBy(() -> new PostureHours(nine, LocalTime.of(17, 0), minutes))
                    .isInstanceOf(IllegalArgumentException.class);
        }
        assertThatThrownBy(() -> new PostureHours(nine, LocalTime.of(8, 59), 120))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static Reminder session(ZoneHistory zones) {
        ReminderTimes only = new ReminderTimes(true, LocalTime.of(17, 0), null, null, null);
        return ReminderPlanner.on(TUESDAY, List.of(program(plan(DAILY))), zones, only, Logged.NOTHING)
                .getFirst();
    }

    private static List<Integer> sessionDays(ProgramHistory program, Logged logged) {
        return IntStream.rangeClosed(1, 7)
                .filter(day -> kinds(START.plusDays(day - 1), program, logged).contains(NoticeKind.SESSION_DUE))
                .boxed()
                .toList();
    }

    private static List<NoticeKind> kinds(LocalDate date, ProgramHistory program, Logged logged) {
        return planned(date, program, logged).stream().map(Reminder::kind).toList();
    }

    private static List<Reminder> planned(LocalDate date, ProgramHistory program, Logged logged) {
        return ReminderPlanner.on(date, List.of(program), BERLIN, TIMES, logged);
    }

    private static Reminder reminder(NoticeKind kind, String item, String at) {
        return new Reminder(kind, item, Instant.parse(at));
    }

    private static PatientRef patient() {
        return new PatientRef(new ClinicId("harbour"), new PatientId(new UUID(1, 2)));
    }
}
