package app.backtrack.tracking.projection;

import java.util.Collection;

/**
 * Keeps something of its own up to the progress of patients. It is told after the progress was written and before the
 * offsets are committed, also of what had been written before: so after a crash it is told again, and must take the
 * same document twice and an older one after a newer one.
 */
public interface ProgressFollower {

    /**
     * Takes progress in; what insights follow from it is in the ledgers by now.
     *
     * @param written documents of different patients, with the revisions at which they stand in the store
     */
    void follow(Collection<ProgressDocument> written);
}
