package app.backtrack.notification.delivery;

/** Says that the mail server could not be asked, so that surely nothing was sent. */
final class MailServerAway extends Exception {
    private static final long serialVersionUID = 1L;

    MailServerAway(Throwable cause) {
        super("the mail server is away", cause);
    }
}
