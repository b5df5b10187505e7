package app.backtrack.tracking.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import app.backtrack.events.Actor;
import app.backtrack.events.ClinicEnvelope;
import app.backtrack.events.ClinicEvent.ClinicSettings;
import app.backtrack.events.ClinicEvent.ClinicSettingsChanged;
import app.backtrack.events.ClinicId;
import app.backtrack.events.Role;
import app.backtrack.events.Threshold;
import app.backtrack.runtime.log.EventPublisher;
import app.backtrack.runtime.log.LogClients;
import app.backtrack.runtime.log.LogUnavailable;
import app.backtrack.testkit.quarkus.BackEndsResource;
import app.backtrack.testkit.quarkus.Tokens;
import app.backtrack.tracking.insight.Settings;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(value = BackEndsResource.class, scope = TestResourceScope.GLOBAL)
@DisplayNameGeneration(ReplaceUnderscores.class)
class ClinicSettingsBookIT {
    private static final LocalDate CHANGE = LocalDate.of(2026, 11, 1);
    private static final Instant RECORDED = Instant.parse("2026-10-20T08:00:00Z");

    @Inject
    ClinicSettingsBook book;

    @Inject
    LogClients log;

    @Inject
    EventPublisher publisher;

    private final ClinicId clinic = new ClinicId(Tokens.newClinic());

    @Test
    void settings_hold_from_their_date_on_and_for_their_clinic_only() {
        publisher.publish(lapseAfterFourDays()).join();
        await().atMost(Duration.ofSeconds(20)).until(() -> lapseDueDays(CHANGE) == 4);

        assertThat(lapseDueDays(CHANGE.minusDays(1))).isEqualTo(2);
        assertThat(book.byDate(new ClinicId(Tokens.newClinic())).on(CHANGE)).isEqualTo(Settings.DEFAULT);
        assertThat(book.asOf(clinic, CHANGE, RECORDED.minusMillis(1))).isEqualTo(ClinicSettings.SHIPPED);
        assertThat(book.asOf(clinic, CHANGE, RECORDED)).isEqualTo(book.current(clinic, CHANGE));
    }

    @Test
    void nothing_is_said_before_the_log_was_read_to_its_end_once() {
        ClinicSettingsBook unread = new ClinicSettingsBook(log);

        assertThatThrownBy(() -> unread.byDate(clinic)).isInstanceOf(LogUnavailable.class);
        assertThatThrownBy(() -> unread.current(clinic, CHANGE)).isInstanceOf(LogUnavailable.class);
    }

    private int lapseDueDays(LocalDate date) {
        return book.byDate(clinic).on(date).lapseDueDays();
    }

    private ClinicEnvelope lapseAfterFourDays() {
        ClinicSettings settings = new ClinicSettings(
                new TreeMap<>(Map.of(Threshold.LAPSE_DUE_DAYS, BigDecimal.valueOf(4))), null, null, null);
        return new ClinicEnvelope(
                clinic,
                RECORDED,
                new Actor(Role.CLINIC_ADMIN, "ada.harbour"),
                new ClinicSettingsChanged(1, CHANGE, settings, null));
    }
}
