package app.backtrack.runtime.limit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.Queue;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class BacklogTest {
    private static final long PATIENCE = 250;

    private final Queue<Runnable> beats = new ArrayDeque<>();
    private long now = 1_000;
    private final Backlog backlog = new Backlog(PATIENCE, () -> now);

    @Test
    void whatever_is_asked_is_taken_while_nobody_waits() {
        for (int request = 0; request < 10_000; request++) {
            now++;
            assertThat(takes()).isTrue();
            beats.remove().run();
        }
    }

    @Test
    void one_beat_is_under_way_at_a_time() {
        takes();
        takes();
        assertThat(beats).hasSize(1);
        beats.remove().run();
        assertThat(beats).isEmpty();
        takes();
        assertThat(beats).hasSize(1);
    }

    @Test
    void others_are_refused_while_requests_wait_too_long() {
        for (int request = 0; request < 100; request++) {
            assertThat(takes()).isTrue();
        }
        now += PATIENCE;
        assertThat(takes()).isTrue();
        now++;
        assertThat(takes()).isFalse();
        assertThat(takes()).isFalse();
    }

    @Test
    void a_few_are_taken_by_each_beat_until_one_arrives_in_time_again() {
        takes();
        now += PATIENCE + 1;
        beats.remove().run();
        for (int request = 0; request < Backlog.TAKEN_REGARDLESS; request++) {
            assertThat(takes()).isTrue();
        }
        assertThat(takes()).isFalse();

        now += PATIENCE;
        beats.remove().run();
        for (int request = 0; request < 10 * Backlog.TAKEN_REGARDLESS; request++) {
            assertThat(takes()).isTrue();
        }
    }

    @Test
    void a_pause_of_the_process_refuses_nobody_where_few_have_waited() {
        takes();
        now += 100 * PATIENCE;
        for (int request = 1; request < Backlog.TAKEN_REGARDLESS; request++) {
            assertThat(takes()).isTrue();
        }
        assertThat(takes()).isFalse();
    }

    private boolean takes() {
        return backlog.takes(beats::add);
    }
}
