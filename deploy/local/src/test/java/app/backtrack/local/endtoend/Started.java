package app.backtrack.local.endtoend;

import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What a class of tests has started for all of them. */
final class Started {

    private Started() {}

    /** Ends what was started, one after the other; what was not is passed over. */
    static void end(@Nullable AutoCloseable... started) {
        Stream.of(started).filter(Objects::nonNull).forEach(Started::close);
    }

    private static void close(AutoCloseable started) {
        try {
            started.close();
        } catch (Exception e) {
            throw new IllegalStateException("cannot be ended", e);
        }
    }
}
