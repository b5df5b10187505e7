package app.backtrack.program.redflag;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

import app.backtrack.events.Actor;
import app.backtrack.events.EventEnvelope;
import app.backtrack.events.InsightEvent;
import app.backtrack.events.InsightEvent.InsightRaised;
import app.backtrack.events.InsightEvent.InsightWithdrawn;
import app.backtrack.events.InsightRule;
import app.backtrack.events.PatientRef;
import app.backtrack.events.ProgramEvent.ProgramPaused;
import app.backtrack.events.Role;
import app.backtrack.events.Severity;
import app.backtrack.program.it.Api;
import app.backtrack.program.it.LogBook;
import app.backtrack.runtime.log.EventPublisher;
import app.backtrack.runtime.log.LogClients;
import app.backtrack.runtime.log.Outcome;
import app.backtrack.testkit.quarkus.BackEndsResource;
import app.backtrack.testkit.quarkus.Tokens;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(value = BackEndsResource.class, scope = TestResourceScope.GLOBAL)
@DisplayNameGeneration(ReplaceUnderscores.class)
class RedFlagIT {
    private static final String PLAN = "{\"name\":\"Other\",\"weeks\":8,\"items\":[{\"exercise\":\"plank\","
            + "\"sides\":{\"rule\":\"two-sided\"},\"frequency\":{\"repetition\":\"daily\"}}]}";

    private final LocalDate today = LocalDate.now(ZoneOffset.UTC);
    private final String clinic = Tokens.newClinic();
    private final String patient = UUID.randomUUID().toString();
    private final String program = UUID.randomUUID().toString();
    private final String programs = "/v1/patients/" + patient + "/programs/";
    private final String path = programs + program;
    private final PatientRef ref = PatientRef.of(clinic + "/" + patient);
    private final Api therapist = new Api(Tokens.therapist(clinic, "thea." + clinic));

    @Inject
    RedFlagProjector projector;

    @Inject
    EventPublisher publisher;

    @Inject
    LogClients clients;

    @Inject
    LogBook log;

    @BeforeEach
    void prescribe() {
        therapist.enrol(patient);
        prescribe(program);
    }

    @Test
    void a_red_flag_in_the_log_pauses_the_program_with_its_cause_and_without_saying_it() throws Exception {
        EventEnvelope<InsightEvent> flag = redFlag(UUID.randomUUID());

        publisher.publish(flag).toCompletableFuture().get();

        EventEnvelope<?> paused = log.event("program/" + program + "/2");
        assertThat(paused.data()).isInstanceOf(ProgramPaused.class);
        assertThat(paused.actor()).isEqualTo(new Actor(Role.BACKTRACK, "program-service"));
        assertThat(paused.correlationId()).isEqualTo(flag.id());
        assertThat(paused.causationId()).matches("insight/[0-9a-f-]{36}");
        therapist.get(path).body("status", equalTo("paused")).body("decidedBy.role", equalTo("backtrack"));
        assertThat(clients.troubles()).isEmpty();
    }

    @Test
    void it_does_so_once_also_after_a_clinician_resumed() {
        EventEnvelope<InsightEvent> flag = raised("a-screen", now());
        assertThat(handle(flag)).containsExactly(Outcome.APPLIED);
        change(therapist, "resume", 2).statusCode(200);
        EventEnvelope<InsightEvent> toldAgain = raised("a-screen", now().plusSeconds(60));

        assertThat(handle(flag, flag, toldAgain)).containsExactly(Outcome.IGNORED, Outcome.IGNORED, Outcome.IGNORED);

        therapist.get(path).body("version", equalTo(3)).body("status", equalTo("active"));
    }

    @Test
    void another_red_flag_pauses_again() {
        handle(redFlag(UUID.randomUUID()));
        change(therapist, "resume", 2).statusCode(200);

        assertThat(handle(raised(UUID.randomUUID().toString(), now().plusSeconds(1))))
                .containsExactly(Outcome.APPLIED);
        therapist.get(path).body("version", equalTo(4)).body("status", equalTo("paused"));
    }

    @Test
    void a_replay_from_the_beginning_changes_nothing() {
        EventEnvelope<InsightEvent> whilePaused;
        List<EventEnvelope<InsightEvent>> all = new ArrayList<>();
        all.add(redFlag(UUID.randomUUID()));
        all.forEach(this::handle);
        whilePaused = redFlag(UUID.randomUUID());
        all.add(whilePaused);
        handle(whilePaused);
        change(therapist, "resume", 2).statusCode(200);
        change(therapist, "stop", 3).statusCode(200);
        String next = UUID.randomUUID().toString();
        prescribe(next);

        all.forEach(event -> assertThat(handle(event)).containsExactly(Outcome.IGNORED));

        therapist.get(path).body("version", equalTo(4)).body("status", equalTo("stopped"));
        therapist.get(programs + next).body("version", equalTo(1)).body("status", equalTo("active"));
    }

    @Test
    void what_one_program_heeded_does_not_pause_the_next_one_when_it_is_told_again() {
        handle(raised("a-screen", now()));
        change(therapist, "stop", 2).statusCode(200);
        String next = UUID.randomUUID().toString();
        prescribe(next);

        assertThat(handle(raised("a-screen", now().plusSeconds(60)))).containsExactly(Outcome.IGNORED);
        therapist.get(programs + next).body("status", equalTo("active"));
    }

    @Test
    void other_insights_withdrawals_and_patients_without_a_program_change_nothing() {
        PatientRef stranger = PatientRef.of(clinic + "/" + UUID.randomUUID());
        InsightEvent.InsightRaised spike = new InsightRaised(
                InsightRule.PAIN_SPIKE, 1, today, null, Severity.HIGH, null, new TreeMap<>(), List.of());
        InsightWithdrawn withdrawn = new InsightWithdrawn(InsightRule.RED_FLAG, 1, today, "a-screen");

        assertThat(handle(
                        envelope(ref, spike, now()),
                        envelope(ref, withdrawn, now()),
                        envelope(stranger, flag("a-screen"), now()),
                        envelope(PatientRef.of(Tokens.newClinic() + "/" + patient), flag("a-screen"), now())))
                .containsOnly(Outcome.IGNORED);
        therapist.get(path).body("version", equalTo(1));
    }

    @Test
    void a_paused_program_is_revised_by_anybody_and_resumed_by_a_clinician() {
        Api software = new Api(Tokens.system(clinic));
        handle(redFlag(UUID.randomUUID()));

        software.request()
                .header("If-Match", "\"2\"")
                .body(PLAN)
                .put(path + "/plan")
                .then()
                .statusCode(200)
                .body("status", equalTo("paused"));
        change(software, "resume", 3).statusCode(409).body("type", equalTo("urn:backtrack:problem:clinician-needed"));
        change(therapist, "resume", 3).statusCode(200);
        therapist
                .get(path + "/history")
                .body("versions.decision", contains("prescribed", "paused", "revised", "resumed"))
                .body("versions.decidedBy.role", contains("therapist", "backtrack", "clinic-system", "therapist"));
    }

    @Test
    void who_edits_at_the_same_time_does_not_keep_the_program_from_being_paused() throws Exception {
        EventEnvelope<InsightEvent> flag = redFlag(UUID.randomUUID());
        List<Callable<Response>> edits =
                List.of(() -> revision(1), () -> revision(1), () -> revision(1), () -> revision(2), () -> revision(2));
        try (ExecutorService racer = Executors.newSingleThreadExecutor()) {
            Future<List<Outcome>> paused = racer.submit(() -> handle(flag));

            assertThat(Api.race(edits)).contains(412);

            assertThat(paused.get()).containsExactly(Outcome.APPLIED);
        }
        therapist.get(path).body("status", equalTo("paused"));
    }

    private Response revision(int version) {
        return therapist
                .request()
                .header("If-Match", "\"" + version + "\"")
                .body(PLAN)
                .put(path + "/plan");
    }

    private void prescribe(String id) {
        therapist
                .put(programs + id, "{\"template\":\"maintenance\",\"startsOn\":\"" + today.minusWeeks(1) + "\"}")
                .statusCode(201);
    }

    @SafeVarargs
    private List<Outcome> handle(EventEnvelope<InsightEvent>... events) {
        return projector.handle(List.of(events));
    }

    private ValidatableResponse change(Api who, String change, int version) {
        return who.request()
                .header("If-Match", "\"" + version + "\"")
                .post(path + "/" + change)
                .then();
    }

    private EventEnvelope<InsightEvent> redFlag(UUID screen) {
        return raised(screen.toString(), now());
    }

    private EventEnvelope<InsightEvent> raised(String about, Instant at) {
        return envelope(ref, flag(about), at);
    }

    private InsightRaised flag(String about) {
        return new InsightRaised(
                InsightRule.RED_FLAG, 1, today, about, Severity.CRITICAL, null, new TreeMap<>(), List.of());
    }

    private static EventEnvelope<InsightEvent> envelope(PatientRef patient, InsightEvent insight, Instant at) {
        Actor rules = new Actor(Role.BACKTRACK, "tracking-service");
        return new EventEnvelope<>("insight/" + UUID.randomUUID(), patient, at, rules, null, null, insight);
    }

    private static Instant now() {
        return Instant.now().truncatedTo(ChronoUnit.MILLIS);
    }
}
