package app.backtrack.tracking.notary;

import java.util.List;

/**
 * How a chain goes on.
 *
 * @param before its head, which has to be the same still
 * @param added the links behind it
 * @param after its head then
 */
record ChainStep(Head before, List<Link> added, Head after) {}
