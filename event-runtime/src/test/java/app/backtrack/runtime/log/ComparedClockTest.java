package app.backtrack.runtime.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ComparedClockTest {
    private static final Instant NOW = Instant.parse("2026-11-20T10:00:00Z");
    private static final Duration PATIENT = Duration.ofSeconds(20);

    private final AtomicReference<Instant> ours = new AtomicReference<>(NOW);
    private final BrokerClock broker = new BrokerClock(ours::get);

    @Test
    void nobody_learns_the_time_before_the_clock_was_compared() {
        Clock clock = new ComparedClock(broker, Duration.ofMillis(1));

        assertThatThrownBy(clock::instant).isInstanceOf(LogUnavailable.class).matches(Outages::isOutage);
    }

    @Test
    void who_asks_at_the_start_waits_for_the_first_comparison() throws Exception {
        Clock clock = new ComparedClock(broker, PATIENT);
        CompletableFuture<Instant> asked = CompletableFuture.supplyAsync(clock::instant);

        broker.acknowledged(NOW.toEpochMilli(), NOW.toEpochMilli());

        assertThat(asked.get(PATIENT.toSeconds(), TimeUnit.SECONDS)).isEqualTo(NOW);
    }

    @Test
    void a_clock_that_is_off_by_a_day_tells_nobody_the_time_until_it_is_right() {
        Clock clock = new ComparedClock(broker, PATIENT);
        for (Duration day : new Duration[] {Duration.ofDays(1), Duration.ofDays(-1)}) {
            ours.set(NOW.plus(day));
            broker.acknowledged(broker.millis(), NOW.toEpochMilli());
            assertThatThrownBy(clock::instant).isInstanceOf(ClockOff.class).hasMessageContaining("86400 s");

            ours.set(NOW);
            broker.acknowledged(broker.millis(), NOW.toEpochMilli());
            assertThat(clock.instant()).isEqualTo(NOW);
        }
    }
}
