package app.backtrack.events.schedule;

import app.backtrack.events.ProgramEvent.PlannedExercise;

/**
 * An exercise that is due on a local date, or may be done then.
 *
 * @param item what the plan says about it
 * @param demand how often, and whether on this very day
 */
public record DueItem(PlannedExercise item, Demand demand) {

    /** How often something is to be done. */
    public sealed interface Demand {

        /**
         * Due on this day.
         *
         * @param times how often on the day, from 1
         */
        record OnTheDay(int times) implements Demand {}

        /**
         * Due in this program week, on days of the patient's choice, of which this may be one.
         *
         * @param times how often in a full week, 1 to 7; {@link ScheduleRules#dueCounts} says how often in this very
         *     one
         */
        record InTheWeek(int times) implements Demand {}
    }
}
