package app.backtrack.runtime.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class WithoutSendingTest {
    private final LogConfig config = TestLog.unreachable("sending", "false", "publish-deadline", "PT30S");

    @Test
    void for_a_bench_events_are_answered_for_without_a_broker() throws Exception {
        try (EventPublisher publisher = new LogBeans().publisher(config, TestLog.CODEC, Duration.ZERO, true)) {
            assertThat(publisher.publish(TestLog.painScore(TestLog.patient())).get(10, TimeUnit.SECONDS))
                    .isNull();
        }
    }

    @Test
    void outside_local_mode_a_service_does_not_start_so() {
        assertThatThrownBy(() -> new LogBeans().publisher(config, TestLog.CODEC, Duration.ZERO, false))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("loses events");
    }
}
