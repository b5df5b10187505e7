package app.backtrack.runtime.log;

/** What became of an event that a handler was given. */
public sealed interface Outcome {

    /** It is applied: now or, where it came again, before. */
    Outcome APPLIED = new Applied();

    /** There was nothing to do with it. */
    Outcome IGNORED = new Ignored();

    /** It is applied: now or, where it came again, before. */
    record Applied() implements Outcome {}

    /** There was nothing to do with it. */
    record Ignored() implements Outcome {}

    /**
     * It cannot be handled: for the dead letters.
     *
     * @param reason a constant phrase without content of the event
     */
    record Parked(String reason) implements Outcome {}
}
