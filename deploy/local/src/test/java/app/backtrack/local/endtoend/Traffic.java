package app.backtrack.local.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Several clients that enrol patients and report their facts, each thing again and again until it is acknowledged; and
 * a ledger of what was.
 */
final class Traffic implements AutoCloseable {
    private static final int CLIENTS = 4;
    private static final int FACTS = 100;
    private static final int DAYS = 6;
    private static final Duration PAUSE = Duration.ofMillis(30);

    private final Clinic clinic;
    private final List<URI> trackings;
    private final LocalDate today = Fact.today();
    private final Queue<Logged> ledger = new ConcurrentLinkedQueue<>();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final List<Future<?>> clients = new ArrayList<>();
    private volatile boolean ending;

    private Traffic(Clinic clinic, List<URI> trackings) {
        this.clinic = clinic;
        this.trackings = List.copyOf(trackings);
    }

    /** Starts to flow; each client prefers one of the tracking-services and goes to the next where it gets no 202. */
    static Traffic start(Clinic clinic, List<URI> trackings, long seed) {
        Traffic traffic = new Traffic(clinic, trackings);
        for (int client = 0; client < CLIENTS; client++) {
            int number = client;
            traffic.clients.add(traffic.threads.submit(() -> traffic.flow(number, new Random(seed + number))));
        }
        return traffic;
    }

    /** Returns when so many facts more were acknowledged. */
    void awaitFurther(int count) {
        int goal = acknowledged() + count;
        Eventually.holds(() -> assertThat(acknowledged()).isGreaterThanOrEqualTo(goal));
    }

    /** How many facts of each patient were acknowledged so far. */
    Map<UUID, Integer> counts() {
        return ledger.stream()
                .collect(Collectors.toMap(
                        logged -> logged.patient().id(),
                        logged -> logged.facts().size()));
    }

    /** Lets every client finish what it has begun, and answers what was acknowledged. */
    List<Logged> end() throws InterruptedException {
        ending = true;
        for (Future<?> client : clients) {
            try {
                client.get();
            } catch (ExecutionException e) {
                throw new AssertionError("a client was refused", e.getCause());
            }
        }
        return List.copyOf(ledger);
    }

    /** Ends the clients, whatever they do. */
    @Override
    public void close() {
        threads.shutdownNow();
    }

    private int acknowledged() {
        return ledger.stream().mapToInt(logged -> logged.facts().size()).sum();
    }

    private void flow(int client, Random random) {
        while (!ending) {
            Patient patient = new Patient(clinic, UUID.randomUUID());
            UUID program = UUID.randomUUID();
            untilAnswered(0, attempt -> Api.put(patient.record(), clinic.token(), clinic.enrolment()), 200, 201);
            untilAnswered(
                    0,
                    attempt -> Api.put(patient.program(program), clinic.token(), Clinic.prescription(today)),
                    200,
                    201);
            Logged logged = new Logged(patient, program, new ConcurrentLinkedQueue<>());
            ledger.add(logged);
            Fact screen = Fact.screen(today, "fever-or-feeling-ill");
            report(client, logged, screen);
            for (int i = 1; i < FACTS && !ending; i++) {
                report(client, logged, next(random, logged));
                Eventually.pause(PAUSE);
            }
        }
    }

    private Fact next(Random random, Logged logged) {
        LocalDate date = today.minusDays(random.nextInt(DAYS));
        return switch (random.nextInt(6)) {
            case 0 -> Fact.session(date);
            case 1 -> logged.last().map(last -> corrected(random, last, date)).orElseGet(() -> Fact.session(date));
            default -> Fact.score(random.nextInt(11), date);
        };
    }

    private static Fact corrected(Random random, Fact last, LocalDate date) {
        return random.nextBoolean()
                ? Fact.retraction(last.kind(), last.id(), last.revision() + 1)
                : Fact.score(last.id(), last.revision() + 1, random.nextInt(11), date);
    }

    private void report(int client, Logged logged, Fact fact) {
        untilAnswered(client, attempt -> logged.patient().send(fact, trackings.get(attempt % trackings.size())), 202);
        logged.facts().add(fact);
    }

    /** Sends the same thing until it is taken; a 503 or no answer at all says nothing about what became of it. */
    private static void untilAnswered(int first, Function<Integer, Answer> request, Integer... taken) {
        for (int attempt = first; ; attempt++) {
            try {
                Answer answer = request.apply(attempt);
                if (answer.status() != 503) {
                    answer.is(taken);
                    return;
                }
            } catch (UncheckedIOException notAnswered) {
                Eventually.pause(PAUSE);
            }
            if (Thread.interrupted()) {
                throw new IllegalStateException("the test is over, but the services do not answer");
            }
            Eventually.pause(PAUSE);
        }
    }

    /**
     * What was acknowledged of one patient.
     *
     * @param patient who was enrolled
     * @param program the program that was prescribed
     * @param facts what was reported, in that order
     */
    record Logged(Patient patient, UUID program, Queue<Fact> facts) {

        /** Of whom something was acknowledged. */
        static List<Patient> patients(List<Logged> ledger) {
            return ledger.stream().map(Logged::patient).toList();
        }

        private Optional<Fact> last() {
            return facts.stream()
                    .filter(fact -> fact.kind().equals("pain-score"))
                    .reduce((one, other) -> other);
        }

        /** Fails unless every fact is on the timeline exactly once and counts in the progress. */
        void assertKept() {
            assertThat(patient.timeline().stream().map(Logged::name))
                    .as("timeline of %s", patient.id())
                    .containsExactlyInAnyOrderElementsOf(
                            facts.stream().map(Logged::name).toList());
            JsonNode progress = patient.progress(4);
            assertThat(PlainProgress.shown(progress))
                    .as("progress of %s", patient.id())
                    .isEqualTo(PlainProgress.of(facts));
            assertThat(progress.at("/program/programId").asText()).isEqualTo(program.toString());
        }

        private static String name(Fact fact) {
            return fact.kind() + " " + fact.id() + " " + fact.revision();
        }

        private static String name(JsonNode entry) {
            return entry.path("kind").asText() + " " + entry.path("id").asText() + " "
                    + entry.path("revision").asInt();
        }
    }
}
