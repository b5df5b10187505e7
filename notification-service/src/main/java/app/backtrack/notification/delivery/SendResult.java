package app.backtrack.notification.delivery;

/** What the mail server made of one mail. */
sealed interface SendResult {

    /** It took it over. */
    record Accepted() implements SendResult {}

    /**
     * It did not take it, but may later.
     *
     * @param code SMTP reply code, 400 to 499
     */
    record Deferred(int code) implements SendResult {}

    /**
     * It will never take it.
     *
     * @param code SMTP reply code, 500 to 599
     */
    record Refused(int code) implements SendResult {}

    /** The connection broke before the answer: it may have taken it or not. */
    record Unknown() implements SendResult {}
}
