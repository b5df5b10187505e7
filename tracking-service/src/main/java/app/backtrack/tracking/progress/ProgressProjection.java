package app.backtrack.tracking.progress;

import app.backtrack.events.FactEvent.Report;
import app.backtrack.tracking.care.CareView;
import app.backtrack.tracking.journal.FactHistory;
import app.backtrack.tracking.journal.FactKey;
import app.backtrack.tracking.journal.JournalEntry;
import app.backtrack.tracking.journal.JournalRules;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Folds a patient's journal into progress, week by week. The journal keeps first revisions in the week of their date
 * and everything else in the patient's amendments; a fact counts on the local date of its winning revision, so a
 * correction can change a week that it is not dated in. Whatever the order, the batches and the repetitions, the same
 * entries end in the same view.
 */
public final class ProgressProjection {

    private ProgressProjection() {}

    /**
     * The weeks to read and fold anew when entries were added: their own, and those that earlier revisions of the same
     * facts are dated in.
     *
     * @param current the view before the addition
     * @param added entries that the journal holds by now, new or seen before
     */
    public static SortedSet<String> touchedWeeks(ProgressView current, Collection<JournalEntry> added) {
        SortedSet<String> weeks = new TreeSet<>();
        Set<String> hints = new HashSet<>();
        for (JournalEntry entry : added) {
            entry.week().ifPresent(weeks::add);
            hints.add(FactHint.of(entry.factKey()));
        }
        return close(current, weeks, hints);
    }

    /**
     * The given weeks and all that share a fact with them, directly or by way of others. A part of the journal can be
     * folded by itself only together with these: which of two first revisions wins may depend on the other week.
     */
    public static SortedSet<String> linkedWeeks(ProgressView current, Collection<String> weeks) {
        return close(current, new TreeSet<>(weeks), new HashSet<>());
    }

    private static SortedSet<String> close(ProgressView current, SortedSet<String> weeks, Set<String> hints) {
        boolean grown = true;
        while (grown) {
            grown = false;
            for (Map.Entry<String, WeekView> week : current.weeks().entrySet()) {
                List<String> own = week.getValue().hints();
                if (weeks.contains(week.getKey())) {
                    grown |= hints.addAll(own);
                } else if (own.stream().anyMatch(hints::contains)) {
                    grown |= weeks.add(week.getKey());
                }
            }
        }
        return weeks;
    }

    /**
     * The view with some weeks folded anew.
     *
     * @param current the view before; its other weeks and its care are kept
     * @param touched at least the weeks that {@link #touchedWeeks} named, each with all first revisions that the
     *     journal has for it, be it none
     * @param amendments all of the patient's retractions and later revisions
     * @throws IllegalArgumentException if an entry stands under a week that it does not belong to
     */
    public static ProgressView refold(
            ProgressView current,
            Map<String, ? extends Collection<JournalEntry>> touched,
            Collection<JournalEntry> amendments) {
        Map<String, WeekTally> tallies = new TreeMap<>();
        List<JournalEntry> entries = new ArrayList<>(amendments);
        touched.forEach((week, own) -> {
            requireHome(week, own);
            tallies.put(week, new WeekTally());
            entries.addAll(own);
        });
        JournalRules.resolve(entries).forEach((key, history) -> tally(key, history, tallies));

        TreeMap<String, WeekView> weeks = new TreeMap<>(current.weeks());
        tallies.forEach(
                (week, tally) -> tally.view().ifPresentOrElse(view -> weeks.put(week, view), () -> weeks.remove(week)));
        return new ProgressView(current.care(), weeks);
    }

    private static void requireHome(String week, Collection<JournalEntry> entries) {
        for (JournalEntry entry : entries) {
            if (entry.amends() || !entry.week().equals(Optional.of(week))) {
                throw new IllegalArgumentException("an entry stands under a week that it does not belong to");
            }
        }
    }

    private static void tally(FactKey key, FactHistory history, Map<String, WeekTally> tallies) {
        for (JournalEntry entry : history.entries()) {
            WeekTally tally = entry.week().map(tallies::get).orElse(null);
            if (tally != null && entry.fact() instanceof Report report) {
                tally.mention(key, entry, report);
                if (entry.equals(history.winner())) {
                    tally.count(report);
                }
            }
        }
    }

    /** The view of a whole journal, from nothing. */
    public static ProgressView foldAll(CareView care, Collection<JournalEntry> journal) {
        SortedMap<String, List<JournalEntry>> weeks = new TreeMap<>();
        List<JournalEntry> amendments = new ArrayList<>();
        for (JournalEntry entry : journal) {
            List<JournalEntry> own = entry.week()
                    .map(week -> weeks.computeIfAbsent(week, any -> new ArrayList<>()))
                    .orElse(amendments);
            (entry.amends() ? amendments : own).add(entry);
        }
        return refold(ProgressView.EMPTY.with(care), weeks, amendments);
    }

    /** The view as it was known at an instant: of what had been recorded by then, and of nothing else. */
    public static ProgressView foldAsOf(CareView care, Collection<JournalEntry> journal, Instant asOf) {
        List<JournalEntry> known = journal.stream()
                .filter(entry -> !entry.recordedAt().isAfter(asOf))
                .toList();
        return foldAll(care.asOf(asOf), known);
    }
}
