package app.backtrack.runtime.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Optional;
import org.apache.kafka.common.Metric;
import org.apache.kafka.common.MetricName;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class HeartbeatTest {

    @Test
    void a_log_that_does_not_answer_is_away() {
        assertThat(silenceAfter(6.0)).isPresent();
    }

    @Test
    void a_log_that_answers_or_was_not_asked_yet_is_there() {
        assertThat(silenceAfter(0.0)).isEmpty();
        assertThat(silenceAfter(5.0)).isEmpty();
        assertThat(silenceAfter(-1.0)).isEmpty();
    }

    private static Optional<String> silenceAfter(double seconds) {
        return new Heartbeat(new Metric() {
                    @Override
                    public MetricName metricName() {
                        return new MetricName("last-heartbeat-seconds-ago", "a-group", "", Map.of());
                    }

                    @Override
                    public Object metricValue() {
                        return seconds;
                    }
                })
                .silence();
    }
}
