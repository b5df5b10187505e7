package app.backtrack.local;

import java.io.PrintStream;
import java.nio.charset.Charset;
import java.time.Duration;
import java.util.Locale;
import java.util.Scanner;

/** What the launcher says to the person who started it. */
final class Console {

    private final PrintStream out;
    private long since = System.nanoTime();

    Console(PrintStream out) {
        this.out = out;
    }

    void say(String line) {
        out.println(line);
        out.flush();
    }

    /** One thing is done; says how long after the last one, or after {@link #startTiming()}. */
    void ready(String what) {
        Duration taken = Duration.ofNanos(System.nanoTime() - since);
        say(String.format(Locale.ROOT, "  %-22s ready after %4.1f s", what, taken.toMillis() / 1_000.0));
    }

    void startTiming() {
        since = System.nanoTime();
    }

    /** Whether a person is at the other end; ./run says so, which can ask the system better than a JVM of 21. */
    boolean isWatched() {
        return "yes".equals(System.getenv("BACKTRACK_TERMINAL"));
    }

    /** Asks, and answers true for a y. */
    boolean agrees(String question) {
        out.print(question + " [y/N] ");
        out.flush();
        Scanner answers = new Scanner(System.in, Charset.defaultCharset());
        return answers.hasNextLine() && answers.nextLine().strip().equalsIgnoreCase("y");
    }
}
