package app.backtrack.runtime.log;

/** What became of an event that a handler was given. */
public sealed interface Outcome {

    /** It was applied now. */
    Outcome APPLIED = new Applied();

    /** It had been applied before; nothing changed. */
    Outcome ALREADY_APPLIED = new AlreadyApplied();

    /** There was nothing to do with it. */
    Outcome IGNORED = new Ignored();

    /** It was applied now. */
    record Applied() implements Outcome {}

    /** It had been applied before; nothing changed. */
    record AlreadyApplied() implements Outcome {}

    /** There was nothing to do with it. */
    record Ignored() implements Outcome {}

    /**
     * It cannot be handled: for the dead letters.
     *
     * @param reason a constant phrase without content of the event
     */
    record Parked(String reason) implements Outcome {}
}
