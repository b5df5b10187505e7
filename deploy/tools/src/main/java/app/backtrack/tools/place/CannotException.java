package app.backtrack.tools.place;

/** Something is in the way that the operator can clear; the message says what, and the way out. */
public final class CannotException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** Says it in a sentence for the console. */
    public CannotException(String message) {
        super(message);
    }
}
