package app.backtrack.local.demo;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The body of {@code PUT /v1/patients/…/programs/…}. The doses are made up to go with what the patients log; they are
 * no advice.
 *
 * @param template where the program begins
 * @param startsOn the program's first day
 * @param plan what the therapist made of the template; null where it was taken as it is
 * @param reason why, in the therapist's words
 */
record DemoPrescription(
        String template, LocalDate startsOn, @Nullable Plan plan, String reason) {

    /** Four more than are logged, so that there is something to do today. */
    private static final int WEEKS = 16;

    private static final Span EARLY = new Span(1, 4);
    private static final Span LATE = new Span(5, WEEKS);
    private static final Sides TWO_SIDED = new Sides("two-sided", null);
    private static final Sides EACH = new Sides("each", null);
    private static final Sides LEFT_FIRST = new Sides("weaker-first", "left");
    private static final Frequency SESSIONS =
            new Frequency("weekdays", List.of("MONDAY", "WEDNESDAY", "FRIDAY"), null, null);
    private static final Frequency RESETS = new Frequency("every-few-hours", null, 3, new Span(2, 3));

    /** What a patient is prescribed. */
    static DemoPrescription of(DemoPatient patient) {
        return switch (patient.course()) {
            case REFERENCE ->
                new DemoPrescription(
                        "lower-back-starter", patient.startsOn(), steadyThenStrong(), "Desk work, pain for years");
            case ONE_SIDED ->
                new DemoPrescription(
                        "imbalance-correction", patient.startsOn(), leftFirst(), "Weaker on the left side");
            case IMPROVING, PLATEAU, WORSENING, RELAPSING, SPARSE, LATE, CORRECTED ->
                new DemoPrescription("lower-back-starter", patient.startsOn(), null, "First visit");
        };
    }

    private static Plan steadyThenStrong() {
        return new Plan(
                "Steady first, then strong",
                WEEKS,
                List.of(new Phase("Steady the trunk", EARLY), new Phase("Build strength", LATE)),
                List.of(
                        reps("bird-dog", EARLY, 1, new Span(8, 10), EACH, "Keep the trunk still"),
                        reps("bird-dog", LATE, 1, new Span(10, 14), EACH, "Pause when arm and leg are out"),
                        reps("glute-bridge", EARLY, 2, new Span(10, 12), TWO_SIDED, null),
                        reps("glute-bridge", LATE, 2, new Span(12, 16), TWO_SIDED, null),
                        hold("side-plank", EARLY, new Span(20, 26), EACH, SESSIONS),
                        hold("side-plank", LATE, new Span(28, 42), EACH, SESSIONS),
                        hold("posture-reset", LATE, new Span(30, 30), TWO_SIDED, RESETS)),
                List.of(new Habit("sitting", 1), new Habit("movement-breaks", 5), new Habit("walking", 9)));
    }

    private static Plan leftFirst() {
        return new Plan(
                "The left side catches up",
                WEEKS,
                List.of(new Phase("Learn both sides", EARLY), new Phase("Bring up the left", LATE)),
                List.of(
                        reps("bird-dog", null, 1, new Span(8, 14), LEFT_FIRST, "Left arm or leg first"),
                        reps("glute-bridge", null, 2, new Span(10, 16), TWO_SIDED, null),
                        hold("side-plank", EARLY, new Span(12, 16), LEFT_FIRST, SESSIONS),
                        hold("side-plank", LATE, new Span(16, 24), LEFT_FIRST, SESSIONS)),
                List.of(new Habit("one-habit-at-a-time", 1), new Habit("standing", 4)));
    }

    private static Item reps(
            String exercise, @Nullable Span weeks, int sets, Span reps, Sides sides, @Nullable String instructions) {
        String tempo = "slow and controlled";
        return new Item(exercise, weeks, new Span(sets, sets), reps, null, 60, tempo, sides, SESSIONS, instructions);
    }

    private static Item hold(String exercise, Span weeks, Span seconds, Sides sides, Frequency frequency) {
        return new Item(exercise, weeks, new Span(1, 1), null, seconds, null, null, sides, frequency, null);
    }

    /**
     * What is to be done.
     *
     * @param name shown to patient and therapist
     * @param weeks planned length
     * @param phases names for spans of weeks
     * @param items the exercises
     * @param habits habits to take up
     */
    record Plan(String name, int weeks, List<Phase> phases, List<Item> items, List<Habit> habits) {

        /** Copies the lists. */
        Plan {
            phases = List.copyOf(phases);
            items = List.copyOf(items);
            habits = List.copyOf(habits);
        }
    }

    /** Some weeks under a name. */
    record Phase(String name, Span weeks) {}

    /** One exercise; what is null is left open, and weeks that are null are all. */
    record Item(
            String exercise,
            @Nullable Span weeks,
            Span sets,
            @Nullable Span reps,
            @Nullable Span holdSeconds,
            @Nullable Integer restSeconds,
            @Nullable String tempo,
            Sides sides,
            Frequency frequency,
            @Nullable String instructions) {}

    /** How the sides are worked. */
    record Sides(String rule, @Nullable String weaker) {}

    /** When an exercise is due. */
    record Frequency(
            String repetition,
            @Nullable List<String> weekdays,
            @Nullable Integer times,
            @Nullable Span hours) {}

    /** A habit and the week in which it begins. */
    record Habit(String habit, int fromWeek) {}

    /** From one number to another. */
    record Span(int min, int max) {}
}
