package app.backtrack.tracking.progress;

import app.backtrack.events.FactEvent.Report;
import app.backtrack.events.PainContext;
import app.backtrack.events.PainEvent.FlareDeclared;
import app.backtrack.events.PainEvent.PainScoreRecorded;
import app.backtrack.events.PainEvent.QuestionnaireAnswered;
import app.backtrack.events.PainEvent.RedFlagScreened;
import app.backtrack.events.RedFlag;
import app.backtrack.events.SessionEvent.CareTimeLogged;
import app.backtrack.events.SessionEvent.HabitCheckedIn;
import app.backtrack.events.SessionEvent.SelfCheckRecorded;
import app.backtrack.events.SessionEvent.SessionLogged;
import app.backtrack.tracking.journal.FactKey;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Adds one week up, fact by fact; only for the length of a fold. */
final class WeekTally {

    private final TreeMap<LocalDate, DayTally> days = new TreeMap<>();
    private final TreeSet<String> hints = new TreeSet<>();

    /** Notes a revision that is dated in this week, whether it counts or not. */
    void mention(FactKey key, Report revision) {
        hints.add(FactHint.of(key));
        if (revision instanceof RedFlagScreened screen && !screen.positive().isEmpty()) {
            day(revision.localDate()).redFlags.addAll(screen.positive());
        }
    }

    /** Counts a winning revision on its date. */
    void count(Report winner) {
        switch (winner) {
            case PainScoreRecorded score ->
                day(score.localDate()).pain.merge(score.context(), new ScoreSum(score.score(), 1), ScoreSum::plus);
            case SessionLogged session -> day(session.localDate()).sessions++;
            case FlareDeclared ignored -> {}
            case QuestionnaireAnswered ignored -> {}
            case HabitCheckedIn ignored -> {}
            case SelfCheckRecorded ignored -> {}
            case CareTimeLogged ignored -> {}
            case RedFlagScreened screen -> {
                // Counted by mention(): what any revision said yes to stands.
            }
        }
    }

    /** The week; empty where nothing was ever dated in it. */
    Optional<WeekView> view() {
        TreeMap<LocalDate, DayView> views = new TreeMap<>();
        days.forEach((date, day) -> views.put(date, day.view()));
        return hints.isEmpty() ? Optional.empty() : Optional.of(new WeekView(views, List.copyOf(hints)));
    }

    private DayTally day(LocalDate date) {
        return days.computeIfAbsent(date, any -> new DayTally());
    }

    private static final class DayTally {
        private final TreeMap<PainContext, ScoreSum> pain = new TreeMap<>();
        private final Set<RedFlag> redFlags = EnumSet.noneOf(RedFlag.class);
        private int sessions;

        DayView view() {
            return new DayView(pain, sessions, List.copyOf(redFlags));
        }
    }
}
