package app.backtrack.runtime.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class BrokerClockTest {
    private static final long SENT = 1_795_000_000_000L;

    private final AtomicLong now = new AtomicLong(SENT);
    private final BrokerClock clock = new BrokerClock(() -> Instant.ofEpochMilli(now.get()));

    @Test
    void an_unknown_clock_is_not_worked_with() {
        assertThat(clock.isCompared()).isFalse();
        assertThat(clock.trouble()).hasValueSatisfying(why -> assertThat(why).contains("not been compared"));
        assertThatThrownBy(() -> clock.awaitCompared(Duration.ZERO)).isInstanceOf(LogUnavailable.class);

        clock.acknowledged(SENT, SENT);

        assertThat(clock.isCompared()).isTrue();
        assertThat(clock.trouble()).isEmpty();
        clock.awaitCompared(Duration.ZERO);
    }

    @Test
    void a_minute_either_way_is_worked_with_and_a_millisecond_more_is_not() {
        clock.acknowledged(SENT, SENT - 60_000);
        assertThat(clock.intolerableSkew()).isEmpty();
        clock.acknowledged(SENT, SENT - 60_001);
        assertThat(clock.intolerableSkew()).contains(Duration.ofMillis(60_001));

        clock.acknowledged(SENT, SENT + 60_000);
        assertThat(clock.intolerableSkew()).isEmpty();
        clock.acknowledged(SENT, SENT + 60_001);
        assertThat(clock.intolerableSkew()).contains(Duration.ofMillis(-60_001));
    }

    @Test
    void however_late_an_answer_comes_it_does_not_look_like_a_wrong_clock() {
        now.set(SENT + Duration.ofMinutes(10).toMillis());

        clock.acknowledged(SENT, SENT);
        assertThat(clock.intolerableSkew()).isEmpty();
        clock.acknowledged(SENT, now.get());
        assertThat(clock.intolerableSkew()).isEmpty();
    }

    @Test
    void the_next_right_measure_clears_a_wrong_one() {
        clock.acknowledged(SENT, SENT + 100_000);

        clock.acknowledged(SENT, SENT);

        assertThat(clock.intolerableSkew()).isEmpty();
    }

    @Test
    void a_clock_that_was_set_back_between_measures_nothing() {
        now.set(SENT - 100_000);

        clock.acknowledged(SENT, SENT - 100_000);

        assertThat(clock.isCompared()).isFalse();
        assertThat(clock.intolerableSkew()).isEmpty();
    }

    @Test
    void people_are_told_the_direction() {
        assertThat(ClockOff.describe(Duration.ofSeconds(90)))
                .isEqualTo("this machine's clock is 90 s ahead of the broker's");
        assertThat(ClockOff.describe(Duration.ofSeconds(-90)))
                .isEqualTo("this machine's clock is 90 s behind the broker's");
    }
}
