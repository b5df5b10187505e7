package app.backtrack.local.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import app.backtrack.local.LocalSystem;
import app.backtrack.testkit.parts.ChildProcess;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;

/**
 * Whoever switches to a projection that was folded anew, or gives the old one up, ends as by SIGKILL between any two
 * steps of it, while facts flow and somebody reads all the time.
 */
@EndToEnd
@Tag("slow")
class SwitchKilledIT {
    private static final Duration READY_LIMIT = Duration.ofSeconds(60);
    private static final int FACTS = 20;
    private static final int OK = 0;
    private static final int KILLED = 137;

    private final LocalSystem system;
    private final Faults faults = Faults.asked();

    SwitchKilledIT(LocalSystem system) {
        this.system = system;
    }

    @Test
    void readers_see_one_generation_whole_whenever_the_switch_is_killed_and_the_next_one_ends_well(
            TestReporter reporter) throws Exception {
        faults.tell(reporter);
        Clinic clinic = Clinic.open(system);
        Patient patient = clinic.enrol();
        List<Fact> facts = IntStream.range(0, 12)
                .mapToObj(day -> Fact.score(day % 11, Fact.today().minusDays(day)))
                .toList();
        Eventually.get(() -> patient.send(facts.getFirst()).is(202));
        patient.progressAfter(patient.sendAll(facts), 4);
        AtomicBoolean over = new AtomicBoolean();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<Integer> readings = threads.submit(() -> readWhole(patient, facts, over));
            try {
                faults.whileFactsFlow(clinic, List.of(system.urls().tracking()), traffic -> {
                    for (int round = 0; round < faults.rounds(); round++) {
                        rebuildOnce(traffic);
                    }
                });
            } finally {
                over.set(true);
            }
            assertThat(read(readings)).isPositive();
        }
    }

    private void rebuildOnce(Traffic traffic) throws InterruptedException {
        assertThat(rebuild("start", "")).isEqualTo(OK);
        for (String point : chosen("before-switch", "switched")) {
            assertThat(rebuild("switch", point)).as(point).isEqualTo(KILLED);
            traffic.awaitFurther(FACTS);
            if (point.equals("switched")) {
                assertThat(rebuild("switch", "")).isEqualTo(OK);
                if (faults.rounds() > 1) {
                    ChildProcess tracking = system.process("tracking-service");
                    tracking.kill9();
                    tracking.start().awaitReady(READY_LIMIT);
                }
            }
        }
        assertThat(rebuild("switch", "")).isEqualTo(OK);
        for (String point : chosen("given-up", "deleted")) {
            assertThat(rebuild("drop", point)).as(point).isEqualTo(KILLED);
            traffic.awaitFurther(FACTS);
        }
        assertThat(rebuild("drop", "")).isEqualTo(OK);
    }

    /** Both in their order, where more than a round is asked for. */
    private List<String> chosen(String first, String second) {
        List<String> both = List.of(first, second);
        int one = faults.random().nextInt(2);
        return faults.rounds() > 1 ? both : both.subList(one, one + 1);
    }

    /** Runs a step of a rebuild of the progress to its end, or to a crash point where one is named. */
    private int rebuild(String step, String crashAt) throws InterruptedException {
        List<String> words = new ArrayList<>(List.of("rebuild", step, "progress"));
        ProcessBuilder command = system.besideTracking(words);
        if (!crashAt.isEmpty()) {
            command.environment().put("BACKTRACK_FAULTS_CRASH_AT", crashAt);
        }
        try {
            return command.start().waitFor();
        } catch (IOException e) {
            throw new UncheckedIOException("a command does not start", e);
        }
    }

    /** Each answer has all of it, whichever generation it is of; a service that starts again may give none. */
    private static int readWhole(Patient patient, List<Fact> facts, AtomicBoolean over) {
        URI progress = patient.tracked("progress?weeks=4");
        String reader = patient.clinic().therapistToken();
        int count = 0;
        while (!over.get()) {
            try {
                Answer answer = Api.get(progress, reader);
                if (answer.is(200, 503).status() == 200) {
                    assertThat(PlainProgress.shown(answer.json())).isEqualTo(PlainProgress.of(facts));
                    count++;
                }
            } catch (UncheckedIOException restarting) {
                Eventually.pause(Duration.ofMillis(50));
            }
            Eventually.pause(Duration.ofMillis(20));
        }
        return count;
    }

    private static int read(Future<Integer> readings) throws InterruptedException {
        try {
            return readings.get();
        } catch (ExecutionException e) {
            throw new AssertionError("somebody read something else", e.getCause());
        }
    }
}
