package app.backtrack.notification.delivery;

/** Says that a channel's server could not be asked, so that surely nothing was sent. */
public final class TransportAway extends Exception {
    private static final long serialVersionUID = 1L;

    /** Says why. */
    public TransportAway(Throwable cause) {
        super("the server is away", cause);
    }
}
