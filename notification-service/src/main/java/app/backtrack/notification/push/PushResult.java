package app.backtrack.notification.push;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What a push service made of one message. */
public sealed interface PushResult {

    /** It took it over. */
    record Accepted() implements PushResult {}

    /** The browser is no more, and its subscription has to be forgotten. */
    record Gone() implements PushResult {}

    /**
     * It did not take it, but may later.
     *
     * @param cause a constant word, with an HTTP status where there is one
     * @param retryAt when it wants to be asked again, UTC; null where it did not say
     */
    record Deferred(String cause, @Nullable Instant retryAt) implements PushResult {}

    /**
     * It will never take it.
     *
     * @param status HTTP status
     */
    record Refused(int status) implements PushResult {}

    /** No answer came: it may have taken it or not. */
    record Unknown() implements PushResult {}
}
