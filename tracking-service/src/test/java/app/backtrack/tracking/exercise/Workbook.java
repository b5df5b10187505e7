package app.backtrack.tracking.exercise;

import app.backtrack.events.ExerciseSide;
import app.backtrack.events.PainContext;
import app.backtrack.events.PatientEvent.PatientEnrolled;
import app.backtrack.events.ProgramEvent;
import app.backtrack.events.ProgramEvent.Frequency;
import app.backtrack.events.ProgramEvent.HabitGoal;
import app.backtrack.events.ProgramEvent.PlannedExercise;
import app.backtrack.events.ProgramEvent.ProgramPaused;
import app.backtrack.events.ProgramEvent.ProgramPlan;
import app.backtrack.events.ProgramEvent.ProgramPrescribed;
import app.backtrack.events.ProgramEvent.ProgramResumed;
import app.backtrack.events.ProgramEvent.ProgramRevised;
import app.backtrack.events.ProgramEvent.Range;
import app.backtrack.events.ProgramEvent.Sides;
import app.backtrack.events.ProgramStatus;
import app.backtrack.events.SessionEvent.ExerciseDone;
import app.backtrack.events.SessionEvent.ExerciseSkipped;
import app.backtrack.events.SessionEvent.HabitCheckedIn;
import app.backtrack.events.SessionEvent.SelfCheckRecorded;
import app.backtrack.events.SessionEvent.SessionLogged;
import app.backtrack.events.SessionEvent.SetDone;
import app.backtrack.events.SessionEvent.SideHolds;
import app.backtrack.events.SideRule;
import app.backtrack.events.SkipReason;
import app.backtrack.tracking.care.CareProjection;
import app.backtrack.tracking.care.CareView;
import app.backtrack.tracking.journal.Facts;
import app.backtrack.tracking.journal.JournalEntry;
import app.backtrack.tracking.progress.ProgressProjection;
import app.backtrack.tracking.progress.ProgressView;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One patient's plan and what came of it, written down day by day. */
public final class Workbook {
    /** A Monday, day 1 of the program. */
    public static final LocalDate START = LocalDate.parse("2026-03-02");

    public static final UUID PROGRAM = UUID.fromString("0199a000-0000-7000-8000-000000000001");

    private final List<ProgramEvent> program = new ArrayList<>();
    private final List<JournalEntry> facts = new ArrayList<>();

    /** A program of six weeks from {@link #START} on. */
    public static Workbook of(PlannedExercise... items) {
        return of(plan(List.of(), items));
    }

    public static Workbook of(ProgramPlan plan) {
        Workbook book = new Workbook();
        book.program.add(new ProgramPrescribed(PROGRAM, 1, START, plan, null));
        return book;
    }

    public static ProgramPlan plan(List<HabitGoal> habits, PlannedExercise... items) {
        return new ProgramPlan("lower-back-starter", "Lower back", START, 6, List.of(), Arrays.asList(items), habits);
    }

    /** An exercise without sides or dose. */
    public static PlannedExercise item(String exercise, Frequency frequency) {
        return item(exercise, frequency, Sides.of(SideRule.TWO_SIDED), null, null, null, null);
    }

    public static PlannedExercise item(
            String exercise,
            Frequency frequency,
            Sides sides,
            @Nullable Range sets,
            @Nullable Range reps,
            @Nullable Range hold,
            @Nullable Integer loadGrams) {
        return new PlannedExercise(
                exercise, null, sets, reps, hold, null, loadGrams, null, sides, frequency, null, null);
    }

    /** A local date by program day, from 1. */
    public static LocalDate day(int day) {
        return START.plusDays(day - 1L);
    }

    public Workbook revised(int fromDay, PlannedExercise... items) {
        program.add(
                new ProgramRevised(PROGRAM, next(), day(fromDay), plan(List.of(), items), null, ProgramStatus.ACTIVE));
        return this;
    }

    public Workbook paused(int fromDay) {
        program.add(new ProgramPaused(PROGRAM, next(), day(fromDay), latest(), null));
        return this;
    }

    public Workbook resumed(int fromDay) {
        program.add(new ProgramResumed(PROGRAM, next(), day(fromDay), latest(), null));
        return this;
    }

    /** A session with one set of one repetition of each exercise. */
    public Workbook did(int day, String... exercises) {
        return session(
                day,
                Arrays.stream(exercises)
                        .map(exercise -> done(exercise, null, null, null, set(ExerciseSide.BOTH, 1, null, null)))
                        .toList(),
                null);
    }

    public Workbook did(int day, ExerciseDone... exercises) {
        return session(day, Arrays.asList(exercises), null);
    }

    public Workbook skipped(int day, String exercise, SkipReason why) {
        return session(day, List.of(), List.of(new ExerciseSkipped(exercise, why)));
    }

    public Workbook session(int day, List<ExerciseDone> exercises, @Nullable List<ExerciseSkipped> skipped) {
        UUID id = Facts.id(facts.size() + 1);
        LocalDate date = day(day);
        facts.add(Facts.entry(new SessionLogged(id, 1, exercises, skipped, noon(date), "UTC", date, null, null)));
        return this;
    }

    public Workbook habit(int day, String habit, boolean kept, @Nullable Integer amount, @Nullable SkipReason why) {
        LocalDate date = day(day);
        facts.add(Facts.entry(new HabitCheckedIn(
                Facts.id(facts.size() + 1), 1, habit, kept, amount, why, noon(date), "UTC", date, null)));
        return this;
    }

    public Workbook held(int day, String check, int left, int right) {
        LocalDate date = day(day);
        facts.add(Facts.entry(new SelfCheckRecorded(
                Facts.id(facts.size() + 1),
                1,
                check,
                null,
                null,
                new SideHolds(left, right),
                noon(date),
                "UTC",
                date,
                null)));
        return this;
    }

    public Workbook pain(int day, PainContext context, int points) {
        facts.add(Facts.entry(Facts.score(facts.size() + 1, 1, day(day), context, points)));
        return this;
    }

    public Workbook fact(JournalEntry entry) {
        facts.add(entry);
        return this;
    }

    public static ExerciseDone done(
            String exercise,
            @Nullable String insteadOf,
            @Nullable Integer effort,
            @Nullable Integer pain,
            SetDone... sets) {
        return new ExerciseDone(exercise, insteadOf, Arrays.asList(sets), effort, pain);
    }

    public static SetDone set(
            ExerciseSide side, @Nullable Integer reps, @Nullable Integer hold, @Nullable Integer loadGrams) {
        return new SetDone(side, reps, hold, loadGrams);
    }

    /** The id of the session that was the {@code n}th fact, from 1. */
    public static String sessionEvent(int n) {
        return "session/" + Facts.id(n) + "/1";
    }

    public List<JournalEntry> facts() {
        return List.copyOf(facts);
    }

    public CareView care() {
        CareView care = CareProjection.apply(
                CareView.EMPTY, new PatientEnrolled(1, START, "UTC", List.of("thea.harbour")), Facts.RECORDED);
        for (ProgramEvent event : program) {
            care = CareProjection.apply(care, event, Facts.RECORDED);
        }
        return care;
    }

    public ProgressView view() {
        return ProgressProjection.foldAll(care(), facts);
    }

    private int next() {
        return program.size() + 1;
    }

    private ProgramPlan latest() {
        return program.getLast().plan();
    }

    private static Instant noon(LocalDate date) {
        return date.atTime(12, 0).toInstant(ZoneOffset.UTC);
    }
}
