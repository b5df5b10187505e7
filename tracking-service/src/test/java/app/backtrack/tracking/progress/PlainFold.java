package app.backtrack.tracking.progress;

import app.backtrack.events.EventJson;
import app.backtrack.events.FactEvent;
import app.backtrack.events.FactEvent.Report;
import app.backtrack.events.PainContext;
import app.backtrack.events.PainEvent.PainScoreRecorded;
import app.backtrack.events.PainEvent.RedFlagScreened;
import app.backtrack.events.RedFlag;
import app.backtrack.events.SessionEvent.SessionLogged;
import app.backtrack.tracking.journal.FactKey;
import app.backtrack.tracking.journal.IsoWeek;
import app.backtrack.tracking.journal.JournalEntry;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** The progress of a whole pile of entries, worked out date by date from the rules and from nothing else. */
final class PlainFold {

    private static final Comparator<FactEvent> STRENGTH = Comparator.comparing(FactEvent::revision)
            .thenComparing(Report.class::isInstance)
            .thenComparing(EventJson::contentHash);

    private PlainFold() {}

    static ProgressView of(Collection<JournalEntry> entries) {
        List<FactEvent> facts =
                entries.stream().map(JournalEntry::fact).distinct().toList();
        Map<FactKey, FactEvent> winners = new HashMap<>();
        for (FactEvent fact : facts) {
            winners.merge(FactKey.of(fact), fact, (one, other) -> STRENGTH.compare(one, other) > 0 ? one : other);
        }
        List<Report> dated = facts.stream()
                .filter(Report.class::isInstance)
                .map(Report.class::cast)
                .toList();
        TreeMap<String, WeekView> weeks = new TreeMap<>();
        for (String week : dated.stream().map(PlainFold::week).collect(Collectors.toSet())) {
            List<Report> inWeek =
                    dated.stream().filter(r -> week(r).equals(week)).toList();
            TreeSet<String> hints =
                    inWeek.stream().map(FactKey::of).map(FactHint::of).collect(Collectors.toCollection(TreeSet::new));
            weeks.put(week, new WeekView(days(inWeek, winners), List.copyOf(hints)));
        }
        return new ProgressView(CareView.EMPTY, weeks);
    }

    private static TreeMap<LocalDate, DayView> days(List<Report> inWeek, Map<FactKey, FactEvent> winners) {
        TreeMap<LocalDate, DayView> days = new TreeMap<>();
        for (Report any : inWeek) {
            List<Report> ofDate = inWeek.stream()
                    .filter(r -> r.localDate().equals(any.localDate()))
                    .toList();
            List<Report> counting = ofDate.stream()
                    .filter(r -> r.equals(winners.get(FactKey.of(r))))
                    .toList();
            TreeMap<PainContext, ScoreSum> pain = new TreeMap<>();
            for (PainContext context : PainContext.values()) {
                List<Integer> points = counting.stream()
                        .filter(r -> r instanceof PainScoreRecorded score && score.context() == context)
                        .map(r -> ((PainScoreRecorded) r).score())
                        .toList();
                if (!points.isEmpty()) {
                    pain.put(
                            context,
                            new ScoreSum(points.stream().mapToInt(p -> p).sum(), points.size()));
                }
            }
            int sessions = (int)
                    counting.stream().filter(SessionLogged.class::isInstance).count();
            List<RedFlag> flags = ofDate.stream()
                    .filter(RedFlagScreened.class::isInstance)
                    .flatMap(r -> ((RedFlagScreened) r).positive().stream())
                    .distinct()
                    .sorted()
                    .toList();
            if (!pain.isEmpty() || sessions > 0 || !flags.isEmpty()) {
                days.put(any.localDate(), new DayView(pain, sessions, flags));
            }
        }
        return days;
    }

    private static String week(Report report) {
        return IsoWeek.of(report.localDate());
    }
}
