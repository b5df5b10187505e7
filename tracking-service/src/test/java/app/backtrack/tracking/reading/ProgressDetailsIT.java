package app.backtrack.tracking.reading;

import static java.time.temporal.TemporalAdjusters.previousOrSame;
import static java.util.stream.Collectors.joining;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import app.backtrack.events.Actor;
import app.backtrack.events.ClinicEnvelope;
import app.backtrack.events.ClinicEvent.ClinicSettings;
import app.backtrack.events.ClinicEvent.ClinicSettingsChanged;
import app.backtrack.events.PatientRef;
import app.backtrack.events.Role;
import app.backtrack.events.Threshold;
import app.backtrack.runtime.log.EventPublisher;
import app.backtrack.testkit.quarkus.BackEndsResource;
import app.backtrack.tracking.Api;
import app.backtrack.tracking.TestClinic;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Adherence, sides, exercises and advice of a patient who holds the side plank three times a week. */
@QuarkusTest
@WithTestResource(value = BackEndsResource.class, scope = TestResourceScope.GLOBAL)
@DisplayNameGeneration(ReplaceUnderscores.class)
class ProgressDetailsIT {
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final String[] DETAILS = {
        "progress/adherence", "progress/sides", "progress/exercises", "progression-advice"
    };

    @Inject
    EventPublisher publisher;

    private TestClinic clinic;
    private PatientRef patient;
    private Api therapist;
    private LocalDate start;

    @BeforeEach
    void a_patient_with_a_program_of_two_weeks_ago() {
        clinic = new TestClinic(publisher);
        patient = clinic.enrol();
        therapist = Api.as(clinic.therapist());
        start = LocalDate.now(BERLIN).minusDays(14);
    }

    @Test
    void adherence_counts_sessions_against_the_program_and_names_them() {
        start = start.with(previousOrSame(DayOfWeek.WEDNESDAY)); // so that the four weeks asked for touch five
        UUID program = clinic.prescribe(patient, start);
        List<UUID> sessions = List.of(UUID.randomUUID(), UUID.randomUUID(), UUID.randomUUID(), UUID.randomUUID());
        String position = log(
                session(sessions.get(0), 0, 25, 30, 2),
                session(sessions.get(1), 2, 25, 30, 2),
                session(sessions.get(2), 4, 25, 30, 2),
                session(sessions.get(3), 8, 25, 30, 2));

        therapist
                .get(patient, "progress/adherence?weeks=4&until=" + start.plusDays(13) + "&after=" + position)
                .statusCode(200)
                .header("Backtrack-Applied", "true")
                .body("rules.adherence", equalTo(1))
                .body("exercises.due", equalTo(6))
                .body("exercises.done", equalTo(4))
                .body("exercises.skipped", equalTo(0))
                .body("exercises.noData", equalTo(2))
                .body("exercises.rate.share", equalTo(0.6666667f))
                .body("exercises.band", equalTo("below"))
                .body("habits.rate", nullValue())
                .body("items.id", contains("side-plank"))
                .body("programWeeks.programId", contains(program.toString(), program.toString()))
                .body("programWeeks.exercises.done", contains(3, 1))
                .body(
                        "programWeeks[0].items[0].evidence",
                        containsInAnyOrder(event(sessions.get(0)), event(sessions.get(1)), event(sessions.get(2))))
                .body("checklist", hasSize(5))
                .body("checklist[0].items", hasSize(7));
    }

    @Test
    void sides_are_compared_with_the_weaker_one_named() {
        clinic.prescribe(patient, start);
        String position = log(
                session(UUID.randomUUID(), 4, 20, 28, 2),
                session(UUID.randomUUID(), 6, 22, 30, 2),
                session(UUID.randomUUID(), 8, 21, 29, 2));

        therapist
                .get(patient, "progress/sides?after=" + position)
                .statusCode(200)
                .body("asymmetries", hasSize(1))
                .body("asymmetries[0].exercise", equalTo("side-plank"))
                .body("asymmetries[0].measure", equalTo("hold-seconds"))
                .body("asymmetries[0].finding", equalTo("likely"))
                .body("asymmetries[0].comparison.weaker", equalTo("left"))
                .body("asymmetries[0].comparison.difference", equalTo(-8.0f))
                .body("asymmetries[0].points", hasSize(3));
        therapist
                .get(patient, "progression-advice")
                .statusCode(200)
                .body("advice.suggestion", contains("next-step", "extra-sets"))
                .body("advice.rule", contains("progression-next-step", "progression-weaker-side"))
                .body("advice[0].step.measure", equalTo("hold-seconds"))
                .body("advice[0].step.from", equalTo(20))
                .body("advice[0].step.to.max", equalTo(30))
                .body("advice[1].step.side", equalTo("left"))
                .body("advice[1].evidence", hasSize(3));
    }

    @Test
    void advice_goes_by_the_clinics_settings_as_they_are_and_as_they_were() {
        clinic.prescribe(patient, start);
        String position = log(
                session(UUID.randomUUID(), 4, 25, 25, 2),
                session(UUID.randomUUID(), 6, 25, 25, 2),
                session(UUID.randomUUID(), 8, 25, 25, 2));
        Instant before = Instant.now().truncatedTo(ChronoUnit.MILLIS);
        therapist
                .get(patient, "progression-advice?after=" + position)
                .body("advice.suggestion", contains("next-step"))
                .body("advice[0].numbers.sessionsWanted", equalTo(3));

        publisher.publish(fourSessionsWanted(before.plusMillis(1))).join();

        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> therapist
                        .get(patient, "progression-advice")
                        .statusCode(200)
                        .body("advice.suggestion", contains("keep"))
                        .body("advice.because", contains("too-few-sessions"))
                        .body("advice[0].numbers.sessionsWanted", equalTo(4)));
        therapist
                .get(patient, "progression-advice?asOf=" + before)
                .statusCode(200)
                .body("advice.suggestion", contains("next-step"));
        therapist
                .get(patient, "progression-advice?until=" + start.plusDays(9))
                .statusCode(200)
                .body("advice.suggestion", contains("next-step"));
    }

    @Test
    void exercises_show_their_sessions_and_as_of_before_a_correction_the_old_ones() {
        clinic.prescribe(patient, start);
        UUID corrected = UUID.randomUUID();
        log(session(corrected, 3, 20, 28, 5));
        Instant between = Instant.now();
        String position = therapist
                .put(
                        patient,
                        "sessions",
                        corrected,
                        body(2, start.plusDays(3), 20, 28, 1, ",\"reason\":\"wrong-value\""))
                .statusCode(202)
                .extract()
                .header("Backtrack-Position");

        therapist
                .get(patient, "progress/exercises?after=" + position)
                .statusCode(200)
                .body("exercises.exercise", contains("side-plank"))
                .body("exercises[0].sessions[0].pain", equalTo(1))
                .body("exercises[0].sessions[0].eventId", equalTo("session/" + corrected + "/2"))
                .body("exercises[0].trends.datesMissing", contains(4, 4))
                .body("sessionPain.days", equalTo(0));
        therapist.get(patient, "progress/exercises?asOf=" + between).body("exercises[0].sessions[0].pain", equalTo(5));
    }

    @Test
    void as_of_counts_no_day_that_could_not_be_known_of() {
        clinic.prescribe(patient, start);
        String position = log(session(UUID.randomUUID(), 1, 20, 28, 1));
        Instant then = Instant.now();

        therapist
                .get(patient, "progress/adherence?asOf=" + then + "&after=" + position)
                .statusCode(200)
                .body("through", equalTo(LocalDate.now(BERLIN).toString()))
                .body("asOf", equalTo(then.toString()))
                .body("exercises.done", equalTo(1));
        therapist
                .get(patient, "progress/adherence?asOf=2020-01-01T00:00:00Z&until=2026-01-01")
                .statusCode(200)
                .body("through", equalTo("2020-01-01"))
                .body("programWeeks", hasSize(0));
    }

    @Test
    void somebody_without_a_program_has_nothing_due_and_no_advice() {
        therapist
                .get(patient, "progress/adherence")
                .statusCode(200)
                .body("exercises.due", equalTo(0))
                .body("exercises.rate", nullValue());
        therapist.get(patient, "progress/sides").statusCode(200).body("asymmetries", hasSize(0));
        therapist.get(patient, "progress/exercises").statusCode(200).body("exercises", hasSize(0));
        therapist
                .get(patient, "progression-advice")
                .statusCode(200)
                .body("withheld", equalTo("no-program"))
                .body("advice", hasSize(0));
    }

    @Test
    void advice_is_for_clinicians_and_the_rest_for_the_patient_too() {
        Api self = Api.as(clinic.patient(patient));

        self.get(patient, "progression-advice").statusCode(403);
        for (String detail : new String[] {"progress/adherence", "progress/sides", "progress/exercises"}) {
            self.get(patient, detail).statusCode(200);
        }
    }

    @Test
    void who_may_not_see_the_patient_sees_nobody() {
        Api stranger = Api.as(new TestClinic(publisher).therapist());
        for (String detail : DETAILS) {
            String unknown = therapist
                    .get(clinic.stranger(), detail)
                    .statusCode(404)
                    .extract()
                    .asString();
            stranger.get(patient, detail).statusCode(404).body(equalTo(unknown));
            Api.as("nonsense").get(patient, detail).statusCode(401);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "progress/adherence, weeks, 13",
        "progress/sides, weeks, three",
        "progress/exercises, until, 2026-02-30",
        "progression-advice, until, today",
        "progress/adherence, asOf, 2026-11-20",
        "progression-advice, after, nonsense"
    })
    void a_bad_parameter_is_refused_by_its_name(String detail, String name, String value) {
        therapist
                .get(patient, detail + "?" + name + "=" + value)
                .statusCode(422)
                .body("errors.parameter", contains(name));
    }

    /** From the program's day 11 on. */
    private ClinicEnvelope fourSessionsWanted(Instant recordedAt) {
        ClinicSettings settings = new ClinicSettings(
                new TreeMap<>(Map.of(Threshold.PROGRESSION_SESSIONS, BigDecimal.valueOf(4))), null, null, null);
        return new ClinicEnvelope(
                clinic.id(),
                recordedAt,
                new Actor(Role.CLINIC_ADMIN, "ada.harbour"),
                new ClinicSettingsChanged(1, start.plusDays(10), settings, null));
    }

    private String log(String... items) {
        return Api.as(clinic.system())
                .journal("application/json", Stream.of(items).collect(joining(",", "[", "]")))
                .statusCode(200)
                .extract()
                .header("Backtrack-Position");
    }

    private String session(UUID id, int day, int left, int right, int pain) {
        return "{\"patientId\":\"%s\",\"kind\":\"session\",\"id\":\"%s\",%s"
                .formatted(
                        patient.patient(),
                        id,
                        body(1, start.plusDays(day), left, right, pain, "").substring(1));
    }

    private static String body(int revision, LocalDate date, int left, int right, int pain, String more) {
        String set = "{\"side\":\"%s\",\"holdSeconds\":%d}";
        String left3 = (set.formatted("left", left) + ",").repeat(3);
        String right3 = (set.formatted("right", right) + ",").repeat(2) + set.formatted("right", right);
        return """
                {"revision":%d,"exercises":[{"exercise":"side-plank","sets":[%s%s],"effort":5,"pain":%d}],\
                "occurredAt":"%s","zone":"Europe/Berlin"%s}""".formatted(
                revision, left3, right3, pain, date.atTime(0, 1).atZone(BERLIN).toInstant(), more);
    }

    private static String event(UUID session) {
        return "session/" + session + "/1";
    }
}
