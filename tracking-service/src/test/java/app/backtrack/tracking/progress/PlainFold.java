package app.backtrack.tracking.progress;

import app.backtrack.events.EventJson;
import app.backtrack.events.FactEvent;
import app.backtrack.events.FactEvent.Report;
import app.backtrack.events.PainContext;
import app.backtrack.events.PainEvent.FlareDeclared;
import app.backtrack.events.PainEvent.PainScoreRecorded;
import app.backtrack.events.PainEvent.RedFlagScreened;
import app.backtrack.events.RedFlag;
import app.backtrack.events.Role;
import app.backtrack.events.SessionEvent.HabitCheckedIn;
import app.backtrack.events.SessionEvent.SessionLogged;
import app.backtrack.tracking.care.CareView;
import app.backtrack.tracking.journal.FactKey;
import app.backtrack.tracking.journal.IsoWeek;
import app.backtrack.tracking.journal.JournalEntry;
import app.backtrack.tracking.progress.DayReports.FlareView;
import app.backtrack.tracking.progress.DayReports.HabitView;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.BinaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

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
            weeks.put(week, new WeekView(days(inWeek, winners), List.copyOf(hints), lastHeard(entries, week)));
        }
        return new ProgressView(CareView.EMPTY, weeks);
    }

    private static @Nullable Instant lastHeard(Collection<JournalEntry> entries, String week) {
        return entries.stream()
                .filter(entry -> entry.actor().role() == Role.PATIENT)
                .filter(entry -> entry.week().equals(Optional.of(week)))
                .collect(Collectors.toMap(
                        JournalEntry::key, JournalEntry::recordedAt, BinaryOperator.minBy(Comparator.naturalOrder())))
                .values()
                .stream()
                .max(Comparator.naturalOrder())
                .orElse(null);
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
            DayReports reports = reports(ofDate, counting);
            boolean none = reports.equals(DayReports.NONE);
            if (!pain.isEmpty() || !none) {
                days.put(any.localDate(), new DayView(pain, none ? null : reports));
            }
        }
        return days;
    }

    private static DayReports reports(List<Report> ofDate, List<Report> counting) {
        TreeMap<UUID, SessionView> sessions = new TreeMap<>();
        TreeMap<UUID, FlareView> flares = new TreeMap<>();
        TreeMap<UUID, HabitView> habits = new TreeMap<>();
        for (Report report : counting) {
            if (report instanceof SessionLogged session) {
                sessions.put(session.id(), SessionView.of(session));
            } else if (report instanceof FlareDeclared f) {
                flares.put(
                        f.id(),
                        new FlareView(
                                f.revision(), f.hardToTolerate(), f.limitsActivities(), f.affectsMood(), f.endedOn()));
            } else if (report instanceof HabitCheckedIn h) {
                habits.put(h.id(), new HabitView(h.revision(), h.habit(), h.kept(), h.amount(), h.why()));
            }
        }
        Map<UUID, List<RedFlag>> screens = ofDate.stream()
                .filter(r -> r instanceof RedFlagScreened screen
                        && !screen.positive().isEmpty())
                .collect(Collectors.groupingBy(
                        Report::id,
                        Collectors.flatMapping(
                                r -> ((RedFlagScreened) r).positive().stream(),
                                Collectors.collectingAndThen(Collectors.toCollection(TreeSet::new), List::copyOf))));
        return new DayReports(
                sessions, new TreeMap<>(screens), flares, new TreeMap<>(), habits, new TreeMap<>(), new TreeMap<>());
    }

    private static String week(Report report) {
        return IsoWeek.of(report.localDate());
    }
}
