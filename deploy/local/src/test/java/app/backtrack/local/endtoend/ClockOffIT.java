package app.backtrack.local.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import app.backtrack.local.LocalSystem;
import app.backtrack.local.endtoend.Traffic.Logged;
import app.backtrack.testkit.parts.ChildProcess;
import app.backtrack.testkit.parts.Ports;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;

/** A process whose clock is off by a day joins those whose clocks are right, is asked at once, and leaves again. */
@EndToEnd
class ClockOffIT {
    private static final List<String> DAYS = List.of("P1D", "-P1D");

    /** Far more than a test takes, and far less than a day. */
    private static final Duration RIGHT = Duration.ofHours(1);

    private static final Duration READY_LIMIT = Duration.ofSeconds(60);
    private static final int FACTS = 40;

    private final LocalSystem system;
    private final Faults faults = Faults.asked();
    private final int port = Ports.free(1).getFirst();
    private final URI wrong = URI.create("http://127.0.0.1:" + port);

    ClockOffIT(LocalSystem system) {
        this.system = system;
    }

    @Test
    void a_tracking_service_with_a_wrong_clock_takes_no_fact_from_its_start_on(TestReporter reporter)
            throws InterruptedException {
        faults.tell(reporter);
        Clinic clinic = Clinic.open(system);
        Patient patient = clinic.enrol();
        Fact fact = Fact.score(3, Fact.today());
        List<Logged> ledger =
                faults.whileFactsFlow(clinic, List.of(system.urls().tracking(), wrong), traffic -> {
                    for (String offset : offsets()) {
                        traffic.awaitFurther(FACTS);
                        try (ChildProcess doubtful = begin("tracking-service", offset)) {
                            assertRefuses(offset, () -> patient.send(fact, wrong));
                            traffic.awaitFurther(FACTS);
                            Api.get(wrong.resolve("/v1/patients/" + patient.id() + "/progress"), clinic.token())
                                    .isProblem(503);
                            doubtful.stop();
                        }
                    }
                    try (ChildProcess mended = system.startAnother("tracking-service", port)) {
                        patient.send(fact, wrong).is(202);
                        traffic.awaitFurther(FACTS);
                        mended.stop();
                    }
                });

        Eventually.holds(
                () -> assertThat(PlainProgress.shown(patient.progress(4))).isEqualTo(PlainProgress.of(List.of(fact))));
        clinic.assertToldOnce(Logged.patients(ledger), "red-flag");
        Set<UUID> patients =
                ledger.stream().map(logged -> logged.patient().id()).collect(Collectors.toSet());
        patients.add(patient.id());
        assertDatedRightly(patients);
    }

    @Test
    void a_program_service_with_a_wrong_clock_decides_nothing(TestReporter reporter) {
        faults.tell(reporter);
        Clinic clinic = Clinic.open(system);
        for (String offset : offsets()) {
            Patient patient = new Patient(clinic, UUID.randomUUID());
            URI record = wrong.resolve("/v1/patients/" + patient.id());
            try (ChildProcess doubtful = begin("program-service", offset)) {
                assertRefuses(offset, () -> Api.put(record, clinic.token(), clinic.enrolment()));
                doubtful.stop();
            }
            Api.get(patient.record(), clinic.token()).is(404);
            Api.put(patient.record(), clinic.token(), clinic.enrolment()).is(201);
            Eventually.get(() -> patient.send(Fact.score(3, Fact.today())).is(202));
            assertDatedRightly(Set.of(patient.id()));
        }
    }

    @Test
    @Tag("slow")
    void a_notification_service_with_a_wrong_clock_tells_nobody_and_then_all_once(TestReporter reporter) {
        faults.tell(reporter);
        Clinic clinic = Clinic.open(system);
        ChildProcess right = system.process("notification-service");
        for (String offset : offsets()) {
            Patient patient = clinic.enrol();
            right.stop();
            try (ChildProcess doubtful = begin("notification-service", offset)) {
                Eventually.get(() -> patient.send(Fact.screen(Fact.today(), "fever-or-feeling-ill"))
                        .is(202));
                Eventually.holds(() -> assertThat(patient.insights()).isNotEmpty());
                assertSaysWhy(offset);
                doubtful.stop();
            }
            assertThat(mails(clinic)).isEmpty();
            right.start().awaitReady(READY_LIMIT);
            var entry = clinic.entryWithSentMail(patient, "red-flag", READY_LIMIT);
            assertThat(clinic.mails(entry.at("/deliveries/0/messageId").asText()))
                    .hasSize(1);
            assertDatedRightly(Set.of(patient.id()));
            clinic = Clinic.open(system);
        }
    }

    /** Both where more than a round is asked for. */
    private List<String> offsets() {
        int first = faults.random().nextInt(DAYS.size());
        return faults.rounds() > 1 ? DAYS : DAYS.subList(first, first + 1);
    }

    private ChildProcess begin(String service, String offset) {
        return system.begin(service, port, Map.of("BACKTRACK_CLOCK_OFFSET", offset));
    }

    /** Asks from before the process listens until it has said that its clock is wrong; each answer must refuse. */
    private void assertRefuses(String offset, Supplier<Answer> request) {
        List<Answer> answers = new ArrayList<>();
        Eventually.within(READY_LIMIT, () -> {
            answers.add(answered(request));
            return assertThat(answers.getLast().text()).contains("clock-off");
        });
        assertThat(answers).allSatisfy(answer -> answer.isProblem(503));
        assertThat(answers.getLast().header("Retry-After")).isNotEmpty();
        assertSaysWhy(offset);
    }

    private static Answer answered(Supplier<Answer> request) {
        try {
            return request.get();
        } catch (UncheckedIOException notListening) {
            throw new AssertionError("does not listen yet", notListening);
        }
    }

    private void assertSaysWhy(String offset) {
        Eventually.holdsWithin(READY_LIMIT, () -> {
            try {
                assertThat(Api.get(wrong.resolve("/q/health/ready"), null)
                                .is(503)
                                .text())
                        .contains("clock is 86")
                        .contains(offset.startsWith("-") ? "behind" : "ahead of");
            } catch (UncheckedIOException notListening) {
                throw new AssertionError("does not listen yet", notListening);
            }
        });
        Health.assertAlive(wrong);
    }

    private List<String> mails(Clinic clinic) {
        List<String> mails = new ArrayList<>();
        Api.get(system.urls().mail().resolve("/mail.json"), null).is(200).json().forEach(mail -> {
            if (mail.path("to").asText().contains(clinic.email())) {
                mails.add(mail.path("messageId").asText());
            }
        });
        return mails;
    }

    /** Fails where any record about these patients bears another day than the one on which this runs. */
    private void assertDatedRightly(Set<UUID> patients) {
        LogBook log = new LogBook(system);
        Instant now = Instant.now();
        List<ConsumerRecord<byte[], byte[]>> records = log.read(log.topics()).stream()
                .filter(record -> record.key() != null && patients.contains(id(record.key())))
                .toList();
        assertThat(records).isNotEmpty().allSatisfy(record -> {
            Instant dated = Instant.parse(
                    new String(record.headers().lastHeader("ce_time").value(), StandardCharsets.UTF_8));
            assertThat(dated).as(record.topic()).isBetween(now.minus(RIGHT), now.plus(RIGHT));
        });
    }

    private static UUID id(byte[] key) {
        String text = new String(key, StandardCharsets.UTF_8);
        return text.length() == 36 ? UUID.fromString(text) : new UUID(0, 0);
    }
}
