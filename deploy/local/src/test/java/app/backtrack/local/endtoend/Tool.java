package app.backtrack.local.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import app.backtrack.local.LocalSystem;
import app.backtrack.tools.Tools;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * What an operator's command said.
 *
 * @param status its exit status
 * @param text what it wrote, errors and progress among it
 */
record Tool(int status, String text) {

    /** Gives a command within this process, which saves the start of another. */
    static Tool run(LocalSystem system, String... words) {
        ByteArrayOutputStream text = new ByteArrayOutputStream();
        PrintStream out = new PrintStream(text, true, StandardCharsets.UTF_8);
        int status = Tools.run(system.tool(List.of()).environment(), out, out, words);
        return new Tool(status, text.toString(StandardCharsets.UTF_8));
    }

    /** Gives a command as an operator does, and waits for its end. */
    static Tool start(LocalSystem system, String... words) {
        return run(system.tool(List.of(words)));
    }

    /** Runs what was made ready. */
    static Tool run(ProcessBuilder command) {
        try {
            Process process = command.redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.PIPE)
                    .start();
            String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return new Tool(process.waitFor(), text);
        } catch (IOException e) {
            throw new UncheckedIOException("a command cannot be given", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while a command ran", e);
        }
    }

    /** The same, where it ended well; else the test fails and shows what it said. */
    Tool succeeds() {
        assertThat(status).as(text).isZero();
        return this;
    }
}
