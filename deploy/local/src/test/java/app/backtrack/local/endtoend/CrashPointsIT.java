package app.backtrack.local.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import app.backtrack.local.LocalSystem;
import app.backtrack.local.endtoend.Faults.Disturbance;
import app.backtrack.local.endtoend.Traffic.Logged;
import app.backtrack.testkit.parts.ChildProcess;
import app.backtrack.testkit.parts.Ports;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;

/**
 * One of two processes of a service ends, as by SIGKILL, exactly between two steps of the way of a fact, of a decision
 * or of a message, one pair of steps after the other, while facts flow.
 */
@EndToEnd
class CrashPointsIT {
    private static final List<String> OF_A_FACT = List.of(
            "before-send",
            "acknowledged",
            "batch-read",
            "journal-written",
            "progress-written",
            "insights-published",
            "ledger-entered",
            "caseload-written",
            "batch-handled",
            "offsets-committed");

    private static final List<String> OF_A_DECISION =
            List.of("decided", "before-send", "acknowledged", "relayed", "relay-noted");

    private static final List<String> OF_A_MESSAGE = List.of(
            "batch-read",
            "entry-written",
            "planned",
            "batch-handled",
            "offsets-committed",
            "marked",
            "before-send",
            "acknowledged",
            "told");

    /** After these nobody sends the mail before the claim of whoever crashed has run out. */
    private static final List<String> HOLDING_A_CLAIM = List.of("claimed", "sent");

    private static final Duration CLAIM_LIMIT = Duration.ofSeconds(100);

    /** A crash point is reached as soon as facts, or what follows from them, come by. */
    private static final Duration CRASH_LIMIT = Duration.ofSeconds(90);

    /** What a shell says of a process that SIGKILL ended, and what a crash point ends with. */
    private static final int KILLED = 137;

    private final LocalSystem system;
    private final Faults faults = Faults.asked();
    private final int port = Ports.free(1).getFirst();
    private final URI doomed = URI.create("http://127.0.0.1:" + port);

    CrashPointsIT(LocalSystem system) {
        this.system = system;
    }

    @Test
    void a_crash_between_any_two_steps_of_a_fact_loses_and_doubles_nothing(TestReporter reporter)
            throws InterruptedException {
        List<URI> both = List.of(system.urls().tracking(), doomed);
        whileFactsFlow(reporter, both, traffic -> {
            for (String point : chosen(OF_A_FACT, 2)) {
                reporter.publishEntry("crash", point);
                try (ChildProcess process = begin("tracking-service", point, 3)) {
                    assertCrashed(process, point);
                }
            }
        });
    }

    @Test
    void a_crash_between_any_two_steps_of_a_decision_loses_and_doubles_nothing(TestReporter reporter)
            throws InterruptedException {
        Clinic clinic = Clinic.open(system);
        List<URI> one = List.of(system.urls().tracking());
        whileFactsFlow(reporter, one, traffic -> {
            for (String point : chosen(OF_A_DECISION, 1)) {
                reporter.publishEntry("crash", point);
                List<Patient> asked = new ArrayList<>();
                try (ChildProcess process = begin("program-service", point, 2)) {
                    while (process.isAlive()) {
                        asked.add(enrolAt(clinic));
                    }
                    assertCrashed(process, point);
                }
                assertThat(asked).isNotEmpty().allSatisfy(this::assertEnrolledOnce);
            }
        });
    }

    @Test
    @Tag("slow")
    void a_crash_between_any_two_steps_of_a_message_loses_nothing_and_repeats_a_mail_at_most_once(TestReporter reporter)
            throws InterruptedException {
        Clinic clinic = Clinic.open(system);
        List<String> points = new ArrayList<>(chosen(OF_A_MESSAGE, 1));
        if (faults.rounds() > 1) {
            points.addAll(HOLDING_A_CLAIM);
        }
        whileFactsFlow(reporter, List.of(system.urls().tracking()), traffic -> {
            for (String point : points) {
                reporter.publishEntry("crash", point);
                List<Patient> told = new ArrayList<>();
                try (ChildProcess process = begin("notification-service", point, 2)) {
                    while (process.isAlive()) {
                        Patient patient = clinic.enrol();
                        Eventually.get(() -> patient.send(Fact.screen(Fact.today(), "fever-or-feeling-ill"))
                                .is(202));
                        told.add(patient);
                        faults.pause(200);
                    }
                    assertCrashed(process, point);
                }
                assertThat(told).isNotEmpty();
                clinic.assertMailed(told, "red-flag", CLAIM_LIMIT);
            }
        });
    }

    private ChildProcess begin(String service, String point, int latest) {
        Map<String, String> settings = Map.of(
                "BACKTRACK_FAULTS_CRASH_AT",
                point,
                "BACKTRACK_FAULTS_CRASH_ON",
                String.valueOf(1 + faults.random().nextInt(latest)));
        return system.begin(service, port, settings);
    }

    private static void assertCrashed(ChildProcess process, String point) throws InterruptedException {
        assertThat(process.awaitExit(CRASH_LIMIT)).as(point).isEqualTo(KILLED);
    }

    private void whileFactsFlow(TestReporter reporter, List<URI> trackings, Disturbance disturbance)
            throws InterruptedException {
        faults.tell(reporter);
        Clinic clinic = Clinic.open(system);
        List<Logged> ledger = faults.whileFactsFlow(clinic, trackings, disturbance);
        clinic.assertToldOnce(Logged.patients(ledger), "red-flag");
    }

    /** Asks the process that is going to end; what became of it is looked at afterwards. */
    private Patient enrolAt(Clinic clinic) {
        Patient patient = new Patient(clinic, UUID.randomUUID());
        try {
            Api.put(doomed.resolve("/v1/patients/" + patient.id()), clinic.token(), clinic.enrolment())
                    .is(200, 201, 503);
        } catch (UncheckedIOException notAnswered) {
            faults.pause(100);
        }
        return patient;
    }

    /** What was decided reaches everybody without being asked for again; what was not is decided now. */
    private void assertEnrolledOnce(Patient patient) {
        Clinic clinic = patient.clinic();
        if (Api.get(patient.record(), clinic.token()).is(200, 404).status() == 404) {
            Api.put(patient.record(), clinic.token(), clinic.enrolment()).is(201);
        }
        Eventually.get(() -> patient.send(Fact.score(3, Fact.today())).is(202));
        assertThat(Api.get(patient.record(), clinic.token()).is(200).header("ETag"))
                .isEqualTo("\"1\"");
    }

    /** All of them where more than a round is asked for. */
    private List<String> chosen(List<String> points, int quick) {
        List<String> chosen = new ArrayList<>(points);
        Collections.shuffle(chosen, faults.random());
        return faults.rounds() > 1 ? chosen : chosen.subList(0, quick);
    }
}
