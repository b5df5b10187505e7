package app.backtrack.events.schedule;

import static app.backtrack.events.schedule.Plans.START;
import static app.backtrack.events.schedule.Plans.WEEKS;
import static org.assertj.core.api.Assertions.assertThat;

import app.backtrack.events.ProgramEvent.Frequency;
import app.backtrack.events.ProgramEvent.HabitGoal;
import app.backtrack.events.ProgramEvent.PlannedExercise;
import app.backtrack.events.ProgramEvent.ProgramPlan;
import app.backtrack.events.ProgramEvent.Range;
import app.backtrack.events.ProgramStatus;
import app.backtrack.events.Repetition;
import app.backtrack.events.schedule.DueItem.Demand.InTheWeek;
import app.backtrack.events.schedule.DueItem.Demand.OnTheDay;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.jspecify.annotations.Nullable;

/** What holds of any program, however often it was revised, paused and resumed. */
class SchedulePropertyTest {
    private static final int LAST_DAY = WEEKS * 7 + 10;

    @Property
    void a_range_split_anywhere_adds_up_to_the_whole(
            @ForAll("onFixedDays") ProgramHistory program, @ForAll @IntRange(min = -10, max = LAST_DAY) int split) {
        assertThat(sum(counts(program, -10, split), counts(program, split + 1, LAST_DAY)))
                .isEqualTo(sum(counts(program, -10, LAST_DAY)));
    }

    @Property
    void a_range_split_between_program_weeks_adds_up_whatever_the_frequency(
            @ForAll("programs") ProgramHistory program, @ForAll @IntRange(max = WEEKS) int weeks) {
        assertThat(sum(counts(program, -10, weeks * 7 - 1), counts(program, weeks * 7, LAST_DAY)))
                .isEqualTo(sum(counts(program, -10, LAST_DAY)));
    }

    @Property
    void a_full_week_without_a_revision_is_due_as_often_as_planned(
            @ForAll @IntRange(min = 1, max = 7) int times, @ForAll @IntRange(min = 1, max = WEEKS) int week) {
        ProgramPlan plan = Plans.plan(Plans.item("plank", Frequency.timesPerWeek(times)));

        assertThat(counts(Plans.program(Plans.prescribed(plan)), (week - 1) * 7, week * 7 - 1))
                .containsExactly(new DueCount(Plans.PROGRAM, week, DueKind.EXERCISE, "plank", 7, times));
    }

    @Property
    void a_pause_over_a_week_leaves_nothing_due_in_it(
            @ForAll("programs") ProgramHistory program, @ForAll @IntRange(min = 1, max = WEEKS) int week) {
        ProgramPlan plan = program.versions().getLast().plan();
        ProgramHistory paused = with(
                with(program, START.plusDays((week - 1) * 7L), ProgramStatus.PAUSED, plan),
                START.plusDays(week * 7L),
                ProgramStatus.ACTIVE,
                plan);

        assertThat(counts(paused, (week - 1) * 7, week * 7 - 1)).isEmpty();
    }

    @Property
    void a_later_version_never_changes_an_earlier_day(
            @ForAll("programs") ProgramHistory program,
            @ForAll("plans") ProgramPlan plan,
            @ForAll ProgramStatus status,
            @ForAll @IntRange(max = LAST_DAY) int from) {
        ProgramHistory later = with(program, START.plusDays(from), status, plan);

        assertThat(counts(later, -10, from - 1)).isEqualTo(counts(program, -10, from - 1));
        for (LocalDate date = START; date.isBefore(START.plusDays(from)); date = date.plusDays(1)) {
            assertThat(ScheduleRules.dueOn(List.of(later), date))
                    .isEqualTo(ScheduleRules.dueOn(List.of(program), date));
        }
    }

    @Property
    void counts_are_what_the_days_say(
            @ForAll("programs") ProgramHistory program, @ForAll @IntRange(min = -10, max = LAST_DAY) int day) {
        int due = ScheduleRules.dueOn(List.of(program), START.plusDays(day)).stream()
                .mapToInt(SchedulePropertyTest::due)
                .sum();

        assertThat(counts(program, day, day).stream().mapToInt(DueCount::due).sum())
                .isEqualTo(due);
    }

    @Property
    void what_is_free_in_the_week_is_never_due_more_often_than_there_are_days(
            @ForAll("programs") ProgramHistory program, @ForAll @IntRange(max = LAST_DAY) int days) {
        assertThat(counts(program, 0, days))
                .filteredOn(count -> count.id().startsWith("weekly"))
                .allMatch(count -> count.days() >= 1 && count.days() <= 7 && count.due() <= count.days());
    }

    @Provide
    Arbitrary<ProgramHistory> programs() {
        return histories(plans());
    }

    @Provide
    Arbitrary<ProgramHistory> onFixedDays() {
        return histories(plansOf(fixed("daily-1"), fixed("daily-2"), fixed("daily-3")));
    }

    @Provide
    Arbitrary<ProgramPlan> plans() {
        Arbitrary<Frequency> weekly = Arbitraries.integers().between(1, 7).map(Frequency::timesPerWeek);
        return plansOf(fixed("daily-1"), fixed("daily-2"), items("weekly-1", weekly), items("weekly-2", weekly));
    }

    private static Arbitrary<PlannedExercise> fixed(String exercise) {
        Arbitrary<Frequency> weekdays = Arbitraries.of(DayOfWeek.class)
                .list()
                .ofMinSize(1)
                .ofMaxSize(7)
                .map(days -> new Frequency(Repetition.WEEKDAYS, null, days, null));
        Arbitrary<Frequency> everyFewHours = Arbitraries.integers()
                .between(1, 12)
                .map(times -> new Frequency(Repetition.EVERY_FEW_HOURS, times, null, new Range(2, 3)));
        Frequency everyOtherDay = new Frequency(Repetition.EVERY_OTHER_DAY, null, null, null);
        return items(
                exercise,
                Arbitraries.oneOf(
                        Arbitraries.just(Frequency.daily()), Arbitraries.just(everyOtherDay), weekdays, everyFewHours));
    }

    private static Arbitrary<PlannedExercise> items(String exercise, Arbitrary<Frequency> frequency) {
        Arbitrary<@Nullable Range> weeks = Combinators.combine(
                        Arbitraries.integers().between(1, WEEKS),
                        Arbitraries.integers().between(0, WEEKS))
                .as((min, more) -> new Range(min, min + more))
                .injectNull(0.3);
        return Combinators.combine(weeks, frequency).as((span, rhythm) -> Plans.item(exercise, span, rhythm));
    }

    @SafeVarargs
    private static Arbitrary<ProgramPlan> plansOf(Arbitrary<PlannedExercise>... items) {
        Arbitrary<List<PlannedExercise>> chosen = Combinators.combine(List.of(items))
                .as(all -> all)
                .flatMap(all -> Arbitraries.subsetOf(all).ofMinSize(1).map(List::copyOf));
        Arbitrary<List<HabitGoal>> habits = Arbitraries.integers()
                .between(1, WEEKS)
                .list()
                .ofMaxSize(2)
                .map(weeks -> Stream.iterate(0, i -> i < weeks.size(), i -> i + 1)
                        .map(i -> new HabitGoal("habit-" + i, weeks.get(i), null))
                        .toList());
        return Combinators.combine(chosen, habits).as((some, goals) -> Plans.plan(List.of(), some, goals));
    }

    private static Arbitrary<ProgramHistory> histories(Arbitrary<ProgramPlan> plans) {
        Arbitrary<Change> changes = Combinators.combine(
                        Arbitraries.integers().between(0, LAST_DAY), Arbitraries.of(ProgramStatus.class), plans)
                .as(Change::new);
        return Combinators.combine(plans, changes.list().ofMaxSize(4)).as((first, more) -> {
            ProgramHistory program = Plans.program(Plans.prescribed(first));
            for (Change change : more) {
                program = with(program, START.plusDays(change.day), change.status, change.plan);
            }
            return program;
        });
    }

    private static ProgramHistory with(ProgramHistory program, LocalDate from, ProgramStatus status, ProgramPlan plan) {
        List<PlanVersion> versions = new ArrayList<>(program.versions());
        versions.add(Plans.version(versions.size() + 1, from, status, plan));
        return new ProgramHistory(program.programId(), versions);
    }

    private static List<DueCount> counts(ProgramHistory program, int fromDay, int throughDay) {
        return ScheduleRules.dueCounts(List.of(program), START.plusDays(fromDay), START.plusDays(throughDay));
    }

    private static int due(DueDay day) {
        return day.habits().size()
                + day.items().stream()
                        .mapToInt(item -> switch (item.demand()) {
                            case OnTheDay onTheDay -> onTheDay.times();
                            // One day of the week: a seventh of it, rounded.
                            case InTheWeek inTheWeek -> inTheWeek.times() >= 4 ? 1 : 0;
                        })
                        .sum();
    }

    /** Days and counts by week, kind and id. */
    @SafeVarargs
    private static Map<String, List<Integer>> sum(List<DueCount>... parts) {
        Map<String, List<Integer>> sums = new TreeMap<>();
        for (List<DueCount> part : parts) {
            part.forEach(count -> sums.merge(
                    count.programWeek() + " " + count.kind() + " " + count.id(),
                    List.of(count.days(), count.due()),
                    (one, other) -> List.of(one.get(0) + other.get(0), one.get(1) + other.get(1))));
        }
        return sums;
    }

    private record Change(int day, ProgramStatus status, ProgramPlan plan) {}
}
