package app.backtrack.testkit.parts;

/** A child process ended or stayed unready; the message carries the end of its log. */
public final class ChildFailedException extends RuntimeException {

    ChildFailedException(String message) {
        super(message);
    }

    ChildFailedException(String message, Throwable cause) {
        super(message, cause);
    }
}
