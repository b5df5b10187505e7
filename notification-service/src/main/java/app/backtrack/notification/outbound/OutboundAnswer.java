package app.backtrack.notification.outbound;

import app.backtrack.events.WireName;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** How a request ended. What the receiver wrote is not read. */
public sealed interface OutboundAnswer {

    /**
     * The receiver answered.
     *
     * @param status HTTP status, 100 to 599
     * @param retryAt when it wants to be asked again, UTC; null where it did not say
     */
    record Answered(int status, @Nullable Instant retryAt) implements OutboundAnswer {

        /** Whether it took the request. */
        public boolean accepted() {
            return status >= 200 && status < 300;
        }
    }

    /**
     * No answer came.
     *
     * @param failure why
     */
    record Unanswered(Failure failure) implements OutboundAnswer {}

    /** Why no answer came. */
    enum Failure implements WireName {
        /** The name leads to an address that is not public. */
        FORBIDDEN_ADDRESS("forbidden-address"),
        /** Nobody knows the name. */
        UNKNOWN_HOST("unknown-host"),
        /** Nobody listens there. */
        UNREACHABLE("unreachable"),
        /** The certificate does not hold, or no common TLS version was found. */
        TLS_FAILED("tls-failed"),
        /** It took longer than the deadline. */
        TIMED_OUT("timed-out"),
        /** The connection broke, or what came is no HTTP. */
        BROKEN("broken-connection");

        private final String wireName;

        Failure(String wireName) {
            this.wireName = wireName;
        }

        @Override
        public String wireName() {
            return wireName;
        }
    }
}
