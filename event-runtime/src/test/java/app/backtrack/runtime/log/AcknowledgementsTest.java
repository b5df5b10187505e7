package app.backtrack.runtime.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.common.errors.NotEnoughReplicasException;
import org.apache.kafka.common.errors.TimeoutException;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class AcknowledgementsTest {
    private static final long SECOND = 1_000_000_000L;

    private final AtomicLong nanos = new AtomicLong(-5 * SECOND);
    private final Acknowledgements acknowledgements = new Acknowledgements(nanos::get);

    @Test
    void a_quiet_log_is_well() {
        nanos.addAndGet(100 * SECOND);

        assertThat(acknowledgements.failing()).isFalse();
        assertThat(acknowledgements.trouble()).isEmpty();
    }

    @Test
    void a_log_that_has_taken_nothing_in_for_3_s_is_in_trouble_and_the_last_cause_is_told() {
        acknowledgements.refused(new TimeoutException());
        nanos.addAndGet(2 * SECOND);
        acknowledgements.refused(new NotEnoughReplicasException());

        assertThat(acknowledgements.failing()).isTrue();
        assertThat(acknowledgements.trouble()).isEmpty();

        nanos.addAndGet(SECOND);
        assertThat(acknowledgements.trouble())
                .contains("the log takes nothing in: " + NotEnoughReplicasException.class.getSimpleName());
    }

    @Test
    void one_acknowledgement_ends_the_trouble_and_the_next_refusal_counts_from_itself() {
        acknowledgements.refused(new TimeoutException());
        nanos.addAndGet(4 * SECOND);
        acknowledgements.taken();
        assertThat(acknowledgements.trouble()).isEmpty();

        acknowledgements.refused(new TimeoutException());
        assertThat(acknowledgements.trouble()).isEmpty();
        nanos.addAndGet(3 * SECOND);
        assertThat(acknowledgements.trouble()).isPresent();
    }

    @Test
    void what_is_missing_may_be_on_its_way_for_15_s_after_a_refusal() {
        acknowledgements.refused(new TimeoutException());
        assertThat(acknowledgements.refusedLately())
                .as("nothing was ever taken")
                .isFalse();

        acknowledgements.taken();
        acknowledgements.refused(new TimeoutException());
        acknowledgements.taken();
        nanos.addAndGet(15 * SECOND - 1);
        assertThat(acknowledgements.refusedLately()).isTrue();
        nanos.addAndGet(1);
        assertThat(acknowledgements.refusedLately()).isFalse();
    }

    @Test
    void what_was_taken_in_says_nothing_a_second_later() {
        assertThat(acknowledgements.takenJustNow()).isFalse();

        acknowledgements.taken();
        assertThat(acknowledgements.takenJustNow()).isTrue();
        nanos.addAndGet(SECOND);
        assertThat(acknowledgements.takenJustNow()).isFalse();
    }
}
