package app.backtrack.program.day;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import app.backtrack.events.Actor;
import app.backtrack.events.EventEnvelope;
import app.backtrack.events.ExerciseSide;
import app.backtrack.events.PatientEvent.PatientTimeZoneChanged;
import app.backtrack.events.PatientRef;
import app.backtrack.events.ProgramEvent;
import app.backtrack.events.ProgramEvent.Frequency;
import app.backtrack.events.ProgramEvent.HabitGoal;
import app.backtrack.events.ProgramEvent.PlanPhase;
import app.backtrack.events.ProgramEvent.PlannedExercise;
import app.backtrack.events.ProgramEvent.ProgramPaused;
import app.backtrack.events.ProgramEvent.ProgramPlan;
import app.backtrack.events.ProgramEvent.ProgramPrescribed;
import app.backtrack.events.ProgramEvent.Range;
import app.backtrack.events.ProgramEvent.Sides;
import app.backtrack.events.Repetition;
import app.backtrack.events.Role;
import app.backtrack.events.SideRule;
import app.backtrack.program.it.Api;
import app.backtrack.program.patient.PatientStore;
import app.backtrack.program.prescription.ProgramStore;
import app.backtrack.testkit.quarkus.BackEndsResource;
import app.backtrack.testkit.quarkus.Tokens;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.bson.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@WithTestResource(value = BackEndsResource.class, scope = TestResourceScope.GLOBAL)
@DisplayNameGeneration(ReplaceUnderscores.class)
class DayResourceIT {
    /** A Monday. */
    private static final LocalDate START = LocalDate.parse("2026-03-02");

    private static final Instant PRESCRIBED_AT = Instant.parse("2026-03-01T10:00:00Z");
    private static final Instant PAUSED_AT = Instant.parse("2026-03-05T10:00:00Z");

    private static final ProgramPlan PLAN = new ProgramPlan(
            "imbalance-correction",
            "Left and right",
            START,
            6,
            List.of(new PlanPhase("Even out", new Range(1, 6))),
            List.of(
                    new PlannedExercise(
                            "single-leg-glute-bridge",
                            null,
                            new Range(2, 3),
                            new Range(8, 12),
                            null,
                            60,
                            5_000,
                            "slow and controlled",
                            new Sides(SideRule.WEAKER_FIRST, ExerciseSide.RIGHT, 2, 1_000),
                            Frequency.timesPerWeek(3),
                            LocalDate.parse("2026-04-01"),
                            "Stop when it hurts."),
                    new PlannedExercise(
                            "cat-cow",
                            new Range(2, 6),
                            null,
                            null,
                            null,
                            null,
                            null,
                            null,
                            Sides.of(SideRule.TWO_SIDED),
                            new Frequency(Repetition.EVERY_OTHER_DAY, null, null, null),
                            null,
                            null)),
            List.of(new HabitGoal("sleeping", 2, "A pillow under the knees.")));

    private final String clinic = Tokens.newClinic();
    private final PatientRef patient = PatientRef.of(clinic + "/" + UUID.randomUUID());
    private final UUID program = UUID.randomUUID();
    private final String path = "/v1/patients/" + patient.patient();
    private final Api therapist = new Api(Tokens.therapist(clinic, "thea." + clinic));

    @Inject
    PatientStore patients;

    @Inject
    ProgramStore programs;

    @BeforeEach
    void enrol() {
        therapist.enrol(patient.patient().toString());
    }

    @Test
    void a_day_shows_doses_by_side_in_the_order_of_work_and_how_to_do_it() {
        prescribe();

        therapist
                .get(path + "/day?date=2026-03-03")
                .statusCode(200)
                .body("date", equalTo("2026-03-03"))
                .body("zone", equalTo("Europe/Berlin"))
                .body("program.programId", equalTo(program.toString()))
                .body("program.version", equalTo(1))
                .body("program.state", equalTo("under-way"))
                .body("program.week", equalTo(1))
                .body("program.weeks", equalTo(6))
                .body("program.phase", equalTo("Even out"))
                .body("nothingDueBecause", nullValue())
                .body("items.exercise", contains("single-leg-glute-bridge"))
                .body("items[0].name", equalTo("Single-Leg Glute Bridge"))
                .body("items[0].demand.per", equalTo("week"))
                .body("items[0].demand.times", equalTo(3))
                .body("items[0].demand.dueInWeek", equalTo(3))
                .body("items[0].sides.side", contains("right", "left"))
                .body("items[0].sides.reps.max", contains(12, 10))
                .body("items[0].sides.loadGrams", contains(5_000, 4_000))
                .body("items[0].restSeconds", equalTo(60))
                .body("items[0].frequency.repetition", equalTo("times-per-week"))
                .body("items[0].instructions", equalTo("Stop when it hurts."))
                .body("items[0].guidance.purpose", equalTo("To bring up the weaker side"))
                .body("items[0].guidance.cues", hasSize(2))
                .body("habits", empty())
                .body("weeklyChecklist.id", hasItem("chk-foam-roll"));
    }

    @Test
    void a_later_week_brings_its_items_and_habits() {
        prescribe();

        therapist
                .get(path + "/day?date=2026-03-09")
                .statusCode(200)
                .body("items.exercise", contains("single-leg-glute-bridge", "cat-cow"))
                .body("items[1].demand.per", equalTo("day"))
                .body("items[1].demand.times", equalTo(1))
                .body("items[1].demand.dueInWeek", equalTo(4))
                .body("items[1].sides.side", contains("both"))
                .body("items[1].sides[0].reps", nullValue())
                .body("habits.habit", contains("sleeping"))
                .body("habits[0].name", equalTo("Sleeping"))
                .body("habits[0].instructions", equalTo("A pillow under the knees."));
        therapist.get(path + "/day?date=2026-03-10").body("items.exercise", contains("single-leg-glute-bridge"));
    }

    @ParameterizedTest
    @CsvSource({"2026-03-01, not-started", "2026-03-06, paused", "2026-04-13, weeks-over"})
    void a_day_without_anything_due_says_why(String date, String because) {
        prescribe();
        pause();

        therapist
                .get(path + "/day?date=" + date)
                .statusCode(200)
                .body("nothingDueBecause", equalTo(because))
                .body("program.state", equalTo(because))
                .body("items", empty())
                .body("habits", empty())
                .body("weeklyChecklist", empty());
    }

    @Test
    void without_a_program_nothing_is_due_today() {
        LocalDate before = LocalDate.now(ZoneId.of("Europe/Berlin"));
        String date = therapist
                .get(path + "/day")
                .statusCode(200)
                .body("program", nullValue())
                .body("nothingDueBecause", equalTo("no-program"))
                .body("items", empty())
                .extract()
                .path("date");

        assertThat(LocalDate.parse(date)).isBetween(before, LocalDate.now(ZoneId.of("Europe/Berlin")));
    }

    @Test
    void patients_see_their_own_day() {
        LocalDate start = LocalDate.now(ZoneId.of("Europe/Berlin")).minusDays(7);
        prescribe(new ProgramPlan(PLAN.template(), PLAN.name(), start, 6, PLAN.phases(), PLAN.items(), PLAN.habits()));

        new Api(Tokens.patient(clinic, patient.patient().toString()))
                .get(path + "/day")
                .statusCode(200)
                .body("program.name", equalTo("Left and right"))
                .body("program.week", equalTo(2))
                .body("items[0].exercise", equalTo("single-leg-glute-bridge"))
                .body("habits.habit", contains("sleeping"));
    }

    @Test
    void what_was_known_earlier_can_be_asked_for() {
        prescribe();
        pause();

        therapist.get(path + "/day?date=2026-03-06").body("program.version", equalTo(2));
        therapist
                .get(path + "/day?date=2026-03-06&asOf=2026-03-05T09:59:59Z")
                .body("program.version", equalTo(1))
                .body("program.state", equalTo("under-way"));
        therapist
                .get(path + "/day?date=2026-03-06&asOf=2026-02-01T00:00:00Z")
                .body("nothingDueBecause", equalTo("no-program"));
    }

    @Test
    void counts_are_by_program_week_and_a_pause_shortens_its_week() {
        prescribe();
        therapist
                .get(path + "/due-counts?from=2026-03-02&through=2026-03-15")
                .statusCode(200)
                .body("from", equalTo("2026-03-02"))
                .body("through", equalTo("2026-03-15"))
                .body("counts.programWeek", contains(1, 2, 2, 2))
                .body("counts.kind", contains("exercise", "exercise", "exercise", "habit"))
                .body(
                        "counts.id",
                        contains("single-leg-glute-bridge", "cat-cow", "single-leg-glute-bridge", "sleeping"))
                .body("counts.days", contains(7, 4, 7, 7))
                .body("counts.due", contains(3, 4, 3, 7));

        pause();
        therapist
                .get(path + "/due-counts?from=2026-03-02&through=2026-03-15")
                .body("counts.id", contains("single-leg-glute-bridge"))
                .body("counts.days", contains(3))
                .body("counts.due", contains(1));
    }

    @Test
    void a_day_goes_by_the_zone_in_effect_on_it() {
        patients.streams()
                .append(
                        patient.key(),
                        1,
                        new EventEnvelope<>(
                                "patient/" + patient.patient() + "/2",
                                patient,
                                PAUSED_AT,
                                new Actor(Role.THERAPIST, "thea"),
                                null,
                                null,
                                new PatientTimeZoneChanged(2, "Asia/Tokyo", LocalDate.parse("2026-05-10"))),
                        new Document());

        therapist.get(path + "/day?date=2026-05-09").body("zone", equalTo("Europe/Berlin"));
        therapist.get(path + "/day?date=2026-05-10").body("zone", equalTo("Asia/Tokyo"));
    }

    @ParameterizedTest
    @CsvSource({
        "day?date=2026-3-2, date",
        "day?date=2026-02-30, date",
        "day?date=+10000-01-01, date",
        "day?asOf=yesterday, asOf",
        "due-counts?through=2026-03-02, from",
        "due-counts?from=2026-03-02, through",
        "due-counts?from=2026-03-02&through=2026-03-01, through",
        "due-counts?from=2026-03-02&through=2026-05-25, through",
        "due-counts?from=9999-12-31&through=0000-01-01, through",
        "due-counts?from=2026-03-02&through=2026-03-08&asOf=2026-03-08, asOf",
    })
    void a_date_that_cannot_be_is_refused_by_its_name(String query, String parameter) {
        therapist
                .get(path + "/" + query)
                .statusCode(422)
                .contentType(containsString("application/problem+json"))
                .body("errors[0].parameter", equalTo(parameter));
    }

    @Test
    void eighty_four_days_can_be_counted_at_once() {
        therapist
                .get(path + "/due-counts?from=2026-03-02&through=2026-05-24")
                .statusCode(200)
                .body("counts", empty());
    }

    @Test
    void strangers_learn_nothing() {
        prescribe();
        String other = Tokens.newClinic();
        List<Api> strangers = List.of(
                new Api(Tokens.therapist(other, "theo." + other)),
                new Api(Tokens.patient(clinic, UUID.randomUUID().toString())));

        for (Api stranger : strangers) {
            for (String what : List.of("/day", "/due-counts?from=2026-03-02&through=2026-03-08")) {
                stranger.get(path + what).statusCode(404).body("type", containsString("unknown-patient"));
            }
        }
    }

    private void prescribe() {
        prescribe(PLAN);
    }

    private void prescribe(ProgramPlan plan) {
        ProgramPrescribed event = new ProgramPrescribed(program, 1, plan.startsOn(), plan, null);
        Document state = new Document("slot", patient.key());
        assertThat(programs.streams().begin(key(), envelope(event, PRESCRIBED_AT), state))
                .isTrue();
    }

    private void pause() {
        ProgramPaused event = new ProgramPaused(program, 2, LocalDate.parse("2026-03-05"), PLAN, null);
        assertThat(programs.streams().append(key(), 1, envelope(event, PAUSED_AT), new Document()))
                .isTrue();
    }

    private String key() {
        return patient.key() + "/" + program;
    }

    private EventEnvelope<ProgramEvent> envelope(ProgramEvent event, Instant at) {
        return new EventEnvelope<>(
                "program/" + program + "/" + event.version(),
                patient,
                at,
                new Actor(Role.THERAPIST, "thea"),
                null,
                null,
                event);
    }
}
