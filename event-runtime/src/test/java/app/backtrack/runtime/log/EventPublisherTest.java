package app.backtrack.runtime.log;

import static app.backtrack.runtime.log.TestLog.CODEC;
import static app.backtrack.runtime.log.TestLog.painScore;
import static app.backtrack.runtime.log.TestLog.patient;
import static app.backtrack.runtime.log.TestLog.unreachable;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.backtrack.events.EventCodec;
import app.backtrack.events.PatientRef;
import app.backtrack.events.Sealing;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@DisplayNameGeneration(ReplaceUnderscores.class)
@Timeout(30)
class EventPublisherTest {
    private final PatientRef patient = patient();

    @Test
    void without_a_broker_it_fails_by_itself_and_the_caller_is_never_blocked() {
        try (EventPublisher publisher = new EventPublisher(unreachable(), CODEC)) {
            List<CompletableFuture<Void>> answers = new ArrayList<>();
            for (int i = 0; i < 100; i++) {
                answers.add(publisher.publish(painScore(patient)));
            }
            answers.forEach(EventPublisherTest::assertUnavailable);
        }
    }

    @Test
    void one_too_many_under_way_is_refused_at_once_and_later_there_is_room_again() throws Exception {
        try (EventPublisher publisher = new EventPublisher(unreachable("max-in-flight", "10"), CODEC)) {
            for (int i = 0; i < 10; i++) {
                assertThat(publisher.publish(painScore(patient))).isNotDone();
            }
            CompletableFuture<Void> refused = publisher.publish(painScore(patient));
            assertThat(refused).isCompletedExceptionally();
            assertUnavailable(refused);

            TestLog.await(
                    "there is room",
                    () -> !publisher.publish(painScore(patient)).isDone());
        }
    }

    @Test
    void what_waits_for_a_key_store_that_hangs_is_bounded_too() throws Exception {
        CountDownLatch hanging = new CountDownLatch(1);
        try (EventPublisher publisher =
                new EventPublisher(unreachable("max-in-flight", "10"), new EventCodec(hangingUntil(hanging)))) {
            List<CompletableFuture<Void>> answers = new ArrayList<>();
            for (int i = 0; i < 10; i++) {
                answers.add(publisher.publish(painScore(patient)));
            }
            answers.forEach(EventPublisherTest::assertUnavailable);

            assertThat(publisher.publish(painScore(patient)))
                    .as("ten still lie in the queue")
                    .isCompletedExceptionally();

            hanging.countDown();
            TestLog.await(
                    "there is room",
                    () -> !publisher.publish(painScore(patient)).isDone());
        }
    }

    @Test
    void closing_does_not_wait_for_a_key_store_that_hangs() {
        EventPublisher publisher =
                new EventPublisher(unreachable(), new EventCodec(hangingUntil(new CountDownLatch(1))));
        CompletableFuture<Void> answer = publisher.publish(painScore(patient));

        publisher.close();

        assertUnavailable(answer);
    }

    @Test
    void after_closing_everything_is_refused() {
        EventPublisher publisher = new EventPublisher(unreachable(), CODEC);
        publisher.close();

        assertUnavailable(publisher.publish(painScore(patient)));
    }

    @Test
    void an_erased_patient_gets_no_event() {
        Sealing erased = new Sealing() {
            @Override
            public SealedData seal(PatientRef patient, byte[] context, byte[] plain) throws PatientErased {
                throw new PatientErased();
            }

            @Override
            public byte[] open(PatientRef patient, byte[] context, SealedData data) throws PatientErased {
                throw new PatientErased();
            }
        };
        try (EventPublisher publisher = new EventPublisher(unreachable(), new EventCodec(erased))) {
            assertThatThrownBy(() -> publisher.publish(painScore(patient)).get(2, TimeUnit.SECONDS))
                    .isInstanceOf(ExecutionException.class)
                    .hasCauseInstanceOf(Sealing.PatientErased.class);
        }
    }

    @Test
    void what_a_caller_does_next_may_block() throws Exception {
        try (EventPublisher publisher = new EventPublisher(unreachable(), CODEC)) {
            CompletableFuture<Boolean> next = publisher
                    .publish(painScore(patient))
                    .handle((done, failure) -> Thread.currentThread().isVirtual());

            assertThat(next.get(5, TimeUnit.SECONDS)).isTrue();
        }
    }

    private static Sealing hangingUntil(CountDownLatch released) {
        return new Sealing() {
            @Override
            public SealedData seal(PatientRef patient, byte[] context, byte[] plain) {
                try {
                    released.await();
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
                return new SealedData("key", plain);
            }

            @Override
            public byte[] open(PatientRef patient, byte[] context, SealedData data) {
                return data.sealed();
            }
        };
    }

    private static void assertUnavailable(CompletableFuture<Void> answer) {
        assertThatThrownBy(() -> answer.get(5, TimeUnit.SECONDS))
                .isInstanceOf(ExecutionException.class)
                .hasCauseInstanceOf(LogUnavailable.class);
    }
}
