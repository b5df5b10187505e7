package app.backtrack.runtime.log;

import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.time.Duration;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class LogBeansTest {
    private static final boolean NOT_LOCAL = false;

    @Test
    void outside_local_mode_nobody_makes_a_clock_wrong() {
        assertThatIllegalStateException()
                .isThrownBy(() ->
                        new LogBeans().publisher(TestLog.unreachable(), TestLog.CODEC, Duration.ofDays(-1), NOT_LOCAL))
                .withMessageContaining("backtrack.clock.offset");
    }
}
