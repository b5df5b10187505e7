/** Chains the records of the log by their hashes, so that a change of the log is found. */
@NullMarked
package app.backtrack.tracking.notary;

import org.jspecify.annotations.NullMarked;
