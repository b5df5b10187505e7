package app.backtrack.notification.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import app.backtrack.events.ClinicId;
import app.backtrack.events.NotificationChannel;
import app.backtrack.events.PatientId;
import app.backtrack.events.PatientRef;
import app.backtrack.events.schedule.ZoneHistory;
import app.backtrack.notification.Language;
import app.backtrack.notification.NoticeKind;
import app.backtrack.notification.delivery.NoticePlanner.Plan;
import app.backtrack.notification.preference.Preference;
import app.backtrack.notification.preference.Preference.Switch;
import app.backtrack.notification.preference.QuietHoursRules;
import app.backtrack.notification.preference.QuietSpan;
import app.backtrack.notification.preference.Wishes;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;

/** Follows one thing from when it is due until it is told or is not, whatever its recipient wishes. */
class NoticePlannerPropertyTest {
    private static final PatientRef PATIENT =
            new PatientRef(new ClinicId("harbour-physio"), PatientId.of("0190c0de-0000-7000-8000-000000000001"));
    private static final int MOST_STEPS = 5;

    @Property(tries = 3000)
    @Label("it is told outside of the quiet hours and by a channel that is on, or is a red flag and told at once")
    void wishes_are_kept(@ForAll NoticeKind kind, @ForAll("wishes") Wishes wishes, @ForAll("moments") Instant due) {
        Fate fate = follow(kind, wishes, due, false);

        if (kind == NoticeKind.RED_FLAG) {
            assertThat(fate.toldAt()).isEqualTo(due);
        } else if (!wishes.preference().allows(kind, NotificationChannel.EMAIL)) {
            assertThat(fate.toldAt()).isNull();
        } else {
            assertThat(fate.toldAt()).isNotNull().isAfterOrEqualTo(due);
            Instant told = Objects.requireNonNull(fate.toldAt());
            LocalTime clock = QuietHoursRules.wallClock(told, wishes.home()).toLocalTime();
            assertThat(wishes.quietHours().contains(clock)).isFalse();
        }
    }

    @Property(tries = 1500)
    @Label("only what may wait goes into the daily message, and it is told with one")
    void the_daily_message_is_for_alerts(
            @ForAll NoticeKind kind, @ForAll("wishes") Wishes wishes, @ForAll("moments") Instant due) {
        Fate fate = follow(kind, wishes, due, false);
        boolean daily = kind == NoticeKind.ALERT
                && wishes.preference().digestHour() != null
                && wishes.preference().allows(kind, NotificationChannel.EMAIL);

        assertThat(fate.digest()).isEqualTo(daily);
    }

    @Property(tries = 1500)
    @Label("on a full day an alert comes later with the daily message, and a reminder not at all")
    void a_full_day_loses_no_alert(@ForAll("wishes") Wishes wishes, @ForAll("moments") Instant due) {
        Fate alert = follow(NoticeKind.ALERT, wishes, due, true);
        Fate reminder = follow(NoticeKind.SESSION_DUE, wishes, due, true);

        boolean on = wishes.preference().allows(NoticeKind.ALERT, NotificationChannel.EMAIL);
        assertThat(alert.digest()).isEqualTo(on);
        assertThat(alert.toldAt() != null).isEqualTo(on);
        assertThat(reminder.toldAt()).isNull();
    }

    private record Fate(@Nullable Instant toldAt, boolean digest) {}

    private static Fate follow(NoticeKind kind, Wishes wishes, Instant due, boolean full) {
        Matter matter = Matter.alert(kind, PATIENT, "rule/1/2026-11-20");
        Party party = Party.ALONE;
        Instant now = due;
        for (int step = 0; step < MOST_STEPS; step++) {
            Plan plan = NoticePlanner.plan(matter, NotificationChannel.EMAIL, party, wishes, now);
            if (plan instanceof Plan.Now && full && !party.digest()) {
                plan = NoticePlanner.beyondTheDay(matter, wishes, now);
            }
            switch (plan) {
                case Plan.Now() -> {
                    return new Fate(now, party.digest());
                }
                case Plan.Never(String why) -> {
                    return new Fate(null, party.digest());
                }
                case Plan.Later(Instant at, String why) -> now = at;
                case Plan.Digest(Instant at, String why) -> {
                    now = at;
                    party = new Party(true, null, List.of());
                }
            }
        }
        throw new AssertionError("it is put off again and again");
    }

    @Provide
    static Arbitrary<Instant> moments() {
        return Arbitraries.longs().between(26_000_000, 31_000_000).map(minutes -> Instant.ofEpochSecond(minutes * 60));
    }

    @Provide
    static Arbitrary<Wishes> wishes() {
        Arbitrary<ZoneId> zone = Arbitraries.of(
                        "Europe/Berlin", "America/New_York", "Pacific/Auckland", "Asia/Kolkata", "America/St_Johns")
                .map(ZoneId::of);
        Arbitrary<QuietSpan> quiet = Combinators.combine(
                        Arbitraries.integers().between(0, 23),
                        Arbitraries.integers().between(0, 12))
                .as((from, hours) -> new QuietSpan(
                        LocalTime.of(from, 0), LocalTime.of(from, 0).plusHours(hours)));
        Arbitrary<Set<Switch>> off = Arbitraries.of(NoticeKind.class)
                .map(kind -> new Switch(kind, NotificationChannel.EMAIL))
                .set()
                .ofMaxSize(3);
        Arbitrary<@Nullable Integer> hour =
                Arbitraries.integers().between(0, 23).injectNull(0.5);
        return Combinators.combine(zone, quiet, off, hour)
                .as((at, span, switches, digest) -> new Wishes(
                        new Preference(Language.ENGLISH, null, null, switches, 20, digest), ZoneHistory.of(at), span));
    }
}
