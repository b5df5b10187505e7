package app.backtrack.tracking.adherence;

import static app.backtrack.tracking.exercise.Workbook.day;
import static app.backtrack.tracking.exercise.Workbook.done;
import static app.backtrack.tracking.exercise.Workbook.item;
import static app.backtrack.tracking.exercise.Workbook.plan;
import static app.backtrack.tracking.exercise.Workbook.set;
import static org.assertj.core.api.Assertions.assertThat;

import app.backtrack.events.ExerciseSide;
import app.backtrack.events.ProgramEvent.Frequency;
import app.backtrack.events.ProgramEvent.HabitGoal;
import app.backtrack.events.ProgramEvent.PlannedExercise;
import app.backtrack.events.ProgramEvent.Range;
import app.backtrack.events.Repetition;
import app.backtrack.events.SessionEvent.ExerciseDone;
import app.backtrack.events.SessionEvent.ExerciseSkipped;
import app.backtrack.events.SkipReason;
import app.backtrack.events.schedule.DueCount;
import app.backtrack.events.schedule.DueKind;
import app.backtrack.events.schedule.ScheduleRules;
import app.backtrack.tracking.adherence.Adherence.AdherenceItem;
import app.backtrack.tracking.exercise.Workbook;
import app.backtrack.tracking.journal.JournalEntry;
import app.backtrack.tracking.progress.ProgressProjection;
import java.time.DayOfWeek;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** Over plans, revisions, pauses and reports of all sorts. */
class AdherencePropertyTest {
    private static final int LAST_DAY = 45;
    private static final List<String> EXERCISES = List.of("bridge", "plank", "bird-dog", "never-planned");
    private static final List<Frequency> FREQUENCIES = List.of(
            Frequency.daily(),
            Frequency.timesPerWeek(1),
            Frequency.timesPerWeek(3),
            Frequency.timesPerWeek(7),
            new Frequency(Repetition.EVERY_OTHER_DAY, null, null, null),
            new Frequency(Repetition.WEEKDAYS, null, List.of(DayOfWeek.MONDAY, DayOfWeek.FRIDAY), null),
            new Frequency(Repetition.EVERY_FEW_HOURS, 3, null, new Range(2, 3)));

    @Property(tries = 300)
    void done_skipped_and_no_data_add_up_to_due(@ForAll Random random) {
        Workbook book = book(random);
        int from = 1 + random.nextInt(LAST_DAY);
        int until = 1 + random.nextInt(LAST_DAY);
        int today = 1 + random.nextInt(LAST_DAY);

        Adherence adherence = AdherenceRules.of(book.view(), day(from), day(until), day(today));

        Stream<Tally> weekly = adherence.weeks().stream()
                .flatMap(week -> Stream.concat(
                        Stream.of(week.exercises(), week.habits()),
                        week.items().stream().map(Adherence.AdherenceWeekItem::tally)));
        assertThat(Stream.concat(weekly, adherence.items().stream().map(AdherenceItem::tally)))
                .allSatisfy(AdherencePropertyTest::addsUp);
        addsUp(adherence.exercises());
        addsUp(adherence.habits());
        assertThat(adherence.weeks().stream()
                        .map(Adherence.AdherenceWeek::exercises)
                        .reduce(Tally.NONE, Tally::plus))
                .isEqualTo(adherence.exercises());
    }

    @Property(tries = 300)
    void what_is_due_is_what_the_schedule_says(@ForAll Random random) {
        Workbook book = book(random);
        int from = 1 + random.nextInt(LAST_DAY);
        int until = from + random.nextInt(LAST_DAY);

        Adherence adherence = AdherenceRules.of(book.view(), day(from), day(until), day(until + 1));

        List<DueCount> counts = ScheduleRules.dueCounts(book.care().histories(), day(from), day(until));
        assertThat(adherence.exercises().due()).isEqualTo(sum(counts, DueKind.EXERCISE));
        assertThat(adherence.habits().due()).isEqualTo(sum(counts, DueKind.HABIT));
        assertThat(adherence.exercises().open()).isZero();
    }

    @Property(tries = 100)
    void the_order_of_the_facts_does_not_matter(@ForAll Random random) {
        Workbook book = book(random);
        List<JournalEntry> shuffled = new ArrayList<>(book.facts());
        shuffled.addAll(book.facts());
        Collections.shuffle(shuffled, random);

        assertThat(AdherenceRules.of(
                        ProgressProjection.foldAll(book.care(), shuffled), day(1), day(LAST_DAY), day(LAST_DAY)))
                .isEqualTo(AdherenceRules.of(book.view(), day(1), day(LAST_DAY), day(LAST_DAY)));
    }

    @Property(tries = 200)
    void a_later_revision_changes_no_earlier_day(
            @ForAll Random random, @ForAll @IntRange(min = 2, max = LAST_DAY) int fromDay) {
        Workbook book = book(random);
        Adherence before = AdherenceRules.of(book.view(), day(1), day(fromDay - 1), day(LAST_DAY));

        book.revised(fromDay, items(random));

        assertThat(AdherenceRules.of(book.view(), day(1), day(fromDay - 1), day(LAST_DAY)))
                .isEqualTo(before);
    }

    @Property(tries = 200)
    void no_day_that_passes_takes_anything_done_away(
            @ForAll Random random, @ForAll @IntRange(min = 1, max = LAST_DAY) int today) {
        Workbook book = book(random);

        Tally one = AdherenceRules.of(book.view(), day(1), day(LAST_DAY), day(today))
                .exercises();
        Tally next = AdherenceRules.of(book.view(), day(1), day(LAST_DAY), day(today + 1))
                .exercises();

        assertThat(next.done()).isGreaterThanOrEqualTo(one.done());
        assertThat(next.due()).isGreaterThanOrEqualTo(one.due());
    }

    private static void addsUp(Tally tally) {
        assertThat(tally.done() + tally.skipped() + tally.noData()).isEqualTo(tally.due());
        assertThat(List.of(tally.done(), tally.skipped(), tally.noData(), tally.open()))
                .allMatch(count -> count >= 0);
        assertThat(tally.reasons().values().stream().mapToInt(Integer::intValue).sum())
                .isLessThanOrEqualTo(tally.skipped());
        assertThat(tally.rate() == null).isEqualTo(tally.due() == 0);
    }

    private static int sum(List<DueCount> counts, DueKind kind) {
        return counts.stream()
                .filter(count -> count.kind() == kind)
                .mapToInt(DueCount::due)
                .sum();
    }

    private static Workbook book(Random random) {
        Workbook book = Workbook.of(plan(
                random.nextBoolean() ? List.of() : List.of(new HabitGoal("sitting", 1 + random.nextInt(3), null)),
                items(random)));
        int day = 1;
        for (int change = random.nextInt(4); change > 0; change--) {
            day += random.nextInt(12);
            switch (random.nextInt(3)) {
                case 0 -> book.paused(day);
                case 1 -> book.resumed(day);
                default -> book.revised(day, items(random));
            }
        }
        for (int fact = random.nextInt(60); fact > 0; fact--) {
            report(book, 1 + random.nextInt(LAST_DAY), random);
        }
        return book;
    }

    private static PlannedExercise[] items(Random random) {
        return EXERCISES.subList(0, 1 + random.nextInt(3)).stream()
                .map(exercise -> item(exercise, FREQUENCIES.get(random.nextInt(FREQUENCIES.size()))))
                .toArray(PlannedExercise[]::new);
    }

    private static void report(Workbook book, int day, Random random) {
        if (random.nextInt(4) == 0) {
            book.habit(day, "sitting", random.nextBoolean(), null, random.nextBoolean() ? null : SkipReason.TIRED);
            return;
        }
        List<ExerciseDone> exercises = new ArrayList<>();
        List<ExerciseSkipped> skipped = new ArrayList<>();
        for (String exercise : EXERCISES) {
            switch (random.nextInt(4)) {
                case 0 -> skipped.add(new ExerciseSkipped(exercise, SkipReason.PAIN));
                case 1 -> exercises.add(done(exercise, "bridge", null, null, set(ExerciseSide.BOTH, 1, null, null)));
                case 2 -> exercises.add(done(exercise, null, null, null, set(ExerciseSide.BOTH, 1, null, null)));
                default -> {}
            }
        }
        if (!exercises.isEmpty() || !skipped.isEmpty()) {
            book.session(day, exercises, skipped);
        }
    }
}
