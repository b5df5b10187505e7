package app.backtrack.local;

/** Something is in the way that the person at the console can clear; the message says what, and the way out. */
final class CannotRunException extends RuntimeException {

    CannotRunException(String message) {
        super(message);
    }
}
