package app.backtrack.notification.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.backtrack.events.ClinicId;
import app.backtrack.events.NotificationChannel;
import app.backtrack.notification.delivery.RecordingTransport.Crash;
import app.backtrack.notification.delivery.RecordingTransport.Fault;
import app.backtrack.runtime.store.Documents;
import app.backtrack.testkit.quarkus.BackEndsResource;
import app.backtrack.testkit.quarkus.Tokens;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.bson.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** Kills the sender between its steps, on the real store; in a far year, where the running service sees nothing due. */
@QuarkusTest
@WithTestResource(value = BackEndsResource.class, scope = TestResourceScope.GLOBAL)
@DisplayNameGeneration(ReplaceUnderscores.class)
class DeliveryRoundIT {
    private static final Instant RAISED = Instant.parse("2126-11-20T18:30:00Z");

    @Inject
    DeliveryStore deliveries;

    @Inject
    Gate gate;

    @Inject
    Company companies;

    @Inject
    Wording wording;

    @Inject
    Documents documents;

    private final RecordingTransport server = new RecordingTransport();
    private final ClinicId clinic = new ClinicId(Tokens.newClinic());
    private final Delivery planned = Mails.waiting(clinic, RAISED);

    @BeforeEach
    void one_mail_waits() {
        documents.collection("deliveries").deleteMany(new Document());
        assertThat(deliveries.open(planned)).isTrue();
    }

    @Test
    void a_mail_is_sent_once_and_marked() {
        runAt(Duration.ofSeconds(1));
        runAt(Duration.ofSeconds(2));

        assertThat(server.taken()).hasSize(1);
        assertThat(stored().progress().state()).isEqualTo(DeliveryState.SENT);
        assertThat(stored().progress().settledAt()).isEqualTo(RAISED.plusSeconds(1));
    }

    @Test
    void posting_a_mail_again_sends_nothing_again() {
        runAt(Duration.ofSeconds(1));

        assertThat(deliveries.open(planned)).isFalse();
        runAt(Duration.ofMinutes(10));

        assertThat(server.taken()).hasSize(1);
    }

    @Test
    void a_crash_between_claim_and_send_delays_the_mail_until_the_lease_is_over() {
        server.fail(Fault.CRASH_BEFORE_SEND);
        assertThatThrownBy(() -> runAt(Duration.ofSeconds(1))).isInstanceOf(Crash.class);

        runAt(Duration.ofSeconds(60));
        assertThat(server.taken()).isEmpty();

        runAt(Duration.ofSeconds(61));
        assertThat(server.taken()).hasSize(1);
        assertThat(stored().progress().state()).isEqualTo(DeliveryState.SENT);
    }

    @Test
    void a_crash_between_send_and_mark_repeats_the_mail_once_under_the_same_message_id() {
        server.fail(Fault.CRASH_BEFORE_MARK);
        assertThatThrownBy(() -> runAt(Duration.ofSeconds(1))).isInstanceOf(Crash.class);
        runAt(Duration.ofSeconds(61));
        runAt(Duration.ofSeconds(200));

        assertThat(server.taken())
                .extracting(Message::messageId)
                .containsExactly(planned.messageId(), planned.messageId());
    }

    @Test
    void crashes_between_send_and_mark_never_make_a_third_mail() {
        server.fail(Fault.CRASH_BEFORE_MARK, Fault.CONNECTION_BROKE);
        assertThatThrownBy(() -> runAt(Duration.ofSeconds(1))).isInstanceOf(Crash.class);
        runAt(Duration.ofSeconds(61));
        runAt(Duration.ofSeconds(121));
        runAt(Duration.ofHours(1));

        assertThat(server.taken()).hasSize(2);
        assertThat(stored().progress().state()).isEqualTo(DeliveryState.FAILED);
        assertThat(stored().progress().cause()).isEqualTo("outcome-unknown");
    }

    @Test
    void two_senders_that_saw_the_same_mail_send_it_once() {
        List<Delivery> seenByBoth = deliveries.due(NotificationChannel.EMAIL, RAISED.plusSeconds(1), 10);
        Progress claim = seenByBoth.getFirst().progress().claimed(RAISED.plusSeconds(61));

        assertThat(deliveries.move(seenByBoth.getFirst(), claim)).isPresent();
        assertThat(deliveries.move(seenByBoth.getFirst(), claim)).isEmpty();
    }

    @Test
    void a_sender_that_was_frozen_cannot_overwrite_what_came_after_it() {
        server.fail(Fault.CRASH_BEFORE_SEND);
        assertThatThrownBy(() -> runAt(Duration.ofSeconds(1))).isInstanceOf(Crash.class);
        Delivery frozen = stored();
        runAt(Duration.ofSeconds(61));

        assertThat(deliveries.move(frozen, frozen.progress().ended(DeliveryState.FAILED, "late", RAISED)))
                .isEmpty();
        assertThat(stored().progress().state()).isEqualTo(DeliveryState.SENT);
    }

    @Test
    void a_mail_server_that_is_away_is_asked_again_later_and_later_until_it_is_back() {
        server.fail(Fault.SERVER_AWAY, Fault.SERVER_AWAY);
        runAt(Duration.ofSeconds(1));
        runAt(Duration.ofSeconds(5));
        assertThat(server.connections()).isEqualTo(1);
        assertThat(stored().progress().cause()).isEqualTo("server-away");

        runAt(Duration.ofSeconds(6));
        runAt(Duration.ofSeconds(16));

        assertThat(server.connections()).isEqualTo(3);
        assertThat(server.taken()).hasSize(1);
    }

    @Test
    void a_mail_that_could_not_be_sent_for_48_hours_expires_and_says_why() {
        server.fail(Fault.SERVER_AWAY);
        runAt(Duration.ofSeconds(1));
        runAt(Duration.ofHours(48));

        assertThat(server.taken()).isEmpty();
        assertThat(stored().progress().state()).isEqualTo(DeliveryState.EXPIRED);
        assertThat(stored().progress().cause()).isEqualTo("server-away");
    }

    @Test
    void a_mail_whose_insight_was_withdrawn_meanwhile_is_dropped() {
        deliveries.withdraw(planned.id());
        runAt(Duration.ofSeconds(1));

        assertThat(server.taken()).isEmpty();
        assertThat(stored().progress().state()).isEqualTo(DeliveryState.DROPPED);
    }

    @Test
    void a_mail_whose_address_was_erased_meanwhile_is_dropped() {
        server.fail(Fault.NO_ADDRESS);
        runAt(Duration.ofSeconds(1));

        assertThat(server.taken()).isEmpty();
        assertThat(stored().progress().cause()).isEqualTo("no-address");
    }

    @Test
    void a_mail_that_is_refused_for_good_is_not_tried_again() {
        server.fail(Fault.REFUSED);
        runAt(Duration.ofSeconds(1));
        runAt(Duration.ofHours(1));

        assertThat(server.taken()).isEmpty();
        assertThat(stored().progress().state()).isEqualTo(DeliveryState.FAILED);
        assertThat(stored().progress().cause()).isEqualTo("refused-550");
    }

    @Test
    void a_mail_says_where_to_look_and_nothing_else() {
        runAt(Duration.ofSeconds(1));

        Message mail = server.taken().getFirst();
        String link = "/inbox/" + planned.id().about();
        assertThat(mail.words().subject()).isEqualTo("Urgent: please look into your inbox now");
        assertThat(mail.words().text()).contains(link).doesNotContain("thea", clinic.value());
        assertThat(mail.words().html()).contains(link).contains("<html").doesNotContain("thea", clinic.value());
    }

    private void runAt(Duration afterRaised) {
        Instant now = RAISED.plus(afterRaised);
        new DeliveryRound(deliveries, gate, companies, wording, () -> now).run(server, Runnable::run);
    }

    private Delivery stored() {
        return deliveries
                .find(clinic, planned.id().about(), List.of(planned.id().reach()))
                .getFirst();
    }
}
