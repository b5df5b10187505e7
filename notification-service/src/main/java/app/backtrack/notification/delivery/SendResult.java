package app.backtrack.notification.delivery;

/** What a channel made of one message. */
public sealed interface SendResult {

    /** It took it over. */
    record Accepted() implements SendResult {}

    /**
     * It did not take it, but may later.
     *
     * @param code the server's reply code
     */
    record Deferred(int code) implements SendResult {}

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
