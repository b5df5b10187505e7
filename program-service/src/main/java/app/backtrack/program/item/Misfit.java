package app.backtrack.program.item;

/**
 * One thing in a request that cannot be.
 *
 * @param pointer JSON Pointer from whatever was looked at
 * @param reason why it cannot be; never what stood there
 */
public record Misfit(String pointer, String reason) {

    /** The same seen from outside. */
    public Misfit in(String outer) {
        return new Misfit(outer + pointer, reason);
    }
}
