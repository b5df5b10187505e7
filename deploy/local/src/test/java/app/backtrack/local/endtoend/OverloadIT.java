package app.backtrack.local.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import app.backtrack.local.LocalSystem;
import app.backtrack.local.endtoend.Traffic.Logged;
import app.backtrack.testkit.parts.ChildProcess;
import app.backtrack.testkit.parts.Ports;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;

/** Many clients offer more than a process may take, without a pause, by whatever it is told. */
@EndToEnd
class OverloadIT {
    private static final int CLIENTS = 80;
    private static final int FACTS = 15;
    private static final Duration OFFERED = Duration.ofSeconds(4);

    /** So little that any machine can offer more: events that wait for the log, and requests of a client a minute. */
    private static final Map<String, String> LIMITS =
            Map.of("BACKTRACK_LOG_MAX_IN_FLIGHT", "4", "BACKTRACK_LIMITS_CLIENT_PER_MINUTE", "100");

    private static final Pattern THREADS = Pattern.compile("(?m)^jvm_threads_live_threads\\S* ([0-9.E]+)$");

    private final LocalSystem system;
    private final Faults faults = Faults.asked();
    private final int port = Ports.free(1).getFirst();
    private final URI busy = URI.create("http://127.0.0.1:" + port);
    private final Set<Integer> statuses = ConcurrentHashMap.newKeySet();

    OverloadIT(LocalSystem system) {
        this.system = system;
    }

    @Test
    void what_is_taken_counts_once_and_the_rest_is_refused_with_when_to_come_again(TestReporter reporter)
            throws InterruptedException {
        faults.tell(reporter);
        for (int round = 0; round < faults.rounds(); round++) {
            overloadOnce();
        }
    }

    private void overloadOnce() throws InterruptedException {
        Clinic clinic = Clinic.open(system);
        List<Logged> ledger = new ArrayList<>();
        for (int client = 0; client < CLIENTS; client++) {
            UUID program = UUID.randomUUID();
            Patient patient = clinic.enrol();
            Api.put(patient.program(program), clinic.token(), Clinic.prescription(Fact.today()))
                    .is(201);
            ledger.add(new Logged(patient, program, new ConcurrentLinkedQueue<>()));
        }
        try (ChildProcess offered = system.startAnother("tracking-service", port, LIMITS)) {
            double threads = threads();
            List<Queue<Fact>> refused = offer(ledger);
            assertThat(statuses).contains(202, 429, 503).isSubsetOf(202, 429, 503);

            Clinic other = Clinic.open(system);
            Patient unconcerned = other.enrol();
            Eventually.get(
                    () -> unconcerned.send(Fact.score(3, Fact.today()), busy).is(202));
            Eventually.holds(() -> assertThat(threads()).isLessThan(threads + CLIENTS));
            Health.assertReady(busy);
            sendAgain(ledger, refused);
            offered.stop();
        }
        ledger.forEach(logged -> Eventually.holds(logged::assertKept));
    }

    /** Answers what was refused of each patient; what was taken is in the ledger. */
    private List<Queue<Fact>> offer(List<Logged> ledger) throws InterruptedException {
        long end = System.nanoTime() + OFFERED.toNanos();
        List<Future<Queue<Fact>>> clients = new ArrayList<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            ledger.forEach(logged -> clients.add(threads.submit(() -> offer(logged, end))));
        }
        List<Queue<Fact>> refused = new ArrayList<>();
        for (Future<Queue<Fact>> client : clients) {
            try {
                refused.add(client.get());
            } catch (ExecutionException e) {
                throw new AssertionError("a client got another answer", e.getCause());
            }
        }
        return refused;
    }

    private Queue<Fact> offer(Logged logged, long end) {
        Queue<Fact> open = new ArrayDeque<>();
        for (int fact = 0; fact < FACTS; fact++) {
            open.add(Fact.score(fact % 11, Fact.today().minusDays(fact % 6)));
        }
        while (!open.isEmpty() && System.nanoTime() < end) {
            Fact fact = open.remove();
            Answer answer = logged.patient().send(fact, busy);
            statuses.add(answer.status());
            if (answer.status() == 202) {
                logged.facts().add(fact);
            } else {
                assertThat(answer.isProblem(429, 503).header("Retry-After")).isNotEmpty();
                open.add(fact);
            }
        }
        return open;
    }

    /** To the process that was not busy. */
    private static void sendAgain(List<Logged> ledger, List<Queue<Fact>> refused) {
        IntStream.range(0, ledger.size()).parallel().forEach(client -> {
            Logged logged = ledger.get(client);
            for (Fact fact : refused.get(client)) {
                Eventually.get(() -> logged.patient().send(fact).is(202));
                logged.facts().add(fact);
            }
        });
    }

    private double threads() {
        String metrics = Api.get(busy.resolve("/q/metrics"), null).is(200).text();
        Matcher found = THREADS.matcher(metrics);
        assertThat(found.find()).isTrue();
        return Double.parseDouble(found.group(1));
    }
}
