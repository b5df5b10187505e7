package app.backtrack.notification.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import app.backtrack.events.ClinicId;
import app.backtrack.events.NotificationChannel;
import app.backtrack.events.PatientId;
import app.backtrack.events.PatientRef;
import app.backtrack.events.Severity;
import app.backtrack.events.schedule.ZoneHistory;
import app.backtrack.notification.ClinicianId;
import app.backtrack.notification.Language;
import app.backtrack.notification.NoticeKind;
import app.backtrack.notification.Recipient;
import app.backtrack.notification.delivery.NoticePlanner.Plan;
import app.backtrack.notification.preference.Preference;
import app.backtrack.notification.preference.Preference.Switch;
import app.backtrack.notification.preference.QuietSpan;
import app.backtrack.notification.preference.Wishes;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class NoticePlannerTest {
    private static final Instant RAISED = Instant.parse("2026-11-20T18:30:00Z");
    /** 19:30 in Berlin. */
    private static final Instant EVENING = Instant.parse("2026-11-20T18:30:00Z");
    /** 23:30 in Berlin. */
    private static final Instant NIGHT = Instant.parse("2026-11-20T22:30:00Z");
    /** 8:00 in Berlin. */
    private static final Instant MORNING = Instant.parse("2026-11-21T07:00:00Z");

    private static final Reach THEA =
            new Reach(new Recipient.Clinician(new ClinicianId("thea.harbour")), NotificationChannel.EMAIL);
    private static final Reach TOM =
            new Reach(new Recipient.Clinician(new ClinicianId("tom.harbour")), NotificationChannel.WEB_PUSH);
    private static final PatientRef PATIENT =
            new PatientRef(new ClinicId("harbour-physio"), PatientId.of("0190c0de-0000-7000-8000-000000000001"));
    private static final Matter ALERT = Matter.alert(NoticeKind.ALERT, PATIENT, "trend-worsening/1/2026-11-20");
    private static final Matter RED_FLAG = Matter.alert(NoticeKind.RED_FLAG, PATIENT, "red-flag/1/2026-11-20");
    private static final Matter REMINDER = Matter.reminder(NoticeKind.SESSION_DUE, "0".repeat(32));

    @Test
    void everyone_who_can_be_reached_is_told_once_by_each_channel() {
        assertThat(NoticePlanner.recipients(Severity.MEDIUM, RAISED, false, List.of(THEA, TOM, THEA), RAISED))
                .containsExactly(THEA, TOM);
    }

    @Test
    void what_was_withdrawn_is_not_told() {
        assertThat(NoticePlanner.recipients(Severity.MEDIUM, RAISED, true, List.of(THEA), RAISED))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"PT0S, true", "PT47H59M59.999S, true", "PT48H, false", "P30D, false", "PT-1M, true"})
    void a_finding_is_news_for_48_hours_from_its_recording(Duration age, boolean told) {
        List<Reach> recipients =
                NoticePlanner.recipients(Severity.MEDIUM, RAISED, false, List.of(THEA), RAISED.plus(age));

        assertThat(recipients.contains(THEA)).isEqualTo(told);
    }

    @ParameterizedTest
    @CsvSource({"INFO, false", "LOW, false", "MEDIUM, true", "HIGH, true", "CRITICAL, true"})
    void what_is_less_than_medium_is_in_the_inbox_only(Severity severity, boolean told) {
        assertThat(NoticePlanner.recipients(severity, RAISED, false, List.of(THEA), RAISED)
                        .contains(THEA))
                .isEqualTo(told);
    }

    @Test
    void a_red_flag_is_told_at_once_and_another_finding_after_a_pause_for_company() {
        Duration pause = Duration.ofMinutes(5);

        assertThat(NoticePlanner.dueAt(Severity.CRITICAL, RAISED, pause)).isEqualTo(RAISED);
        assertThat(NoticePlanner.dueAt(Severity.HIGH, RAISED, pause)).isEqualTo("2026-11-20T18:35:00Z");
    }

    @Test
    void by_day_an_alert_is_told_and_at_night_it_waits_for_the_morning() {
        assertThat(plan(ALERT, Set.of(), null, EVENING)).isEqualTo(new Plan.Now());
        assertThat(plan(ALERT, Set.of(), null, NIGHT)).isEqualTo(new Plan.Later(MORNING, "quiet-hours"));
        assertThat(plan(REMINDER, Set.of(), null, NIGHT)).isEqualTo(new Plan.Later(MORNING, "quiet-hours"));
    }

    @Test
    void a_red_flag_passes_the_night_the_switch_and_the_digest() {
        Set<Switch> off = Set.of(new Switch(NoticeKind.RED_FLAG, NotificationChannel.EMAIL));

        assertThat(plan(RED_FLAG, off, 8, NIGHT)).isEqualTo(new Plan.Now());
    }

    @Test
    void what_is_switched_off_by_a_channel_is_not_told_by_it() {
        Set<Switch> off = Set.of(new Switch(NoticeKind.ALERT, NotificationChannel.EMAIL));

        assertThat(plan(ALERT, off, null, EVENING)).isEqualTo(new Plan.Never("switched-off"));
        assertThat(NoticePlanner.plan(ALERT, NotificationChannel.WEB_PUSH, Party.ALONE, wishes(off, null), EVENING))
                .isEqualTo(new Plan.Now());
    }

    @Test
    void who_wants_one_message_a_day_gets_alerts_at_their_hour_and_reminders_when_they_are_due() {
        assertThat(plan(ALERT, Set.of(), 17, EVENING))
                .isEqualTo(new Plan.Digest(Instant.parse("2026-11-21T16:00:00Z"), "digest"));
        assertThat(plan(REMINDER, Set.of(), 17, EVENING)).isEqualTo(new Plan.Now());
    }

    @Test
    void the_daily_message_goes_when_its_hour_has_come() {
        Party digest = new Party(true, null, List.of());

        assertThat(NoticePlanner.plan(ALERT, NotificationChannel.EMAIL, digest, wishes(Set.of(), 17), EVENING))
                .isEqualTo(new Plan.Now());
    }

    @Test
    void beyond_the_number_of_a_day_alerts_come_with_the_next_digest_and_reminders_do_not_come() {
        assertThat(NoticePlanner.beyondTheDay(ALERT, wishes(Set.of(), null), EVENING))
                .isEqualTo(new Plan.Digest(MORNING, "day-is-full"));
        assertThat(NoticePlanner.beyondTheDay(REMINDER, wishes(Set.of(), null), EVENING))
                .isEqualTo(new Plan.Never("day-is-full"));
    }

    @Test
    void what_waits_for_the_morning_joins_a_message_that_goes_anyway_and_what_is_not_wanted_does_not() {
        assertThat(NoticePlanner.joins(new Plan.Now())).isTrue();
        assertThat(NoticePlanner.joins(new Plan.Later(MORNING, "quiet-hours"))).isTrue();
        assertThat(NoticePlanner.joins(new Plan.Digest(MORNING, "digest"))).isFalse();
        assertThat(NoticePlanner.joins(new Plan.Never("switched-off"))).isFalse();
    }

    private static Plan plan(Matter matter, Set<Switch> off, @Nullable Integer digestHour, Instant now) {
        return NoticePlanner.plan(matter, NotificationChannel.EMAIL, Party.ALONE, wishes(off, digestHour), now);
    }

    private static Wishes wishes(Set<Switch> off, @Nullable Integer digestHour) {
        return new Wishes(
                new Preference(Language.ENGLISH, null, null, off, 20, digestHour),
                ZoneHistory.of(ZoneId.of("Europe/Berlin")),
                new QuietSpan(LocalTime.of(21, 0), LocalTime.of(8, 0)));
    }
}
