package app.backtrack.testkit.parts;

import java.io.IOException;
import java.util.Arrays;

/**
 * Runs another main class, and exits in order when stdin closes, which it does when the process that started this one
 * is gone, however it ended. So a killed launcher leaves no services behind.
 */
public final class EndsWithParent {

    private EndsWithParent() {}

    /** The first argument is the main class, the others are its own. */
    public static void main(String... arguments) throws ReflectiveOperationException {
        Thread.ofPlatform().daemon().name("stdin-watch").start(EndsWithParent::exitAtEndOfStdin);
        Class.forName(arguments[0]).getMethod("main", String[].class).invoke(null, (Object)
                Arrays.copyOfRange(arguments, 1, arguments.length));
    }

    private static void exitAtEndOfStdin() {
        try {
            while (System.in.read() >= 0) {
                // Nothing is said on stdin; only its end counts.
            }
        } catch (IOException gone) {
            System.err.println("stdin is gone: " + gone);
        }
        System.exit(0);
    }
}
