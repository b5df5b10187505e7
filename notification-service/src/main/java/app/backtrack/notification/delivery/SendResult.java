package app.backtrack.notification.delivery;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What a channel made of one message. */
public sealed interface SendResult {

    /** It took it over. */
    record Accepted() implements SendResult {}

    /**
     * It did not take it, but may later.
     *
     * @param cause why, a constant word, or the server's reply code
     * @param retryAt when it wants to be asked again, UTC; null where it did not say
     */
    record Deferred(String cause, @Nullable Instant retryAt) implements SendResult {

        /** By its reply code, without a word of when to come again. */
        public Deferred(int code) {
            this(Integer.toString(code), null);
        }
    }

    /**
     * It will never take it.
     *
     * @param code the server's reply code
     */
    record Refused(int code) implements SendResult {}

    /** The connection broke before the answer: it may have taken it or not. */
    record Unknown() implements SendResult {}

    /** No address of the recipient is known any more; nothing was sent. */
    record NoAddress() implements SendResult {}
}
