package app.backtrack.runtime.log;

import static app.backtrack.runtime.log.TestLog.CODEC;
import static app.backtrack.runtime.log.TestLog.await;
import static app.backtrack.runtime.log.TestLog.painScore;
import static app.backtrack.runtime.log.TestLog.patient;
import static app.backtrack.runtime.log.TestLog.unreachable;
import static org.assertj.core.api.Assertions.assertThat;

import app.backtrack.events.EventEnvelope;
import app.backtrack.events.PainEvent.PainScoreRecorded;
import app.backtrack.events.PatientRef;
import app.backtrack.events.Topic;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@DisplayNameGeneration(ReplaceUnderscores.class)
@Timeout(60)
class LogFollowerIT {
    private final PatientRef patient = patient();
    private final Set<String> known = ConcurrentHashMap.newKeySet();

    @Test
    void once_caught_up_everything_published_before_is_known() {
        TestLog log = TestLog.shared();
        LogClients clients = log.clients();
        try (EventPublisher publisher = log.patientPublisher();
                LogFollower follower = clients.follow(Topic.PAIN_EVENTS, event -> known.add(event.id()))) {
            for (int i = 0; i < 20; i++) {
                EventEnvelope<PainScoreRecorded> event = painScore(patient);
                publisher.publish(event).join();

                assertThat(follower.caughtUp(Duration.ofSeconds(10)).join()).isTrue();
                assertThat(known).contains(event.id());
            }
            assertThat(follower.caughtUpOnce()).isTrue();
            assertThat(clients.troubles()).isEmpty();
        }
    }

    @Test
    void an_event_on_which_the_listener_fails_is_passed_over() {
        TestLog log = TestLog.shared();
        EventEnvelope<PainScoreRecorded> bad = painScore(patient);
        EventEnvelope<PainScoreRecorded> good = painScore(patient);
        log.publish(java.util.List.of(bad, good));
        try (LogFollower follower = log.clients().follow(Topic.PAIN_EVENTS, event -> {
            if (event.id().equals(bad.id())) {
                throw new IllegalStateException("a bug");
            }
            known.add(event.id());
        })) {
            assertThat(follower.caughtUp(Duration.ofSeconds(10)).join()).isTrue();
            assertThat(known).contains(good.id()).doesNotContain(bad.id());
        }
    }

    @Test
    void without_a_broker_it_says_so_and_waits_no_longer_than_asked() throws Exception {
        LogClients clients = new LogClients(unreachable(), CODEC, new SimpleMeterRegistry());
        try (LogFollower follower = clients.follow(Topic.PAIN_EVENTS, event -> known.add(event.id()))) {
            assertThat(follower.caughtUp(Duration.ofMillis(300)).join()).isFalse();
            assertThat(clients.troubles()).hasSize(1);
            await("it says why", () -> clients.troubles().getFirst().contains("the log is away"));
        }
    }
}
