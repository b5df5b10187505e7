/** Tests of what counts among the revisions of a fact, and the facts that other tests are built from. */
@NullMarked
package app.backtrack.tracking.generation;

import org.jspecify.annotations.NullMarked;
