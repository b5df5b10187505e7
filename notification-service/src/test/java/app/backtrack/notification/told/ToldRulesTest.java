package app.backtrack.notification.told;

import static org.assertj.core.api.Assertions.assertThat;

import app.backtrack.events.Actor;
import app.backtrack.events.AlertEvent;
import app.backtrack.events.AlertEvent.NotificationFailed;
import app.backtrack.events.AlertEvent.NotificationSent;
import app.backtrack.events.ClinicId;
import app.backtrack.events.EventEnvelope;
import app.backtrack.events.NotificationChannel;
import app.backtrack.events.PatientId;
import app.backtrack.events.PatientRef;
import app.backtrack.events.Role;
import app.backtrack.notification.ClinicianId;
import app.backtrack.notification.NoticeKind;
import app.backtrack.notification.Recipient;
import app.backtrack.notification.delivery.Delivery;
import app.backtrack.notification.delivery.DeliveryId;
import app.backtrack.notification.delivery.DeliveryState;
import app.backtrack.notification.delivery.Matter;
import app.backtrack.notification.delivery.Party;
import app.backtrack.notification.delivery.Progress;
import app.backtrack.notification.delivery.Reach;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ToldRulesTest {
    private static final Instant AT = Instant.parse("2026-11-20T18:31:00Z");
    private static final ClinicId CLINIC = new ClinicId("harbour-physio");
    private static final PatientRef PATIENT =
            new PatientRef(CLINIC, PatientId.of("0190c0de-0000-7000-8000-000000000001"));
    private static final String INSIGHT = "red-flag/1/2026-11-20";
    private static final Matter ALERT = Matter.alert(NoticeKind.RED_FLAG, PATIENT, INSIGHT);

    @Test
    void what_was_sent_is_told_as_of_when_it_was_sent_by_us() {
        EventEnvelope<AlertEvent> envelope =
                ToldRules.event(delivery(ALERT, DeliveryState.SENT, null)).orElseThrow();

        assertThat(envelope.subject()).isEqualTo(PATIENT);
        assertThat(envelope.recordedAt()).isEqualTo(AT);
        assertThat(envelope.actor()).isEqualTo(new Actor(Role.BACKTRACK, "notification-service"));
        assertThat(envelope.data()).isInstanceOfSatisfying(NotificationSent.class, sent -> {
            assertThat(sent.insight()).isEqualTo(INSIGHT);
            assertThat(sent.channel()).isEqualTo(NotificationChannel.EMAIL);
            assertThat(sent.recipient()).isEqualTo("thea");
            assertThat(sent.attempt()).isEqualTo(2);
            assertThat(envelope.id()).isEqualTo("notification/" + sent.notification());
        });
    }

    @Test
    void asked_again_it_is_the_same_event() {
        Delivery sent = delivery(ALERT, DeliveryState.SENT, null);

        assertThat(ToldRules.event(sent)).isEqualTo(ToldRules.event(sent));
    }

    @ParameterizedTest
    @CsvSource({
        "EXPIRED, server-away, expired",
        "EXPIRED, , expired",
        "FAILED, refused-550, refused",
        "FAILED, outcome-unknown, unreachable",
        "DROPPED, no-address, no-address"
    })
    void what_was_given_up_is_told_with_its_reason(DeliveryState state, @Nullable String cause, String why) {
        assertThat(ToldRules.event(delivery(ALERT, state, cause)).orElseThrow().data())
                .isInstanceOfSatisfying(
                        NotificationFailed.class,
                        failed -> assertThat(failed.why()).isEqualTo(why));
    }

    @ParameterizedTest
    @CsvSource({"withdrawn", "switched-off", "day-is-full"})
    void who_was_not_to_be_told_is_not_one_who_could_not_be(String cause) {
        assertThat(ToldRules.event(delivery(ALERT, DeliveryState.DROPPED, cause)))
                .isEmpty();
    }

    @Test
    void a_reminder_is_about_no_alert() {
        Matter reminder = Matter.reminder(NoticeKind.SESSION_DUE, "0".repeat(32));

        assertThat(ToldRules.event(delivery(reminder, DeliveryState.SENT, null)))
                .isEmpty();
    }

    private static Delivery delivery(Matter matter, DeliveryState state, @Nullable String cause) {
        Reach thea = new Reach(new Recipient.Clinician(new ClinicianId("thea")), NotificationChannel.EMAIL);
        Party alone = new Party(false, null, List.of());
        return new Delivery(
                new DeliveryId(CLINIC, "0".repeat(32), thea),
                matter,
                "<1@backtrack.example>",
                AT.plusSeconds(60),
                false,
                new Progress(state, 2, 0, AT, cause, AT, alone),
                3);
    }
}
