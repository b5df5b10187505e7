package app.backtrack.tracking.adherence;

import app.backtrack.events.schedule.DueKind;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * How much of what was due in a span of days was done.
 *
 * @param from first local date
 * @param through last local date that is counted: none after the patient's today
 * @param exercises all exercises together
 * @param habits all habits together
 * @param items each exercise and habit over the whole span, exercises first, by id
 * @param weeks program by program and week by week, ascending
 */
public record Adherence(
        LocalDate from,
        LocalDate through,
        Tally exercises,
        Tally habits,
        List<AdherenceItem> items,
        List<AdherenceWeek> weeks) {

    public Adherence {
        items = List.copyOf(items);
        weeks = List.copyOf(weeks);
    }

    /**
     * An exercise or habit over the whole span.
     *
     * @param kind which of both
     * @param id in the catalog
     * @param tally what became of it
     */
    public record AdherenceItem(DueKind kind, String id, Tally tally) {}

    /**
     * A program week, as far as it lies in the span.
     *
     * @param programId the program
     * @param programWeek from 1
     * @param from its first local date in the span
     * @param to its last local date in the span
     * @param versions the program's versions in force in it, ascending
     * @param pausedDays days on which a clinician had paused the program: nothing was due
     * @param exercises all exercises together
     * @param habits all habits together
     * @param items each exercise and habit, exercises first, by id
     */
    public record AdherenceWeek(
            UUID programId,
            int programWeek,
            LocalDate from,
            LocalDate to,
            List<Integer> versions,
            int pausedDays,
            Tally exercises,
            Tally habits,
            List<AdherenceWeekItem> items) {

        public AdherenceWeek {
            versions = List.copyOf(versions);
            items = List.copyOf(items);
        }
    }

    /**
     * An exercise or habit in one program week.
     *
     * @param kind which of both
     * @param id in the catalog
     * @param tally what became of it
     * @param evidence CloudEvents ids of the sessions or check-ins that speak of it
     */
    public record AdherenceWeekItem(DueKind kind, String id, Tally tally, List<String> evidence) {

        public AdherenceWeekItem {
            evidence = List.copyOf(evidence);
        }
    }
}
