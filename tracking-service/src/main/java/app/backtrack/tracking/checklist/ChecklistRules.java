package app.backtrack.tracking.checklist;

import app.backtrack.tracking.checklist.Check.Span;
import app.backtrack.tracking.journal.IsoWeek;
import app.backtrack.tracking.progress.ProgressView;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Says how the weekly checklist went, week by week, from sessions and from what the patient looked back on. It needs no
 * program. What is not over and not met is open, and silence is no data.
 */
public final class ChecklistRules {
    /** The rule's version; what it says changes only with it. */
    public static final int VERSION = 1;

    private static final int DAYS_A_WEEK = 7;

    private ChecklistRules() {}

    /**
     * Every ISO week that a span of days touches, whole, also where it begins before the span.
     *
     * @param from first local date
     * @param until last local date; nothing after it is looked at
     * @param today the patient's date, which is not over
     */
    public static List<ChecklistWeek> of(ProgressView view, LocalDate from, LocalDate until, LocalDate today) {
        LocalDate through = until.isBefore(today) ? until : today;
        LocalDate over = until.isBefore(today) ? until : today.minusDays(1);
        List<ChecklistWeek> weeks = new ArrayList<>();
        LocalDate monday = from.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        for (; !monday.isAfter(through); monday = monday.plusWeeks(1)) {
            weeks.add(week(view, monday, through, over));
        }
        return List.copyOf(weeks);
    }

    private static ChecklistWeek week(ProgressView view, LocalDate monday, LocalDate through, LocalDate over) {
        List<ChecklistWeek.ChecklistItem> items = Arrays.stream(Check.values())
                .map(check -> item(check, view, monday, through, over))
                .toList();
        return new ChecklistWeek(IsoWeek.of(monday), monday, monday.plusDays(DAYS_A_WEEK - 1), items);
    }

    private static ChecklistWeek.ChecklistItem item(
            Check check, ProgressView view, LocalDate monday, LocalDate through, LocalDate over) {
        int days = check.span() == Span.DAY ? 1 : DAYS_A_WEEK;
        List<Spoken> spans = new ArrayList<>();
        int[] states = new int[State.values().length];
        for (LocalDate day = monday; day.isBefore(monday.plusDays(DAYS_A_WEEK)); day = day.plusDays(days)) {
            Spoken spoken = spoken(check, view, day, days, through);
            spans.add(spoken);
            states[state(spoken, !day.plusDays(days - 1).isAfter(over)).ordinal()]++;
        }
        return new ChecklistWeek.ChecklistItem(
                check,
                check.span(),
                check.target(),
                states[State.MET.ordinal()],
                states[State.NOT_MET.ordinal()],
                states[State.NO_DATA.ordinal()],
                states[State.OPEN.ordinal()],
                spans.stream()
                        .map(Spoken::count)
                        .flatMap(Stream::ofNullable)
                        .max(Comparator.naturalOrder())
                        .orElse(null),
                spans.stream().flatMap(span -> span.evidence().stream()).toList());
    }

    private static Spoken spoken(Check check, ProgressView view, LocalDate first, int days, LocalDate through) {
        return Spoken.of(
                check,
                IntStream.range(0, days)
                        .mapToObj(first::plusDays)
                        .filter(date -> !date.isAfter(through))
                        .map(view::reportsOn)
                        .toList());
    }

    private static State state(Spoken spoken, boolean over) {
        if (spoken.met()) {
            return State.MET;
        }
        if (!over) {
            return State.OPEN;
        }
        return spoken.evidence().isEmpty() ? State.NO_DATA : State.NOT_MET;
    }

    private enum State {
        MET,
        NOT_MET,
        NO_DATA,
        OPEN
    }
}
