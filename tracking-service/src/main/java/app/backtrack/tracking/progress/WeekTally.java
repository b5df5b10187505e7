package app.backtrack.tracking.progress;

import app.backtrack.events.FactEvent.Report;
import app.backtrack.events.PainContext;
import app.backtrack.events.PainEvent.FlareDeclared;
import app.backtrack.events.PainEvent.PainScoreRecorded;
import app.backtrack.events.PainEvent.QuestionnaireAnswered;
import app.backtrack.events.PainEvent.RedFlagScreened;
import app.backtrack.events.RedFlag;
import app.backtrack.events.Role;
import app.backtrack.events.SessionEvent.CareTimeLogged;
import app.backtrack.events.SessionEvent.HabitCheckedIn;
import app.backtrack.events.SessionEvent.SelfCheckRecorded;
import app.backtrack.events.SessionEvent.SessionLogged;
import app.backtrack.tracking.journal.FactKey;
import app.backtrack.tracking.journal.JournalEntry;
import app.backtrack.tracking.progress.DayReports.AnswersView;
import app.backtrack.tracking.progress.DayReports.CareTimeView;
import app.backtrack.tracking.progress.DayReports.FlareView;
import app.backtrack.tracking.progress.DayReports.HabitView;
import app.backtrack.tracking.progress.DayReports.SelfCheckView;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Adds one week up, fact by fact; only for the length of a fold. */
final class WeekTally {

    private final TreeMap<LocalDate, DayTally> days = new TreeMap<>();
    private final TreeSet<String> hints = new TreeSet<>();
    private @Nullable Instant lastHeard;

    /** Notes a revision that is dated in this week, whether it counts or not. */
    void mention(FactKey key, JournalEntry entry, Report revision) {
        hints.add(FactHint.of(key));
        if (entry.actor().role() == Role.PATIENT
                && (lastHeard == null || entry.recordedAt().isAfter(lastHeard))) {
            lastHeard = entry.recordedAt();
        }
        if (revision instanceof RedFlagScreened screen && !screen.positive().isEmpty()) {
            day(revision)
                    .screens
                    .computeIfAbsent(screen.id(), any -> new TreeSet<>())
                    .addAll(screen.positive());
        }
    }

    /** Counts a winning revision on its date. */
    void count(Report winner) {
        DayTally day = day(winner);
        UUID id = winner.id();
        int revision = winner.revision();
        switch (winner) {
            case PainScoreRecorded score ->
                day.pain.merge(score.context(), new ScoreSum(score.score(), 1), ScoreSum::plus);
            case SessionLogged session -> day.sessions.put(id, SessionView.of(session));
            case FlareDeclared flare ->
                day.flares.put(
                        id,
                        new FlareView(
                                revision,
                                flare.hardToTolerate(),
                                flare.limitsActivities(),
                                flare.affectsMood(),
                                flare.endedOn()));
            case QuestionnaireAnswered answered ->
                day.questionnaires.put(id, new AnswersView(revision, answered.questionnaire(), answered.answers()));
            case HabitCheckedIn habit ->
                day.habits.put(id, new HabitView(revision, habit.habit(), habit.kept(), habit.amount(), habit.why()));
            case SelfCheckRecorded check ->
                day.selfChecks.put(
                        id, new SelfCheckView(revision, check.check(), check.seen(), check.side(), check.holds()));
            case CareTimeLogged time -> day.careTime.put(id, new CareTimeView(revision, time.minutes(), time.live()));
            case RedFlagScreened screen -> {
                // Counted by mention(): what any revision said yes to stands.
            }
        }
    }

    /** The week; empty where nothing was ever dated in it. */
    Optional<WeekView> view() {
        TreeMap<LocalDate, DayView> views = new TreeMap<>();
        days.forEach((date, day) -> day.view().ifPresent(view -> views.put(date, view)));
        return hints.isEmpty() ? Optional.empty() : Optional.of(new WeekView(views, List.copyOf(hints), lastHeard));
    }

    private DayTally day(Report report) {
        return days.computeIfAbsent(report.localDate(), any -> new DayTally());
    }

    private static final class DayTally {
        private final TreeMap<PainContext, ScoreSum> pain = new TreeMap<>();
        private final TreeMap<UUID, SessionView> sessions = new TreeMap<>();
        private final TreeMap<UUID, TreeSet<RedFlag>> screens = new TreeMap<>();
        private final TreeMap<UUID, FlareView> flares = new TreeMap<>();
        private final TreeMap<UUID, AnswersView> questionnaires = new TreeMap<>();
        private final TreeMap<UUID, HabitView> habits = new TreeMap<>();
        private final TreeMap<UUID, SelfCheckView> selfChecks = new TreeMap<>();
        private final TreeMap<UUID, CareTimeView> careTime = new TreeMap<>();

        /** The day; empty where all that counted about it was a screen without a sign. */
        Optional<DayView> view() {
            TreeMap<UUID, List<RedFlag>> signs = new TreeMap<>();
            screens.forEach((id, positive) -> signs.put(id, List.copyOf(positive)));
            DayReports reports = new DayReports(sessions, signs, flares, questionnaires, habits, selfChecks, careTime);
            boolean none = reports.equals(DayReports.NONE);
            return none && pain.isEmpty() ? Optional.empty() : Optional.of(new DayView(pain, none ? null : reports));
        }
    }
}
