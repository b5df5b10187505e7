package app.backtrack.notification.reminder;

import static java.util.Comparator.comparing;

import app.backtrack.events.ProgramEvent.Frequency;
import app.backtrack.events.Repetition;
import app.backtrack.events.schedule.DayState;
import app.backtrack.events.schedule.DueDay;
import app.backtrack.events.schedule.DueItem;
import app.backtrack.events.schedule.DueItem.Demand;
import app.backtrack.events.schedule.ProgramHistory;
import app.backtrack.events.schedule.ScheduleRules;
import app.backtrack.events.schedule.ZoneHistory;
import app.backtrack.notification.NoticeKind;
import app.backtrack.notification.reminder.ReminderTimes.Checklist;
import app.backtrack.notification.reminder.ReminderTimes.PostureHours;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.temporal.IsoFields;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;

/**
 * Decides what a patient is reminded of, and when. Everything goes by the plan in force on each local date, so pausing,
 * stopping, completing or discharging ends reminders by itself.
 */
final class ReminderPlanner {
    /** A reminder that could not be told for so long is not told any more: its moment is over. */
    static final Duration WINDOW = Duration.ofMinutes(15);

    private static final int DAYS_A_WEEK = 7;
    private static final int DAYS_AROUND = 4;

    private ReminderPlanner() {}

    /**
     * What is to be reminded of on a local date. Nothing on a date that no clock of the patient shows at the wanted
     * hour.
     *
     * @param programs all of the patient; none once the patient was discharged
     * @param zones where the patient is when
     */
    static List<Reminder> on(
            LocalDate date,
            Collection<ProgramHistory> programs,
            ZoneHistory zones,
            ReminderTimes times,
            Logged logged) {
        DueDay day = ScheduleRules.dueOn(programs, date).orElse(null);
        if (!times.on() || day == null || day.state() != DayState.UNDER_WAY) {
            return List.of();
        }
        return new Day(day, zones, logged).reminders(times);
    }

    /** What is to be reminded of around a moment: of the patient's yesterday, today, and the two days after. */
    static List<Reminder> around(
            Instant now, Collection<ProgramHistory> programs, ZoneHistory zones, ReminderTimes times, Logged logged) {
        return Stream.iterate(zones.today(now).minusDays(1), date -> date.plusDays(1))
                .limit(DAYS_AROUND)
                .flatMap(date -> on(date, programs, zones, times, logged).stream())
                .sorted(comparing(Reminder::at).thenComparing(Reminder::kind).thenComparing(Reminder::item))
                .toList();
    }

    /** What is to be told at a moment: what has come due, and has not been due for longer than the {@link #WINDOW}. */
    static List<Reminder> due(List<Reminder> planned, Instant now) {
        return planned.stream()
                .filter(each ->
                        !each.at().isAfter(now) && now.isBefore(each.at().plus(WINDOW)))
                .toList();
    }

    /** One day of one patient. */
    private record Day(DueDay due, ZoneHistory zones, Logged logged) {

        List<Reminder> reminders(ReminderTimes times) {
            List<Reminder> all = new ArrayList<>();
            boolean session = isSessionDue();
            if (times.sessionAt() != null && session && !logged.sessions().contains(due.date())) {
                add(all, NoticeKind.SESSION_DUE, due.date().toString(), times.sessionAt());
            }
            if (times.posture() != null && due.items().stream().anyMatch(Day::isPosture)) {
                addPosture(all, times.posture());
            }
            if (times.checklist() != null) {
                addChecklist(all, times.checklist());
            }
            boolean something =
                    session || !due.habits().isEmpty() || due.items().stream().anyMatch(Day::isPosture);
            if (times.nothingLoggedAt() != null
                    && something
                    && !logged.anything().contains(due.date())) {
                add(all, NoticeKind.NOTHING_LOGGED, due.date().toString(), times.nothingLoggedAt());
            }
            return all;
        }

        /** Something is due on this very day, or the week is behind what it asks for. */
        private boolean isSessionDue() {
            boolean today =
                    due.items().stream().anyMatch(item -> item.demand() instanceof Demand.OnTheDay && !isPosture(item));
            return today || sessionsOfTheWeek() < wantedByNow();
        }

        private static boolean isPosture(DueItem item) {
            Frequency frequency = item.item().frequency();
            return frequency.repetition() == Repetition.EVERY_FEW_HOURS;
        }

        /** Of what is due so many times a week, how much is by the end of this day, spread evenly and rounded up. */
        private int wantedByNow() {
            int weekly = due.items().stream()
                    .mapToInt(item -> item.demand() instanceof Demand.InTheWeek(int times) ? times : 0)
                    .max()
                    .orElse(0);
            return Math.ceilDiv(weekly * dayOfWeek(), DAYS_A_WEEK);
        }

        /** Days of this program week on which a session was logged. */
        private long sessionsOfTheWeek() {
            return Stream.iterate(due.date(), date -> date.minusDays(1))
                    .limit(dayOfWeek())
                    .filter(logged.sessions()::contains)
                    .count();
        }

        /** From 1 to 7, counted from the first day of the program week. */
        private int dayOfWeek() {
            LocalDate first = ScheduleRules.firstOfWeek(due.inForce().plan(), due.date());
            return Math.toIntExact(due.date().toEpochDay() - first.toEpochDay()) + 1;
        }

        private void addPosture(List<Reminder> all, PostureHours hours) {
            int minutes = minuteOf(hours.from());
            for (int number = 1; minutes <= minuteOf(hours.until()); number++) {
                LocalTime at = LocalTime.MIN.plusMinutes(minutes);
                add(all, NoticeKind.POSTURE_RESET, due.date() + "#" + number, at);
                minutes += hours.everyMinutes();
            }
        }

        private static int minuteOf(LocalTime time) {
            return time.getHour() * 60 + time.getMinute();
        }

        private void addChecklist(List<Reminder> all, Checklist checklist) {
            if (due.date().getDayOfWeek() == checklist.day()) {
                String week = "%d-W%02d"
                        .formatted(
                                due.date().get(IsoFields.WEEK_BASED_YEAR),
                                due.date().get(IsoFields.WEEK_OF_WEEK_BASED_YEAR));
                add(all, NoticeKind.WEEKLY_CHECKLIST, week, checklist.at());
            }
        }

        private void add(List<Reminder> all, NoticeKind kind, String item, LocalTime time) {
            Instant at =
                    due.date().atTime(time).atZone(zones.zoneOn(due.date())).toInstant();
            if (zones.today(at).equals(due.date())) {
                all.add(new Reminder(kind, item, at));
            }
        }
    }
}
