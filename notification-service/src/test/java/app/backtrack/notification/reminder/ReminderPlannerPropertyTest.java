package app.backtrack.notification.reminder;

import static org.assertj.core.api.Assertions.assertThat;

import app.backtrack.events.ClinicId;
import app.backtrack.events.PatientId;
import app.backtrack.events.PatientRef;
import app.backtrack.events.ProgramEvent.Frequency;
import app.backtrack.events.ProgramEvent.ProgramPlan;
import app.backtrack.events.ProgramStatus;
import app.backtrack.events.schedule.DayState;
import app.backtrack.events.schedule.DueDay;
import app.backtrack.events.schedule.PlanVersion;
import app.backtrack.events.schedule.ProgramHistory;
import app.backtrack.events.schedule.ScheduleRules;
import app.backtrack.events.schedule.ZoneHistory;
import app.backtrack.events.schedule.ZoneHistory.ZoneChange;
import app.backtrack.notification.NoticeKind;
import app.backtrack.notification.reminder.ReminderTimes.Checklist;
import app.backtrack.notification.reminder.ReminderTimes.PostureHours;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/**
 * Walks a clock through two weeks in which clocks are changed somewhere, a look every few minutes, while homes move,
 * programs pause and processes die.
 */
class ReminderPlannerPropertyTest {
    private static final PatientRef PATIENT = new PatientRef(new ClinicId("harbour"), new PatientId(new UUID(1, 2)));
    private static final List<String> ZONES = List.of(
            "Europe/Berlin",
            "America/New_York",
            "America/Los_Angeles",
            "Australia/Lord_Howe",
            "Pacific/Apia",
            "Pacific/Pago_Pago",
            "Asia/Kathmandu",
            "America/St_Johns");
    private static final Duration LOOK = Duration.ofMinutes(10);
    private static final int DAYS = 13;

    @Property(tries = 30)
    void without_moves_and_outages_each_due_day_is_reminded_of_just_once(
            @ForAll("zones") String zone, @ForAll("plans") ProgramPlan plan, @ForAll("times") ReminderTimes times) {
        ZoneHistory home = ZoneHistory.of(ZoneId.of(zone));
        ProgramHistory program = Plans.program(plan);
        List<Told> told = walk(List.of(new Change(Instant.EPOCH, home, program)), times, List.of());

        for (int day = 0; day < DAYS - 4; day++) {
            LocalDate date = plan.startsOn().plusDays(day);
            DueDay due = ScheduleRules.dueOn(List.of(program), date).orElseThrow();
            boolean session = due.items().stream()
                    .anyMatch(item -> !item.item().frequency().equals(Plans.POSTURE));
            assertThat(told.stream()
                            .filter(each -> each.reminder.kind() == NoticeKind.SESSION_DUE)
                            .filter(each -> each.reminder.item().equals(date.toString())))
                    .as("%s", date)
                    .hasSize(session ? 1 : 0);
        }
    }

    @Property(tries = 60)
    void never_twice_never_late_and_never_on_a_day_with_nothing_due(
            @ForAll("changes") List<Change> changes,
            @ForAll("times") ReminderTimes times,
            @ForAll("outages") List<Outage> outages) {
        List<Told> told = walk(changes, times, outages);

        assertThat(told).extracting(each -> each.reminder.id(PATIENT)).doesNotHaveDuplicates();
        for (Told each : told) {
            Change known = known(changes, each.at);
            LocalDate date = known.home.today(each.reminder.at());
            DueDay due = ScheduleRules.dueOn(List.of(known.program), date).orElseThrow();
            assertThat(due.state()).isEqualTo(DayState.UNDER_WAY);
            if (each.reminder.kind() != NoticeKind.WEEKLY_CHECKLIST) {
                assertThat(each.reminder.item()).startsWith(date.toString());
                assertThat(due.items()).isNotEmpty();
            }
            assertThat(Duration.between(each.reminder.at(), each.at))
                    .isBetween(Duration.ZERO, ReminderPlanner.WINDOW.minusMillis(1));
        }
    }

    /** What a sender that remembers only ids would have told. */
    private static List<Told> walk(List<Change> changes, ReminderTimes times, List<Outage> outages) {
        Map<String, Told> told = new HashMap<>();
        Instant start = start(changes.getFirst().program.versions().getFirst().plan());
        Instant end = start.plus(Duration.ofDays(DAYS));
        for (Instant now = start; now.isBefore(end); now = now.plus(LOOK)) {
            Instant look = now;
            if (outages.stream().noneMatch(outage -> outage.covers(start, look))) {
                Change known = known(changes, look);
                List<Reminder> planned =
                        ReminderPlanner.around(look, List.of(known.program), known.home, times, Logged.NOTHING);
                ReminderPlanner.due(planned, look)
                        .forEach(due -> told.putIfAbsent(due.id(PATIENT), new Told(due, look)));
            }
        }
        return List.copyOf(told.values());
    }

    private static Instant start(ProgramPlan plan) {
        return plan.startsOn().minusDays(2).atStartOfDay(ZoneOffset.UTC).toInstant();
    }

    private static Change known(List<Change> changes, Instant now) {
        return changes.stream()
                .filter(change -> !change.since.isAfter(now))
                .reduce((earlier, later) -> later)
                .orElse(changes.getFirst());
    }

    @Provide
    Arbitrary<String> zones() {
        return Arbitraries.of(ZONES);
    }

    /** From before the changes in America, in Europe and Australia, and back in both of the first. */
    private static Arbitrary<LocalDate> starts() {
        return Arbitraries.of(
                LocalDate.parse("2026-03-03"), LocalDate.parse("2026-03-26"), LocalDate.parse("2026-10-22"));
    }

    @Provide
    Arbitrary<ProgramPlan> plans() {
        Arbitrary<Frequency> sessions = Arbitraries.oneOf(
                Arbitraries.just(Plans.DAILY),
                Arbitraries.integers().between(1, 7).map(Frequency::timesPerWeek),
                Arbitraries.of(DayOfWeek.class).map(Plans::on));
        return Combinators.combine(sessions, Arbitraries.of(true, false), starts())
                .as((session, posture, start) ->
                        Plans.from(start, posture ? Plans.plan(session, Plans.POSTURE) : Plans.plan(session)));
    }

    @Provide
    Arbitrary<ReminderTimes> times() {
        Arbitrary<LocalTime> time =
                Arbitraries.integers().between(0, 24 * 12 - 1).map(each -> LocalTime.MIN.plusMinutes(each * 5L));
        Arbitrary<PostureHours> posture = Combinators.combine(
                        time, time, Arbitraries.integers().between(120, 180))
                .as((one, other, every) -> one.isBefore(other)
                        ? new PostureHours(one, other, every)
                        : new PostureHours(other, one, every));
        return Combinators.combine(time, posture, Arbitraries.of(DayOfWeek.class), time)
                .as((session, hours, day, evening) ->
                        new ReminderTimes(true, session, hours, new Checklist(day, evening), evening));
    }

    /** Up to four moves, pauses or resumptions, each known from some moment on and dated within a day of it. */
    @Provide
    Arbitrary<List<Change>> changes() {
        Arbitrary<Step> step = Combinators.combine(
                        Arbitraries.integers().between(0, DAYS * 24),
                        Arbitraries.of(ZONES),
                        Arbitraries.integers().between(-1, 1),
                        Arbitraries.of(ProgramStatus.ACTIVE, ProgramStatus.PAUSED),
                        Arbitraries.of(true, false))
                .as(Step::new);
        return Combinators.combine(zones(), plans(), step.list().ofMaxSize(4)).as(ReminderPlannerPropertyTest::story);
    }

    private static List<Change> story(String zone, ProgramPlan plan, List<Step> steps) {
        Instant start = start(plan);
        List<ZoneChange> homes = new ArrayList<>(List.of(new ZoneChange(ZoneId.of(zone), LocalDate.EPOCH)));
        List<PlanVersion> versions =
                new ArrayList<>(List.of(Plans.version(1, plan.startsOn(), ProgramStatus.ACTIVE, plan)));
        List<Change> changes = new ArrayList<>();
        changes.add(new Change(Instant.EPOCH, new ZoneHistory(homes), new ProgramHistory(new UUID(0, 1), versions)));
        steps.stream()
                .sorted((one, other) -> Integer.compare(one.hour, other.hour))
                .forEach(step -> {
                    Instant since = start.plus(Duration.ofHours(step.hour));
                    LocalDate from = new ZoneHistory(homes).today(since).plusDays(step.daysOff);
                    if (step.moves) {
                        homes.add(new ZoneChange(ZoneId.of(step.zone), from));
                    } else {
                        versions.add(Plans.version(versions.size() + 1, from, step.status, plan));
                    }
                    changes.add(
                            new Change(since, new ZoneHistory(homes), new ProgramHistory(new UUID(0, 1), versions)));
                });
        return changes;
    }

    @Provide
    Arbitrary<List<Outage>> outages() {
        return Combinators.combine(
                        Arbitraries.integers().between(0, DAYS * 24 * 60),
                        Arbitraries.integers().between(1, 3_000))
                .as(Outage::new)
                .list()
                .ofMaxSize(5);
    }

    private record Told(Reminder reminder, Instant at) {}

    private record Change(Instant since, ZoneHistory home, ProgramHistory program) {}

    private record Step(int hour, String zone, int daysOff, ProgramStatus status, boolean moves) {}

    /** No process looks from a minute on for some minutes. */
    private record Outage(int fromMinute, int minutes) {
        boolean covers(Instant start, Instant now) {
            long minute = Duration.between(start, now).toMinutes();
            return minute >= fromMinute && minute < fromMinute + minutes;
        }
    }
}
