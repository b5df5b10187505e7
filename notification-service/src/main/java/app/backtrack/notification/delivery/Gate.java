package app.backtrack.notification.delivery;

import app.backtrack.events.PatientRef;
import app.backtrack.notification.delivery.Matter.AlertRef;
import app.backtrack.notification.delivery.NoticePlanner.Plan;
import app.backtrack.notification.preference.PreferenceDesk;
import app.backtrack.notification.preference.QuietHoursRules;
import app.backtrack.notification.preference.Wishes;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Says of a delivery whose time has come what its recipient wishes to be done with it. */
@Singleton
class Gate {
    private static final Duration SETTINGS_PAUSE = Duration.ofSeconds(5);

    private final PreferenceDesk desk;
    private final TallyStore tallies;

    Gate(PreferenceDesk desk, TallyStore tallies) {
        this.desk = desk;
        this.tallies = tallies;
    }

    void prepare() {
        tallies.prepare();
    }

    /** What is to be done with it, the number of the day aside. */
    Plan plan(Delivery delivery, Instant now) {
        if (delivery.matter().kind().passesEverything()) {
            return new Plan.Now();
        }
        return wishes(delivery, now)
                .map(wishes -> NoticePlanner.plan(
                        delivery.matter(),
                        delivery.id().reach().channel(),
                        delivery.progress().party(),
                        wishes,
                        now))
                .orElseGet(() -> new Plan.Later(now.plus(SETTINGS_PAUSE), "settings-unread"));
    }

    /** Counts what is told now by itself; what is told once a day, or in any case, is not counted. */
    Plan count(Delivery delivery, Instant now) {
        if (delivery.matter().kind().passesEverything()
                || delivery.progress().party().digest()) {
            return new Plan.Now();
        }
        return wishes(delivery, now)
                .map(wishes -> tallies.count(
                                delivery.id().clinic(),
                                delivery.id().reach().recipient(),
                                QuietHoursRules.wallClock(now, wishes.home()).toLocalDate(),
                                delivery.id().about(),
                                wishes.preference().perDay())
                        ? new Plan.Now()
                        : NoticePlanner.beyondTheDay(delivery.matter(), wishes, now))
                .orElseGet(() -> new Plan.Later(now.plus(SETTINGS_PAUSE), "settings-unread"));
    }

    private Optional<Wishes> wishes(Delivery delivery, Instant now) {
        AlertRef alert = delivery.matter().alert();
        @Nullable PatientRef about = alert == null ? null : alert.patient();
        return desk.wishes(delivery.id().clinic(), delivery.id().reach().recipient(), about, now);
    }
}
