package app.backtrack.program.stream;

import static java.util.concurrent.CompletableFuture.completedFuture;
import static java.util.concurrent.CompletableFuture.failedFuture;
import static org.assertj.core.api.Assertions.assertThat;

import app.backtrack.events.ClinicEnvelope;
import app.backtrack.events.EventEnvelope;
import app.backtrack.events.Sealing.PatientErased;
import app.backtrack.runtime.log.LogUnavailable;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class RelayIT {
    private static final Duration PATIENCE = Duration.ofMillis(500);

    private final Streams streams = new Streams();
    /** What came to the log, in the order in which it came. */
    private final List<String> log = new CopyOnWriteArrayList<>();

    @AfterEach
    void close() {
        streams.close();
    }

    @Test
    void everything_unpublished_is_published_once_and_in_order() {
        streams.begun().append(1);
        streams.append(2);

        assertThat(publish(event -> completedFuture(null))).isTrue();
        assertThat(publish(event -> completedFuture(null))).isTrue();

        assertThat(log).containsExactly("patient/1", "patient/2", "patient/3");
        assertThat(streams.store.unpublished(10)).isEmpty();
    }

    @Test
    void an_event_waits_for_the_acknowledgement_of_the_one_before_but_not_for_ever() {
        streams.begun().append(1);

        assertThat(publish(event -> new CompletableFuture<>())).isFalse();

        assertThat(log).containsExactly("patient/1");
    }

    @Test
    void what_was_not_acknowledged_comes_again_and_what_was_does_not() {
        streams.begun().append(1);

        assertThat(publish(event -> event.id().equals("patient/2")
                        ? failedFuture(new LogUnavailable("the broker is away"))
                        : completedFuture(null)))
                .isFalse();
        assertThat(streams.store.unpublished(10)).containsExactly(streams.id);
        assertThat(publish(event -> completedFuture(null))).isTrue();

        assertThat(log).containsExactly("patient/1", "patient/2", "patient/2");
        assertThat(streams.store.unpublished(10)).isEmpty();
    }

    @Test
    void what_is_appended_meanwhile_is_left_for_the_next_run() {
        streams.begun();

        publish(event -> {
            streams.append(1);
            return completedFuture(null);
        });

        assertThat(log).containsExactly("patient/1");
        assertThat(streams.store.unpublished(10)).containsExactly(streams.id);
        assertThat(publish(event -> completedFuture(null))).isTrue();
        assertThat(log).containsExactly("patient/1", "patient/2");
    }

    @Test
    void nothing_is_told_of_an_erased_patient_and_nothing_is_tried_again() {
        streams.begun();

        assertThat(publish(event -> failedFuture(new PatientErased()))).isTrue();

        assertThat(streams.store.unpublished(10)).isEmpty();
    }

    @Test
    void a_stream_that_is_not_there_is_no_trouble() {
        assertThat(publish(event -> completedFuture(null))).isTrue();
        assertThat(log).isEmpty();
    }

    private boolean publish(Function<EventEnvelope<?>, CompletionStage<Void>> broker) {
        return new Relay(new Broker(broker), PATIENCE).publish(streams.store, streams.id);
    }

    /** Notes what comes, and answers as a test says. */
    private final class Broker implements EventLog {
        private final Function<EventEnvelope<?>, CompletionStage<Void>> answer;

        private Broker(Function<EventEnvelope<?>, CompletionStage<Void>> answer) {
            this.answer = answer;
        }

        @Override
        public CompletionStage<Void> publish(EventEnvelope<?> event) {
            log.add(event.id());
            return answer.apply(event);
        }

        @Override
        public CompletionStage<Void> publish(ClinicEnvelope event) {
            throw new AssertionError("no stream of a clinic is published here");
        }
    }
}
