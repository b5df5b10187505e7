package app.backtrack.notification.alert;

import static org.assertj.core.api.Assertions.assertThat;

import app.backtrack.events.Actor;
import app.backtrack.events.AlertEvent;
import app.backtrack.events.AlertEvent.AlertAcknowledged;
import app.backtrack.events.AlertEvent.AlertAssigned;
import app.backtrack.events.AlertEvent.AlertClosed;
import app.backtrack.events.AlertEvent.AlertSnoozed;
import app.backtrack.events.AlertEvent.RedFlagClosed;
import app.backtrack.events.AlertOutcome;
import app.backtrack.events.EventEnvelope;
import app.backtrack.events.InsightEvent.InsightRaised;
import app.backtrack.events.InsightRule;
import app.backtrack.events.PatientRef;
import app.backtrack.events.Role;
import app.backtrack.events.Severity;
import app.backtrack.notification.ClinicianId;
import app.backtrack.notification.alert.AlertDecider.AlertRejection;
import app.backtrack.notification.alert.AlertDecider.Ruling;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class AlertDeciderTest {
    private static final Instant NOW = Instant.parse("2026-11-20T08:00:00Z");
    private static final String SCREEN = "0190c0de-0000-7000-8000-000000000001";
    private static final PatientRef PATIENT = PatientRef.of("harbour/0190c0de-0000-7000-8000-0000000000aa");
    private static final Actor THEA = new Actor(Role.THERAPIST, "thea.harbour");

    private final Alert worsening = alert(InsightRule.TREND_WORSENING, Severity.HIGH, null);
    private final Alert redFlag = alert(InsightRule.RED_FLAG, Severity.CRITICAL, SCREEN);

    @Test
    void each_command_becomes_its_event() {
        String insight = "trend-worsening/1/2026-11-20";

        assertThat(decide(new AlertCommand.Acknowledge(), worsening))
                .isEqualTo(decided(new AlertAcknowledged(insight)));
        assertThat(decide(new AlertCommand.Assign(new ClinicianId("tom.harbour")), worsening))
                .isEqualTo(decided(new AlertAssigned(insight, "tom.harbour")));
        assertThat(decide(new AlertCommand.Snooze(NOW.plusSeconds(1), NOW), worsening))
                .isEqualTo(decided(new AlertSnoozed(insight, NOW.plusSeconds(1))));
        assertThat(decide(new AlertCommand.Close(AlertOutcome.WATCHING, "Called"), worsening))
                .isEqualTo(decided(new AlertClosed(insight, AlertOutcome.WATCHING, "Called")));
    }

    @Test
    void closing_a_red_flag_closes_the_screen_that_it_is_about() {
        assertThat(decide(new AlertCommand.Close(AlertOutcome.REFERRED, null), redFlag))
                .isEqualTo(decided(new RedFlagClosed(
                        "red-flag/1/2026-11-20/" + SCREEN,
                        List.of(UUID.fromString(SCREEN)),
                        AlertOutcome.REFERRED,
                        null)));
    }

    @Test
    void nothing_is_decided_about_a_closed_alert() {
        Alert closed = with(worsening, "a", new AlertClosed("i", AlertOutcome.NOT_RELEVANT, null), NOW);

        assertThat(decide(new AlertCommand.Acknowledge(), closed)).isEqualTo(refused(AlertRejection.CLOSED));
        assertThat(decide(new AlertCommand.Close(AlertOutcome.REFERRED, null), closed))
                .isEqualTo(refused(AlertRejection.CLOSED));
    }

    @Test
    void a_critical_alert_cannot_be_put_off() {
        assertThat(decide(new AlertCommand.Snooze(NOW.plusSeconds(60), NOW), redFlag))
                .isEqualTo(refused(AlertRejection.TOO_URGENT_TO_SNOOZE));
    }

    @ParameterizedTest
    @CsvSource({"PT0S, false", "PT-1S, false", "PT0.001S, true", "P30D, true", "P30DT0.001S, false"})
    void a_snooze_ends_within_thirty_days(Duration ahead, boolean goes) {
        Ruling ruling = decide(new AlertCommand.Snooze(NOW.plus(ahead), NOW), worsening);

        assertThat(ruling instanceof Ruling.Decided).isEqualTo(goes);
    }

    @Test
    void what_is_so_already_is_no_event() {
        Alert acknowledged = with(worsening, "a", new AlertAcknowledged("i"), NOW);
        Alert assigned = with(worsening, "a", new AlertAssigned("i", "tom.harbour"), NOW);

        assertThat(decide(new AlertCommand.Acknowledge(), acknowledged)).isEqualTo(new Ruling.Unchanged());
        assertThat(decide(new AlertCommand.Assign(new ClinicianId("tom.harbour")), assigned))
                .isEqualTo(new Ruling.Unchanged());
    }

    @Test
    void what_is_put_off_comes_back_by_itself_or_by_being_acknowledged() {
        Alert snoozed = with(worsening, "a", new AlertSnoozed("i", NOW.plusSeconds(60)), NOW);
        Alert taken = with(snoozed, "b", new AlertAcknowledged("i"), NOW.plusSeconds(1));

        assertThat(snoozed.view().state(NOW.plusSeconds(59))).isEqualTo(AlertState.SNOOZED);
        assertThat(snoozed.view().state(NOW.plusSeconds(60))).isEqualTo(AlertState.OPEN);
        assertThat(taken.view().state(NOW.plusSeconds(2))).isEqualTo(AlertState.ACKNOWLEDGED);
    }

    @Test
    void decisions_count_alike_in_any_order_and_number() {
        Alert forth = with(
                with(worsening, "a", new AlertAcknowledged("i"), NOW),
                "b",
                new AlertClosed("i", AlertOutcome.REFERRED, null),
                NOW.plusSeconds(1));
        Alert back = with(
                with(
                        with(worsening, "b", new AlertClosed("i", AlertOutcome.REFERRED, null), NOW.plusSeconds(1)),
                        "a",
                        new AlertAcknowledged("i"),
                        NOW),
                "a",
                new AlertAcknowledged("i"),
                NOW.plusSeconds(5));

        assertThat(back).isEqualTo(forth);
        assertThat(back.view().closed())
                .isEqualTo(new AlertView.Closing(AlertOutcome.REFERRED, null, "thea.harbour", NOW.plusSeconds(1)));
        assertThat(back.view().acknowledged()).isEqualTo(new AlertView.Deed("thea.harbour", NOW));
    }

    private static Ruling decide(AlertCommand command, Alert alert) {
        return AlertDecider.decide(command, alert);
    }

    private static Ruling decided(AlertEvent event) {
        return new Ruling.Decided(event);
    }

    private static Ruling refused(AlertRejection why) {
        return new Ruling.Refused(why);
    }

    private static Alert with(Alert alert, String id, AlertEvent event, Instant at) {
        return alert.decided(new EventEnvelope<>(id, PATIENT, at, THEA, null, null, event));
    }

    private static Alert alert(InsightRule rule, Severity severity, @Nullable String about) {
        InsightRaised insight = new InsightRaised(
                rule, 1, LocalDate.of(2026, 11, 20), about, severity, null, new TreeMap<>(), List.of());
        return Alert.unknown(PATIENT, insight.insightId()).raised(insight, NOW);
    }
}
