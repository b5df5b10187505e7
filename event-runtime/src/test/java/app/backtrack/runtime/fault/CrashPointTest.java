package app.backtrack.runtime.fault;

import static org.assertj.core.api.Assertions.assertThat;

import app.backtrack.testkit.parts.JavaCommand;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class CrashPointTest {
    private static final int SURVIVED = 7;
    private static final int KILLED = 137;

    /** Comes by two places, the second one twice. */
    static final class Passer {
        private Passer() {}

        public static void main(String... arguments) {
            CrashPoint.BATCH_READ.reached();
            CrashPoint.JOURNAL_WRITTEN.reached();
            CrashPoint.JOURNAL_WRITTEN.reached();
            System.exit(SURVIVED);
        }
    }

    @Test
    void a_process_in_local_mode_ends_at_the_place_that_is_named() throws Exception {
        assertThat(status("true", "batch-read", "1")).isEqualTo(KILLED);
        assertThat(status("true", "journal-written", "2")).isEqualTo(KILLED);
        assertThat(status("true", "journal-written", "3")).isEqualTo(SURVIVED);
    }

    @Test
    void outside_local_mode_nothing_happens() throws Exception {
        assertThat(status("false", "batch-read", "1")).isEqualTo(SURVIVED);
    }

    private static int status(String local, String place, String time) throws IOException, InterruptedException {
        List<String> words = JavaCommand.words("-cp", System.getProperty("java.class.path"));
        words.add(Passer.class.getName());
        ProcessBuilder builder = new ProcessBuilder(words);
        builder.environment()
                .putAll(Map.of(
                        "BACKTRACK_LOCAL", local,
                        "BACKTRACK_FAULTS_CRASH_AT", place,
                        "BACKTRACK_FAULTS_CRASH_ON", time));
        return builder.start().waitFor();
    }
}
