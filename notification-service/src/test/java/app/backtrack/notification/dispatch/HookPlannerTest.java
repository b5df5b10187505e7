package app.backtrack.notification.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import app.backtrack.events.ClinicId;
import app.backtrack.notification.delivery.DeliveryState;
import app.backtrack.notification.dispatch.HookPlanner.Step;
import app.backtrack.notification.dispatch.HookPlanner.Verdict;
import app.backtrack.notification.dispatch.HookProgress.Attempt;
import app.backtrack.notification.outbound.OutboundAnswer;
import app.backtrack.notification.outbound.OutboundAnswer.Answered;
import app.backtrack.notification.outbound.OutboundAnswer.Failure;
import app.backtrack.notification.outbound.OutboundAnswer.Unanswered;
import app.backtrack.notification.webhook.Endpoint;
import app.backtrack.notification.webhook.EndpointId;
import app.backtrack.notification.webhook.HookType;
import app.backtrack.notification.webhook.Secrets;
import app.backtrack.notification.webhook.SigningSecret;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class HookPlannerTest {
    private static final Instant RAISED = Instant.parse("2026-11-20T08:00:00Z");
    private static final EndpointId ID = new EndpointId(new ClinicId("harbour"), new UUID(1, 2));
    private static final Endpoint ENDPOINT = new Endpoint(
            ID,
            URI.create("https://hooks.harbour.example/"),
            Map.of(HookType.ALERT_RAISED, RAISED),
            new Secrets(SigningSecret.of(new byte[32]), null, null),
            null,
            1);

    @Test
    void a_receiver_that_never_takes_it_is_asked_ten_times_within_a_day_and_then_no_more() {
        List<Duration> attempts = new ArrayList<>();
        HookMessage message = fresh();
        Optional<Endpoint.Reason> disabled = Optional.empty();
        while (!message.progress().over()) {
            Instant at = message.progress().dueAt();
            attempts.add(Duration.between(RAISED, at));
            message = claimed(message, at);
            Verdict verdict = HookPlanner.after(message, new Answered(500, null), at, at);
            disabled = verdict.disable();
            message = at(message, verdict.progress());
        }

        List<Duration> planned = List.of(
                Duration.ZERO,
                Duration.ofSeconds(5),
                Duration.ofMinutes(5),
                Duration.ofMinutes(30),
                Duration.ofHours(2),
                Duration.ofHours(5),
                Duration.ofHours(10),
                Duration.ofHours(14),
                Duration.ofHours(20),
                Duration.ofHours(24));
        assertThat(attempts).hasSize(10);
        for (int i = 0; i < 10; i++) {
            assertThat(attempts.get(i))
                    .isBetween(
                            planned.get(i), planned.get(i).plus(planned.get(i).dividedBy(9)));
        }
        assertThat(disabled).contains(Endpoint.Reason.ATTEMPTS_EXHAUSTED);
        assertThat(message.progress().state()).isEqualTo(DeliveryState.FAILED);
        assertThat(message.progress().cause()).isEqualTo("http-500");
        assertThat(message.progress().log())
                .hasSize(10)
                .extracting(Attempt::status)
                .containsOnly(500);
    }

    @Test
    void two_messages_that_failed_together_come_back_apart() {
        assertThat(retryOf("msg_a")).isNotEqualTo(retryOf("msg_b"));
    }

    private static Instant retryOf(String id) {
        HookMessage message = new HookMessage(
                ID, id, HookType.ALERT_RAISED, RAISED, "{}", HookProgress.start(RAISED, expiry(), List.of()), 0);
        return HookPlanner.after(claimed(message, RAISED), new Answered(500, null), RAISED, RAISED)
                .progress()
                .dueAt();
    }

    @ParameterizedTest
    @ValueSource(ints = {200, 202, 204, 299})
    void any_2xx_is_success(int status) {
        Verdict verdict = after(new Answered(status, null));

        assertThat(verdict.progress().state()).isEqualTo(DeliveryState.SENT);
        assertThat(verdict.disable()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {301, 302, 307, 400, 401, 404, 429, 500, 503})
    void any_other_answer_is_tried_again(int status) {
        Verdict verdict = after(new Answered(status, null));

        assertThat(verdict.progress().state()).isEqualTo(DeliveryState.WAITING);
        assertThat(verdict.progress().cause()).isEqualTo("http-" + status);
        assertThat(verdict.disable()).isEmpty();
    }

    @Test
    void gone_disables_the_endpoint_at_once() {
        Verdict verdict = after(new Answered(410, null));

        assertThat(verdict.progress().state()).isEqualTo(DeliveryState.FAILED);
        assertThat(verdict.disable()).isEqualTo(Optional.of(Endpoint.Reason.GONE));
    }

    @Test
    void an_answer_that_never_came_is_noted_by_its_kind() {
        Verdict verdict = after(new Unanswered(Failure.FORBIDDEN_ADDRESS));

        assertThat(verdict.progress().cause()).isEqualTo("forbidden-address");
        assertThat(verdict.progress().log().getFirst().status()).isNull();
        assertThat(verdict.progress().log().getFirst().millis()).isEqualTo(1_500L);
    }

    @Test
    void a_wish_to_be_asked_later_is_granted_and_one_to_be_asked_sooner_is_not() {
        Instant later = RAISED.plusSeconds(3_600);

        assertThat(after(new Answered(503, later)).progress().dueAt()).isEqualTo(later);
        assertThat(after(new Answered(503, RAISED.plusSeconds(1))).progress().dueAt())
                .isAfterOrEqualTo(RAISED.plusSeconds(5));
    }

    @Test
    void after_a_standstill_of_ours_attempts_are_not_made_up_for_in_a_burst() {
        HookMessage claimed = claimed(fresh(), RAISED);
        Instant late = RAISED.plus(Duration.ofHours(3));

        // The second attempt was due after 5 s; half of that step from now is 2.5 s.
        assertThat(HookPlanner.after(claimed, new Answered(500, null), RAISED, late)
                        .progress()
                        .dueAt())
                .isEqualTo(late.plusMillis(2_500));
    }

    @Test
    void a_claim_keeps_others_away_for_60_seconds_and_then_says_that_its_end_is_unknown() {
        HookMessage claimed = claimed(fresh(), RAISED);

        assertThat(HookPlanner.next(claimed, ENDPOINT, RAISED.plusSeconds(59))).isEqualTo(new Step.Wait());
        assertThat(HookPlanner.next(claimed, ENDPOINT, RAISED.plusSeconds(60)))
                .isInstanceOfSatisfying(Step.Send.class, again -> {
                    assertThat(again.claim().attempts()).isEqualTo(2);
                    assertThat(again.claim().log().getFirst().error()).isEqualTo("outcome-unknown");
                    assertThat(again.claim().log().getFirst().at()).isEqualTo(RAISED);
                });
    }

    @Test
    void what_is_48_hours_old_is_not_sent() {
        assertThat(HookPlanner.next(fresh(), ENDPOINT, RAISED.plus(Duration.ofHours(48))))
                .isInstanceOfSatisfying(
                        Step.End.class,
                        end -> assertThat(end.progress().state()).isEqualTo(DeliveryState.EXPIRED));
    }

    @Test
    void nothing_is_sent_to_an_endpoint_that_was_deleted_or_disabled() {
        Endpoint disabled = new Endpoint(
                ID,
                ENDPOINT.url(),
                ENDPOINT.types(),
                ENDPOINT.secrets(),
                new Endpoint.Disabled(Endpoint.Reason.GONE, RAISED),
                2);

        assertThat(HookPlanner.next(fresh(), null, RAISED))
                .isInstanceOfSatisfying(
                        Step.End.class,
                        end -> assertThat(end.progress().cause()).isEqualTo("endpoint-deleted"));
        assertThat(HookPlanner.next(fresh(), disabled, RAISED))
                .isInstanceOfSatisfying(
                        Step.End.class,
                        end -> assertThat(end.progress().cause()).isEqualTo("endpoint-disabled"));
    }

    private static Verdict after(OutboundAnswer answer) {
        return HookPlanner.after(claimed(fresh(), RAISED), answer, RAISED, RAISED.plusMillis(1_500));
    }

    private static HookMessage fresh() {
        return new HookMessage(
                ID, "msg_1", HookType.ALERT_RAISED, RAISED, "{}", HookProgress.start(RAISED, expiry(), List.of()), 0);
    }

    private static Instant expiry() {
        return RAISED.plus(Duration.ofHours(48));
    }

    private static HookMessage claimed(HookMessage message, Instant now) {
        return HookPlanner.next(message, ENDPOINT, now) instanceof Step.Send(Endpoint endpoint, HookProgress claim)
                ? at(message, claim)
                : message;
    }

    private static HookMessage at(HookMessage message, HookProgress progress) {
        return new HookMessage(
                message.endpoint(),
                message.id(),
                message.type(),
                message.raisedAt(),
                message.body(),
                progress,
                message.revision() + 1);
    }
}
