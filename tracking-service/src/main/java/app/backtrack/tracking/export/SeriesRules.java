package app.backtrack.tracking.export;

import app.backtrack.events.FactEvent.Report;
import app.backtrack.events.PainEvent.ItemAnswer;
import app.backtrack.events.PainEvent.PainScoreRecorded;
import app.backtrack.events.PainEvent.QuestionnaireAnswered;
import app.backtrack.events.SessionEvent.ExerciseDone;
import app.backtrack.events.SessionEvent.ExerciseSkipped;
import app.backtrack.events.SessionEvent.HabitCheckedIn;
import app.backtrack.events.SessionEvent.SessionLogged;
import app.backtrack.events.SessionEvent.SetDone;
import app.backtrack.events.WireName;
import app.backtrack.tracking.journal.FactHistory;
import app.backtrack.tracking.journal.JournalEntry;
import app.backtrack.tracking.journal.JournalRules;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Lays out what counts of a journal as tables: the winning revision of each fact, by local date, then by time and id.
 * No notes: free text may name people.
 */
final class SeriesRules {
    private static final Comparator<Counted> BY_DATE = Comparator.comparing(
                    (Counted counted) -> counted.report.localDate())
            .thenComparing(counted -> counted.report.occurredAt())
            .thenComparing(counted -> counted.report.eventId());

    private SeriesRules() {}

    /** The table of a series. */
    static CsvTable table(Series series, Collection<JournalEntry> journal) {
        List<Counted> counted = JournalRules.resolve(journal).values().stream()
                .flatMap(Counted::of)
                .sorted(BY_DATE)
                .toList();
        return switch (series) {
            case PAIN -> pain(counted);
            case SESSIONS -> sessions(counted);
            case HABITS -> habits(counted);
            case QUESTIONNAIRES -> questionnaires(counted);
        };
    }

    private record Counted(Report report, JournalEntry entry) {

        static Stream<Counted> of(FactHistory history) {
            JournalEntry winner = history.winner();
            return winner.fact() instanceof Report report ? Stream.of(new Counted(report, winner)) : Stream.empty();
        }
    }

    private static CsvTable pain(List<Counted> all) {
        CsvTable table = new CsvTable(
                "local_date",
                "occurred_at",
                "zone",
                "recorded_at",
                "actor_role",
                "event_id",
                "context",
                "score",
                "site",
                "side");
        for (Counted counted : all) {
            if (counted.report instanceof PainScoreRecorded score) {
                table.add(row(counted, name(score.context()), score.score(), name(score.site()), name(score.side())));
            }
        }
        return table;
    }

    private static CsvTable sessions(List<Counted> all) {
        CsvTable table = new CsvTable(
                "local_date",
                "occurred_at",
                "zone",
                "recorded_at",
                "actor_role",
                "event_id",
                "exercise",
                "instead_of",
                "skipped_why",
                "set",
                "side",
                "reps",
                "hold_seconds",
                "load_grams",
                "effort",
                "pain");
        for (Counted counted : all) {
            if (counted.report instanceof SessionLogged session) {
                session.exercises().forEach(exercise -> addSets(table, counted, exercise));
                List<ExerciseSkipped> skipped = session.skipped() == null ? List.of() : session.skipped();
                skipped.forEach(left -> table.add(row(
                        counted, left.exercise(), null, name(left.why()), null, null, null, null, null, null, null)));
            }
        }
        return table;
    }

    private static void addSets(CsvTable table, Counted counted, ExerciseDone exercise) {
        int number = 0;
        for (SetDone set : exercise.sets()) {
            number++;
            table.add(row(
                    counted,
                    exercise.exercise(),
                    exercise.insteadOf(),
                    null,
                    number,
                    name(set.side()),
                    set.reps(),
                    set.holdSeconds(),
                    set.loadGrams(),
                    exercise.effort(),
                    exercise.pain()));
        }
    }

    private static CsvTable habits(List<Counted> all) {
        CsvTable table = new CsvTable(
                "local_date",
                "occurred_at",
                "zone",
                "recorded_at",
                "actor_role",
                "event_id",
                "habit",
                "kept",
                "amount",
                "why");
        for (Counted counted : all) {
            if (counted.report instanceof HabitCheckedIn habit) {
                table.add(row(counted, habit.habit(), habit.kept(), habit.amount(), name(habit.why())));
            }
        }
        return table;
    }

    private static CsvTable questionnaires(List<Counted> all) {
        CsvTable table = new CsvTable(
                "local_date",
                "occurred_at",
                "zone",
                "recorded_at",
                "actor_role",
                "event_id",
                "questionnaire",
                "item",
                "score");
        for (Counted counted : all) {
            if (counted.report instanceof QuestionnaireAnswered answered) {
                for (ItemAnswer answer : answered.answers()) {
                    table.add(row(counted, name(answered.questionnaire()), answer.item(), answer.score()));
                }
            }
        }
        return table;
    }

    /** What every row begins with, then its own cells. */
    private static @Nullable Object[] row(Counted counted, @Nullable Object... own) {
        Report report = counted.report;
        JournalEntry entry = counted.entry;
        return Stream.concat(
                        Stream.<@Nullable Object>of(
                                report.localDate(),
                                report.occurredAt(),
                                report.zone(),
                                entry.recordedAt(),
                                entry.actor().role().wireName(),
                                report.eventId()),
                        Stream.of(own))
                .toArray();
    }

    private static @Nullable String name(@Nullable WireName named) {
        return named == null ? null : named.wireName();
    }
}
