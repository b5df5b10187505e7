package app.backtrack.tracking.adherence;

import app.backtrack.events.schedule.DayState;
import app.backtrack.events.schedule.DueCount;
import app.backtrack.events.schedule.DueDay;
import app.backtrack.events.schedule.DueItem;
import app.backtrack.events.schedule.DueItem.Demand;
import app.backtrack.events.schedule.DueKind;
import app.backtrack.tracking.adherence.Adherence.AdherenceWeek;
import app.backtrack.tracking.adherence.Adherence.AdherenceWeekItem;
import app.backtrack.tracking.progress.DayReports;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;

/** Adds up one program week, day by day; only for the length of a reckoning. */
final class ProgramWeekTally {
    private final UUID programId;
    private final int programWeek;
    private final TreeSet<LocalDate> dates = new TreeSet<>();
    private final TreeSet<Integer> versions = new TreeSet<>();
    private final TreeMap<Thing, Part> parts = new TreeMap<>();
    private int pausedDays;

    ProgramWeekTally(UUID programId, int programWeek) {
        this.programId = programId;
        this.programWeek = programWeek;
    }

    /**
     * Adds a day.
     *
     * @param over whether the day is over, so that what was not said by now is no data
     */
    void add(DueDay day, DayReports reports, boolean over) {
        dates.add(day.date());
        versions.add(day.inForce().version());
        pausedDays += day.state() == DayState.PAUSED ? 1 : 0;
        for (DueItem due : day.items()) {
            String exercise = due.item().exercise();
            Told told = Told.ofExercise(exercise, reports);
            Part part = part(DueKind.EXERCISE, exercise);
            switch (due.demand()) {
                case Demand.OnTheDay on -> part.onTheDay(on.times(), told, over);
                case Demand.InTheWeek in -> part.inTheWeek(told);
            }
        }
        day.habits()
                .forEach(goal ->
                        part(DueKind.HABIT, goal.habit()).onTheDay(1, Told.ofHabit(goal.habit(), reports), over));
    }

    /**
     * The week.
     *
     * @param due how often each thing was due in the span, by the plan
     * @param settled the same without the days that are not over
     */
    AdherenceWeek week(Map<Count, Integer> due, Map<Count, Integer> settled) {
        List<AdherenceWeekItem> items = new ArrayList<>();
        Map<DueKind, Tally> sums = new TreeMap<>();
        parts.forEach((thing, part) -> {
            Count count = new Count(programId, programWeek, thing);
            Tally tally = part.tally(settled.getOrDefault(count, 0), due.getOrDefault(count, 0));
            sums.merge(thing.kind, tally, Tally::plus);
            items.add(new AdherenceWeekItem(thing.kind, thing.id, tally, part.told.evidence()));
        });
        return new AdherenceWeek(
                programId,
                programWeek,
                dates.first(),
                dates.last(),
                List.copyOf(versions),
                pausedDays,
                sums.getOrDefault(DueKind.EXERCISE, Tally.NONE),
                sums.getOrDefault(DueKind.HABIT, Tally.NONE),
                items);
    }

    private Part part(DueKind kind, String id) {
        return parts.computeIfAbsent(new Thing(kind, id), any -> new Part());
    }

    /** An exercise or habit; the two may share an id. */
    record Thing(DueKind kind, String id) implements Comparable<Thing> {
        private static final Comparator<Thing> ORDER =
                Comparator.comparing(Thing::kind).thenComparing(Thing::id);

        @Override
        public int compareTo(Thing other) {
            return ORDER.compare(this, other);
        }
    }

    /** What a count of the plan is about. */
    record Count(UUID programId, int programWeek, Thing thing) {

        static Count of(DueCount count) {
            return new Count(count.programId(), count.programWeek(), new Thing(count.kind(), count.id()));
        }
    }

    /**
     * One exercise or habit. What is due on fixed days is settled day by day; what is due some times in the week is one
     * span, whose due count is what the plan's count has beyond the fixed days.
     */
    private static final class Part {
        private Tally onDays = Tally.NONE;
        private int dueOnDays;
        private int settledOnDays;
        private Told inWeek = Told.NOTHING;
        private Told told = Told.NOTHING;

        void onTheDay(int times, Told that, boolean over) {
            int settled = over ? times : 0;
            onDays = onDays.plus(Tally.of(settled, times, that));
            dueOnDays += times;
            settledOnDays += settled;
            told = told.plus(that);
        }

        void inTheWeek(Told that) {
            inWeek = inWeek.plus(that);
            told = told.plus(that);
        }

        Tally tally(int settled, int due) {
            return onDays.plus(Tally.of(settled - settledOnDays, due - dueOnDays, inWeek));
        }
    }
}
