package app.backtrack.tracking.sides;

import app.backtrack.tracking.care.Sorted;
import java.time.LocalDate;
import java.util.List;
import java.util.SortedMap;

/**
 * How the sides compare over a span of days.
 *
 * @param from first local date of the points
 * @param until last local date
 * @param judgedFrom first local date of the 14 that a finding rests on
 * @param asymmetries by exercise, source and measure
 * @param leftOut by exercise, how many sessions with one-sided work could not be compared: the plan in force did not
 *     ask the same of both sides, or the sides were measured differently
 */
public record Sides(
        LocalDate from,
        LocalDate until,
        LocalDate judgedFrom,
        List<Asymmetry> asymmetries,
        SortedMap<String, Integer> leftOut) {

    public Sides {
        asymmetries = List.copyOf(asymmetries);
        leftOut = Sorted.copyOf(leftOut);
    }
}
