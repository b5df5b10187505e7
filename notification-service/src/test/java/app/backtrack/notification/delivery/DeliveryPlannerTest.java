package app.backtrack.notification.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import app.backtrack.notification.delivery.DeliveryPlanner.Step;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class DeliveryPlannerTest {
    private static final Instant RAISED = Instant.parse("2026-11-20T18:30:00Z");
    private static final Instant NOW = RAISED.plusSeconds(1);

    @Test
    void a_new_mail_is_claimed_for_a_minute_and_sent() {
        assertThat(DeliveryPlanner.next(Mails.waiting(RAISED), NOW))
                .isEqualTo(new Step.Send(new Progress(DeliveryState.CLAIMED, 1, 1, NOW.plusSeconds(60), null, null)));
    }

    @Test
    void a_claim_keeps_others_away_until_it_runs_out() {
        Delivery claimed = Mails.with(Mails.waiting(RAISED), claim(NOW));

        assertThat(DeliveryPlanner.next(claimed, NOW.plusSeconds(59))).isEqualTo(new Step.Wait());
        assertThat(DeliveryPlanner.next(claimed, NOW.plusSeconds(60))).isInstanceOf(Step.Send.class);
    }

    @Test
    void a_third_mail_is_not_risked_after_two_claims_whose_end_nobody_knows() {
        Instant later = NOW.plusSeconds(60);
        Progress twice = claim(NOW).claimed(later.plusSeconds(60));

        assertThat(DeliveryPlanner.next(Mails.with(Mails.waiting(RAISED), twice), later.plusSeconds(60)))
                .isEqualTo(new Step.End(new Progress(
                        DeliveryState.FAILED, 2, 2, later.plusSeconds(60), "outcome-unknown", later.plusSeconds(60))));
    }

    @Test
    void what_could_not_be_sent_for_48_hours_expires() {
        Delivery waiting = Mails.waiting(RAISED);

        assertThat(DeliveryPlanner.next(waiting, RAISED.plus(Duration.ofHours(48))))
                .isEqualTo(new Step.End(
                        new Progress(DeliveryState.EXPIRED, 0, 0, RAISED, null, RAISED.plus(Duration.ofHours(48)))));
    }

    @Test
    void what_was_withdrawn_before_it_was_sent_is_dropped() {
        Delivery planned = Mails.waiting(RAISED);
        Delivery withdrawn = new Delivery(
                planned.id(),
                planned.matter(),
                planned.messageId(),
                planned.expiresAt(),
                true,
                planned.progress(),
                planned.revision());

        assertThat(DeliveryPlanner.next(withdrawn, NOW))
                .isEqualTo(new Step.End(new Progress(DeliveryState.DROPPED, 0, 0, RAISED, "withdrawn", NOW)));
    }

    @Test
    void each_answer_of_the_mail_server_leads_to_its_own_state() {
        Progress claimed = claim(NOW);

        assertThat(DeliveryPlanner.after(claimed, new SendResult.Accepted(), NOW))
                .isEqualTo(new Progress(DeliveryState.SENT, 1, 0, claimed.dueAt(), null, NOW));
        assertThat(DeliveryPlanner.after(claimed, new SendResult.Refused(550), NOW))
                .isEqualTo(new Progress(DeliveryState.FAILED, 1, 0, claimed.dueAt(), "refused-550", NOW));
        assertThat(DeliveryPlanner.after(claimed, new SendResult.Deferred(451), NOW))
                .isEqualTo(new Progress(DeliveryState.WAITING, 1, 0, NOW.plusSeconds(5), "deferred-451", null));
        assertThat(DeliveryPlanner.after(claimed, new SendResult.Unknown(), NOW))
                .isEqualTo(claimed);
    }

    @Test
    void an_answer_settles_its_own_claim_and_no_earlier_one() {
        Progress second = claim(NOW).claimed(NOW.plusSeconds(120));

        assertThat(DeliveryPlanner.after(second, new SendResult.Deferred(421), NOW)
                        .unsettled())
                .isEqualTo(1);
    }

    @Test
    void a_mail_server_that_is_away_costs_no_claim() {
        assertThat(DeliveryPlanner.serverAway(Progress.start(RAISED), NOW))
                .isEqualTo(new Progress(DeliveryState.WAITING, 1, 0, NOW.plusSeconds(5), "server-away", null));
    }

    @ParameterizedTest
    @CsvSource({"1, PT5S", "2, PT10S", "5, PT1M20S", "9, PT21M20S", "10, PT30M", "1000, PT30M"})
    void pauses_double_up_to_half_an_hour(int attempts, Duration pause) {
        assertThat(DeliveryPlanner.pause(attempts)).isEqualTo(pause);
    }

    private static Progress claim(Instant now) {
        return Progress.start(RAISED).claimed(now.plusSeconds(60));
    }
}
