package app.backtrack.tracking.rebuild;

/** Is told how far a rebuild has come. Whatever it throws ends the rebuild, which can be taken up again from there. */
public interface Pace {

    /** The service has not handled yet what the log holds; the rebuild waits for it. */
    void waiting();

    /**
     * What was read is folded, and the position kept.
     *
     * @param done how many records of the log that is, those of an earlier attempt among them
     * @param total how many there were when the rebuild began
     */
    void at(long done, long total);
}
