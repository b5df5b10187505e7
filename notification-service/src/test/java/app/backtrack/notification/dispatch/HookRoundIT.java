package app.backtrack.notification.dispatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.backtrack.events.ClinicId;
import app.backtrack.notification.delivery.DeliveryState;
import app.backtrack.notification.outbound.OutboundClient;
import app.backtrack.notification.webhook.Endpoint;
import app.backtrack.notification.webhook.EndpointId;
import app.backtrack.notification.webhook.EndpointStore;
import app.backtrack.notification.webhook.HookType;
import app.backtrack.runtime.store.Documents;
import app.backtrack.testkit.quarkus.BackEndsResource;
import app.backtrack.testkit.quarkus.Tokens;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import jakarta.inject.Inject;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Executor;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/**
 * Kills the caller of webhooks between its steps, on the real store and over HTTP; in a far year, where the running
 * service sees nothing due. Each round is a process of its own.
 */
@QuarkusTest
@WithTestResource(value = BackEndsResource.class, scope = TestResourceScope.GLOBAL)
@DisplayNameGeneration(ReplaceUnderscores.class)
class HookRoundIT {
    private static final Instant RAISED = Instant.parse("2126-11-20T18:30:00Z");
    private static final String BODY = "{}";
    private static final Executor AT_ONCE = Runnable::run;
    private static final Executor KILLED_AFTER_CLAIM = task -> {
        throw new Crash();
    };

    @Inject
    HookMessageStore messages;

    @Inject
    EndpointStore endpoints;

    @Inject
    OutboundClient client;

    @Inject
    Documents documents;

    private final EndpointId endpoint = new EndpointId(new ClinicId(Tokens.newClinic()), UUID.randomUUID());
    private HookReceiver receiver;

    @BeforeEach
    void one_message_waits() throws IOException {
        documents.collection("webhook-messages").deleteMany(new Document());
        receiver = new HookReceiver();
        listen(endpoint, receiver);
        assertThat(messages.open(waiting(endpoint))).isTrue();
    }

    @AfterEach
    void it_stops() {
        receiver.close();
    }

    @Test
    void a_message_is_sent_once_and_marked() {
        round(Duration.ofSeconds(1), AT_ONCE);
        round(Duration.ofHours(1), AT_ONCE);

        assertThat(receiver.calls()).hasSize(1);
        assertThat(stored(endpoint).progress().state()).isEqualTo(DeliveryState.SENT);
    }

    @Test
    void a_kill_between_claim_and_send_delays_it_until_the_lease_is_over() {
        assertThatThrownBy(() -> round(Duration.ofSeconds(1), KILLED_AFTER_CLAIM))
                .isInstanceOf(Crash.class);

        round(Duration.ofSeconds(60), AT_ONCE);
        assertThat(receiver.calls()).isEmpty();

        round(Duration.ofSeconds(61), AT_ONCE);
        round(Duration.ofHours(1), AT_ONCE);
        assertThat(receiver.calls()).extracting(HookReceiver.Call::id).containsExactly("msg_1");
        assertThat(stored(endpoint).progress().log())
                .extracting(HookProgress.Attempt::error)
                .containsExactly("outcome-unknown", null);
    }

    @Test
    void a_kill_between_send_and_mark_repeats_it_once_under_the_same_webhook_id() {
        assertThatThrownBy(() -> roundKilledOnceTold(Duration.ofSeconds(1))).isInstanceOf(Crash.class);
        assertThat(receiver.calls()).hasSize(1);

        round(Duration.ofSeconds(60), AT_ONCE);
        round(Duration.ofSeconds(61), AT_ONCE);
        round(Duration.ofHours(30), AT_ONCE);

        assertThat(receiver.calls()).extracting(HookReceiver.Call::id).containsExactly("msg_1", "msg_1");
        assertThat(stored(endpoint).progress().state()).isEqualTo(DeliveryState.SENT);
    }

    @Test
    void a_sender_that_was_frozen_cannot_overwrite_what_came_after_it() {
        assertThatThrownBy(() -> round(Duration.ofSeconds(1), KILLED_AFTER_CLAIM))
                .isInstanceOf(Crash.class);
        HookMessage frozen = stored(endpoint);
        round(Duration.ofSeconds(61), AT_ONCE);

        assertThat(messages.move(frozen, frozen.progress().ended(DeliveryState.FAILED, "late")))
                .isEmpty();
    }

    @Test
    void two_processes_that_saw_the_same_message_send_it_once() {
        HookMessage seen = stored(endpoint);
        HookProgress claim = seen.progress().claimed(RAISED, RAISED.plus(HookPlanner.LEASE));

        assertThat(messages.move(seen, claim)).isPresent();
        assertThat(messages.move(seen, claim)).isEmpty();
    }

    @Test
    void a_receiver_that_answers_500_for_a_day_is_asked_ten_times_then_disabled_and_slows_nobody_else()
            throws IOException {
        receiver.answersForGood(500);
        EndpointId other = new EndpointId(new ClinicId(Tokens.newClinic()), UUID.randomUUID());
        try (HookReceiver quick = new HookReceiver()) {
            listen(other, quick);
            Duration since = Duration.ofSeconds(1);
            for (int each = 0; since.compareTo(Duration.ofHours(30)) < 0; each++) {
                messages.open(new HookMessage(
                        other,
                        "other_" + each,
                        HookType.TEST,
                        RAISED.plus(since),
                        BODY,
                        HookProgress.start(RAISED.plus(since), RAISED.plus(Duration.ofDays(3)), List.of()),
                        0));
                round(since, AT_ONCE);
                assertThat(quick.calls()).hasSize(each + 1);
                since = since.plus(
                        since.compareTo(Duration.ofMinutes(10)) < 0 ? Duration.ofSeconds(30) : Duration.ofMinutes(20));
            }
        }

        assertThat(receiver.calls())
                .hasSize(10)
                .extracting(HookReceiver.Call::id)
                .containsOnly("msg_1");
        assertThat(stored(endpoint).progress().state()).isEqualTo(DeliveryState.FAILED);
        assertThat(endpoints.find(endpoint).orElseThrow().disabled())
                .extracting(Endpoint.Disabled::reason)
                .isEqualTo(Endpoint.Reason.ATTEMPTS_EXHAUSTED);
    }

    private void round(Duration since, Executor threads) {
        new HookRound(messages, endpoints, client, () -> RAISED.plus(since)).run(threads, () -> {});
    }

    /** The first look at the clock after the receiver has the message never comes back. */
    private void roundKilledOnceTold(Duration since) {
        new HookRound(messages, endpoints, client, () -> {
                    if (!receiver.calls().isEmpty()) {
                        throw new Crash();
                    }
                    return RAISED.plus(since);
                })
                .run(AT_ONCE, () -> {});
    }

    private void listen(EndpointId id, HookReceiver where) {
        RestAssured.given()
                .auth()
                .oauth2(Tokens.admin(id.clinic().value()))
                .contentType(ContentType.JSON)
                .body(Map.of("url", where.url(), "types", List.of("alert.raised")))
                .put("/v1/webhook-endpoints/" + id.value())
                .then()
                .statusCode(201);
    }

    private static HookMessage waiting(EndpointId to) {
        HookProgress start = HookProgress.start(RAISED, RAISED.plus(HookPlanner.NEWS), List.of());
        return new HookMessage(to, "msg_1", HookType.ALERT_RAISED, RAISED, BODY, start, 0);
    }

    private HookMessage stored(EndpointId of) {
        return messages.find(of, "msg_1").orElseThrow();
    }

    /** Ends the caller as a kill would: nothing after it is written. */
    private static final class Crash extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }
}
