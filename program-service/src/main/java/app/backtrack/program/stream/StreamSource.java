package app.backtrack.program.stream;

/** Owns a collection of streams, which the sweep looks through for what was not published. */
public interface StreamSource {

    /** The streams. */
    StreamStore<?> streams();
}
