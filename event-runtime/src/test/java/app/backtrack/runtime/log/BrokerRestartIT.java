package app.backtrack.runtime.log;

import static app.backtrack.runtime.log.TestLog.await;
import static app.backtrack.runtime.log.TestLog.painScore;
import static app.backtrack.runtime.log.TestLog.patient;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.backtrack.events.EventEnvelope;
import app.backtrack.events.PainEvent.PainScoreRecorded;
import app.backtrack.events.PatientRef;
import app.backtrack.events.Topic;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@DisplayNameGeneration(ReplaceUnderscores.class)
@Timeout(120)
class BrokerRestartIT {

    @Test
    void everything_fails_fast_while_the_broker_is_away_and_goes_on_by_itself() throws Exception {
        TestLog log = TestLog.start();
        PatientRef patient = patient();
        RecordingHandler handler = new RecordingHandler(patient);
        Set<String> known = ConcurrentHashMap.newKeySet();
        LogClients clients = log.clients();
        try (EventPublisher publisher = log.publisher()) {
            clients.startLoop("restart", Set.of(Topic.PAIN_EVENTS), handler);
            LogFollower follower = clients.follow(Topic.PAIN_EVENTS, event -> known.add(event.id()));
            EventEnvelope<PainScoreRecorded> before = painScore(patient);
            await("the first is published", () -> succeeds(publisher, before));
            await("it is handled", () -> handler.handled().contains(before.id()));
            await("it is known", () -> known.contains(before.id()));

            log.broker().kill9();
            assertFailsFast(publisher, painScore(patient));
            assertThat(follower.caughtUp(Duration.ofSeconds(1)).join()).isFalse();

            log.broker().start().awaitReady(Duration.ofSeconds(30));
            EventEnvelope<PainScoreRecorded> after = painScore(patient);
            await("publishing works again", () -> succeeds(publisher, after));
            await("it is handled", () -> handler.handled().contains(after.id()));
            assertThat(follower.caughtUp(Duration.ofSeconds(20)).join()).isTrue();
            assertThat(known).contains(before.id(), after.id());
            await("all is well", () -> clients.troubles().isEmpty());
        } finally {
            clients.close();
            log.close();
        }
    }

    private static void assertFailsFast(EventPublisher publisher, EventEnvelope<?> event) {
        assertThatThrownBy(() -> publisher.publish(event).get(5, TimeUnit.SECONDS))
                .isInstanceOf(ExecutionException.class)
                .hasCauseInstanceOf(LogUnavailable.class);
    }

    private static boolean succeeds(EventPublisher publisher, EventEnvelope<?> event) {
        return publisher
                .publish(event)
                .handle((done, failure) -> failure == null)
                .join();
    }
}
